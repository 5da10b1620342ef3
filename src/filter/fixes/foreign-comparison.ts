/** `name = "a"`, `latency >= 5s`, `tags contains "x"` as calls; undefined when a part is missing. */
import { readDuration } from '../duration.ts';
import { metadataPath } from '../dotted-field.ts';
import { infixComparator } from '../foreign-syntax.ts';
import { resolveField } from '../resolve-field.ts';
import { scan } from '../scan.ts';
import type { Token } from '../token.ts';

export function foreignComparison(source: string): string | undefined {
  const [word, operator, ...rest] = scan(source);
  const first = rest[0];
  if (!word || !operator || !first) return undefined;
  const comparator = infixComparator(operator.text);
  if (!comparator) return undefined;
  const value = valueText(word.text, rest, source.slice(first.from));
  return callFor(word.text, comparator, value, /^contains$/i.test(operator.text));
}

function callFor(field: string, comparator: string, value: string, isContains: boolean): string {
  const path = metadataPath(field);
  const op = field === 'tags' && (comparator === 'eq' || isContains) ? 'has' : comparator;
  const operand = isContains && op === 'like' ? value.replace(/^(["'])(.*)\1$/s, '$1%$2%$1') : value;
  if (path === undefined) return `${op}(${field}, ${operand})`;
  return `and(eq(metadata_key, ${JSON.stringify(path)}), ${op}(metadata_value, ${operand}))`;
}

function valueText(field: string, tokens: readonly Token[], source: string): string {
  const [first] = tokens;
  if (first!.text === '(') return `[${source.replace(/^\(\s*/, '').replace(/\s*\)$/, '')}]`;
  if (tokens.length > 1 || (first!.kind !== 'error' && first!.kind !== 'field')) return source;
  if (resolveField(field)?.type === 'duration') {
    const duration = readDuration(first!.text);
    if (duration.kind !== 'unreadable') return String(duration.seconds);
  }
  return JSON.stringify(first!.text);
}
