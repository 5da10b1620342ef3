/** What to write instead of functions that people bring from other languages, or find in invented documents. */
const HINTS: readonly (readonly [names: string, hint: string])[] = [
  ['equals equal is eqs', 'Write eq(field, value).'],
  ['ne not_equals notequals not_eq nequals isnot is_not', 'Write neq(field, value).'],
  [
    'contains contain includes icontains ilike substring',
    'Write has(tags, "x") for tags, like(input_value, "%x%") for a value, search("x") for any text.',
  ],
  ['startswith starts_with prefix', 'Write like(field, "x%").'],
  ['endswith ends_with suffix', 'Write like(field, "%x").'],
  ['regex regexp matches match rlike', 'LangSmith has no regular expressions; write like(field, "%x%").'],
  ['nin not_in notin', 'Write and(neq(field, "a"), neq(field, "b")).'],
  ['nlike not_like', 'Write notlike(field, "%x%").'],
  ['between range', 'Write and(gte(field, low), lte(field, high)).'],
  ['is_null isnull is_none empty is_empty', 'Write eq(field, null), or eq(status, "error") for errors.'],
  ['is_not_null isnotnull not_null', 'Write neq(field, null), or eq(status, "error") for errors.'],
  ['greater greater_than greaterthan above after', 'Write gt(field, value).'],
  ['less less_than lessthan below before', 'Write lt(field, value).'],
  ['ge geq', 'Write gte(field, value).'],
  ['le leq', 'Write lte(field, value).'],
  ['any any_of oneof one_of', 'Write in(field, ["a", "b"]), or or(filter, filter).'],
  ['all all_of', 'Write and(filter, filter).'],
];

const BY_NAME = new Map(HINTS.flatMap(([names, hint]) => names.split(' ').map((name) => [name, hint])));

export function functionHint(name: string): string | undefined {
  return BY_NAME.get(name.toLowerCase());
}
