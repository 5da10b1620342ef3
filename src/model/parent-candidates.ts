import type { Run } from '../contract/run.ts';

const idLength = 36;

/**
 * Ids of the ancestors a run names, nearest first: its parent, its ancestor list, then what its
 * dotted_order says. A part of dotted_order is a time and an id, with or without dashes, and the whole
 * may end in a dot (UNKNOWNS U17).
 */
export function parentCandidates(run: Run): readonly string[] {
  const direct = run.parentId === undefined ? [] : [run.parentId];
  const listed = run.ancestorIds ? [...run.ancestorIds].toReversed() : ancestorsInOrder(run.dottedOrder);
  return [...new Set([...direct, ...listed])].filter((id) => id !== run.id);
}

function ancestorsInOrder(dottedOrder: string | undefined): readonly string[] {
  if (dottedOrder === undefined) return [];
  return dottedOrder
    .split('.')
    .filter((part) => part !== '')
    .slice(0, -1)
    .map(idOfPart)
    .toReversed();
}

function idOfPart(part: string): string {
  const afterTime = part.slice(part.indexOf('Z') + 1);
  if (afterTime.length === idLength) return afterTime;
  return afterTime.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
