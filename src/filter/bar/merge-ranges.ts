/** `f:>=1 AND f:<2` → `f:[1 TO 2}`: shorter, and for a list of values about one value. */
import type { BarBound, BarClause, BarExpression } from './bar-tree.ts';
import { barClause } from './build-bar.ts';
import { printBarField } from './print-bar.ts';

export function mergeRanges(parts: readonly BarExpression[]): readonly BarExpression[] {
  const used = new Set<BarExpression>();
  return parts.flatMap((part) => {
    if (used.has(part)) return [];
    const partner = parts.find((other) => !used.has(other) && bounds(part, other) !== undefined);
    const range = partner && bounds(part, partner);
    if (!partner || !range) return [part];
    used.add(partner);
    const { field } = part as BarClause;
    return [barClause(field.name, field.path, { kind: 'range', ...range })];
  });
}

function bounds(a: BarExpression, b: BarExpression): { low: BarBound; high: BarBound } | undefined {
  const low = boundOf(a, 'gt') ?? boundOf(b, 'gt');
  const high = boundOf(a, 'lt') ?? boundOf(b, 'lt');
  return a !== b && low && high && nameOf(a) === nameOf(b) ? { low, high } : undefined;
}

function nameOf(part: BarExpression): string | undefined {
  return part.kind === 'clause' ? printBarField(part.field.name, part.field.path) : undefined;
}

function boundOf(part: BarExpression, direction: 'gt' | 'lt'): BarBound | undefined {
  if (part.kind !== 'clause' || part.match.kind !== 'compare' || !part.match.op.startsWith(direction))
    return undefined;
  return { word: part.match.word, isInclusive: part.match.op.endsWith('e') };
}
