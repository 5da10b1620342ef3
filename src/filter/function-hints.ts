/** What to write instead of functions that people bring from other languages, or find in invented documents. */
/** What a foreign function asks; quick fixes write it in this language (fixes/function-fixes.ts). */
export type Meaning =
  | 'eq'
  | 'neq'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'notlike'
  | 'in'
  | 'and'
  | 'contains'
  | 'prefix'
  | 'suffix'
  | 'regex'
  | 'not-in'
  | 'between'
  | 'is-null'
  | 'not-null';

const HINTS: readonly (readonly [names: string, meaning: Meaning, hint: string])[] = [
  ['equals equal is eqs', 'eq', 'Write eq(field, value).'],
  ['ne not_equals notequals not_eq nequals isnot is_not', 'neq', 'Write neq(field, value).'],
  [
    'contains contain includes icontains ilike substring',
    'contains',
    'Write has(tags, "x") for tags, like(input_value, "%x%") for a value, search("x") for any text.',
  ],
  ['startswith starts_with prefix', 'prefix', 'Write like(field, "x%").'],
  ['endswith ends_with suffix', 'suffix', 'Write like(field, "%x").'],
  [
    'regex regexp matches match rlike',
    'regex',
    'LangSmith has no regular expressions; write like(field, "%x%").',
  ],
  ['nin not_in notin', 'not-in', 'Write and(neq(field, "a"), neq(field, "b")).'],
  ['nlike not_like', 'notlike', 'Write notlike(field, "%x%").'],
  ['between range', 'between', 'Write and(gte(field, low), lte(field, high)).'],
  [
    'is_null isnull is_none empty is_empty',
    'is-null',
    'Write eq(field, null), or eq(status, "error") for errors.',
  ],
  [
    'is_not_null isnotnull not_null',
    'not-null',
    'Write neq(field, null), or eq(status, "error") for errors.',
  ],
  ['greater greater_than greaterthan above after', 'gt', 'Write gt(field, value).'],
  ['less less_than lessthan below before', 'lt', 'Write lt(field, value).'],
  ['ge geq', 'gte', 'Write gte(field, value).'],
  ['le leq', 'lte', 'Write lte(field, value).'],
  ['any any_of oneof one_of', 'in', 'Write in(field, ["a", "b"]), or or(filter, filter).'],
  ['all all_of', 'and', 'Write and(filter, filter).'],
];

const BY_NAME = new Map(
  HINTS.flatMap(([names, meaning, hint]) => names.split(' ').map((name) => [name, { meaning, hint }])),
);

export function functionHint(name: string): string | undefined {
  return BY_NAME.get(name.toLowerCase())?.hint;
}

export function functionMeaning(name: string): Meaning | undefined {
  return BY_NAME.get(name.toLowerCase())?.meaning;
}
