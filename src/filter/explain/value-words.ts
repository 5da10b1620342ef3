import type { Literal } from '../ast.ts';
import { readDuration } from '../duration.ts';
import type { Field } from '../field.ts';
import { parseTime } from '../time.ts';

/** A value as it is said: `"a", "b" or "c"`, `5 seconds`, `2026-01-31 12:00 UTC`. */
export function valueWords(field: Field | undefined, literal: Literal): string {
  switch (literal.kind) {
    case 'null':
      return 'missing';
    case 'list':
      return listWords(literal.items.map((item) => valueWords(field, item)));
    case 'number':
      return numberWords(field, literal.value);
    case 'string':
      return textWords(field, literal.value);
    default:
      return String(literal.value);
  }
}

function numberWords(field: Field | undefined, value: number): string {
  if (field?.type === 'duration') return seconds(value);
  if (field?.unit === 'US dollars') return `$${value}`;
  const digits = value.toLocaleString('en-US', { maximumFractionDigits: 20 });
  return field?.unit ? `${digits} ${field.unit}` : digits;
}

function textWords(field: Field | undefined, value: string): string {
  if (field?.type === 'duration') {
    const duration = readDuration(value);
    if (duration.kind !== 'unreadable') return seconds(duration.seconds);
  }
  const time = field?.type === 'time' ? parseTime(value) : undefined;
  if (time !== undefined)
    return `${new Date(time)
      .toISOString()
      .replace('T', ' ')
      .replace(/(?::00)?\.000Z$/, '')} UTC`;
  if (field?.type === 'enum' && /^\w+$/.test(value)) return value;
  return JSON.stringify(value);
}

function seconds(value: number): string {
  return `${value} ${value === 1 ? 'second' : 'seconds'}`;
}

export function listWords(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? 'nothing';
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)!}`;
}
