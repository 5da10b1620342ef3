/**
 * `dotted_order`: one `<time>Z<id>` per level, root first (CONTRACT §5). One v2 example prints the ids
 * without dashes and ends in a dot (UNKNOWNS U17); both spellings come out of here as the first.
 */
import { parseTimestamp } from './timestamp.ts';

export interface DottedPart {
  readonly id: string;
  readonly time?: number;
}

const DASHLESS = /^[0-9a-f]{32}$/i;

const dashed = (id: string) =>
  DASHLESS.test(id)
    ? `${id.slice(0, 8)}-${id.slice(8, 12)}-${id.slice(12, 16)}-${id.slice(16, 20)}-${id.slice(20)}`
    : id;

/** Undefined for text that is no dotted order. */
export function canonicalDottedOrder(text: string): string | undefined {
  if (text.includes('-') && !text.endsWith('.')) return text;
  const parts = text.split('.').filter((part) => part !== '');
  if (parts.length === 0 || parts.some((part) => !part.includes('Z'))) return undefined;
  return parts
    .map((part) => {
      const cut = part.indexOf('Z') + 1;
      return part.slice(0, cut) + dashed(part.slice(cut));
    })
    .join('.');
}

const STAMP = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d*)$/;

function stampTime(stamp: string): number | undefined {
  const match = STAMP.exec(stamp);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, fraction] = match;
  return parseTimestamp(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction || '0'}Z`);
}

/** Root first; the last part is the run itself. */
export function dottedParts(canonical: string): readonly DottedPart[] {
  return canonical.split('.').map((part) => {
    const cut = part.indexOf('Z');
    return { id: part.slice(cut + 1), time: cut < 0 ? undefined : stampTime(part.slice(0, cut)) };
  });
}
