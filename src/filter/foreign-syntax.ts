/** Rewrites for clauses written in another notation: SQL-like comparisons and LangSmith's search bar. */

const COMPARISONS: Readonly<Record<string, string>> = {
  '=': 'eq',
  '==': 'eq',
  '===': 'eq',
  '!=': 'neq',
  '!==': 'neq',
  '<>': 'neq',
  '>': 'gt',
  '>=': 'gte',
  '<': 'lt',
  '<=': 'lte',
};

const WORDS = new Set([
  'eq',
  'neq',
  'gt',
  'gte',
  'lt',
  'lte',
  'in',
  'has',
  'like',
  'notlike',
  'is',
  'contains',
]);

/** The function that an operator between two operands stands for. */
export function infixComparator(text: string): string | undefined {
  if (Object.hasOwn(COMPARISONS, text)) return COMPARISONS[text];
  const word = text.toLowerCase();
  if (!WORDS.has(word)) return undefined;
  if (word === 'is') return 'eq';
  return word === 'contains' ? 'like' : word;
}

/** `name:a`, `-status:success`, `latency:>10`, as far as the filter language can say it. */
export function rewriteBarClause(written: string): string | undefined {
  const range = /^([\w.]+):([[{])(\S+) TO (\S+?)([\]}])$/.exec(written);
  if (range) return rewriteBarRange(range);
  const match = /^(-?)([\w.]+):(>=|<=|>|<)?("[^"]*"|'[^']*'|[^\s"'~*[\]{}]+)$/.exec(written);
  if (!match) return undefined;
  const [, minus, field, sign, raw] = match;
  const value = /^(?:["']|-?\d+(?:\.\d+)?$|true$|false$)/.test(raw!) ? raw! : `"${raw!}"`;
  if (sign) return minus ? undefined : `${COMPARISONS[sign]}(${field}, ${value})`;
  if (field === 'tags') return minus ? undefined : `has(tags, ${value})`;
  const op = minus ? 'neq' : 'eq';
  const path = /^metadata\.(.+)$/.exec(field!)?.[1];
  if (!path) return `${op}(${field}, ${value})`;
  return `and(eq(metadata_key, "${path}"), ${op}(metadata_value, ${value}))`;
}

/** `latency:[1 TO 2}`: brackets include their end, braces do not. */
function rewriteBarRange([, field, open, low, high, close]: RegExpExecArray): string | undefined {
  if (![low!, high!].every((bound) => /^-?\d+(?:\.\d+)?$/.test(bound))) return undefined;
  return `and(${open === '[' ? 'gte' : 'gt'}(${field}, ${low}), ${close === ']' ? 'lte' : 'lt'}(${field}, ${high}))`;
}
