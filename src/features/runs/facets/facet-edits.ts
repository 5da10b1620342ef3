/** What a press on a facet does to the text of the filter. */
import { addClause, type Edited, removeClause } from '../../../filter/edit.ts';
import { chipsOf } from '../../../filter/edit/chip.ts';
import { type FacetTarget, facetClause, sameTarget } from '../../../filter/edit/facet.ts';
import type { ItemValue } from '../../../filter/flatten.ts';
import { negate } from '../../../filter/negate.ts';
import { parse } from '../../../filter/parse.ts';
import { print } from '../../../filter/print.ts';

/** Keeps out what has this value. */
export function excludeValue(text: string, target: FacetTarget, value: ItemValue): Edited {
  const tree = parse(facetClause({ target, values: [value] }) ?? '').tree;
  if (!tree) return { kind: 'refused', reason: 'There is no such value.' };
  const negation = negate(tree);
  if (negation.kind === 'refused') return negation;
  const edited = addClause(text, negation.text);
  return edited.kind === 'edited' && negation.note !== undefined
    ? { ...edited, note: negation.note }
    : edited;
}

/** The filter as it would be if nothing were chosen of this target: how others of its values are counted. */
export function withoutTarget(text: string, target: FacetTarget): string {
  const index = chipsOf(text).findIndex(({ facet }) => facet && sameTarget(facet.target, target));
  const edited = index < 0 ? undefined : removeClause(text, index);
  return edited?.kind === 'edited' ? edited.text : text;
}

/** Numbers from `from` up to, and without, `to`. */
export interface NumberRange {
  readonly field: 'latency' | 'total_tokens' | 'total_cost';
  readonly from?: number;
  readonly to?: number;
}

function boundsOf({ field, from, to }: NumberRange): readonly string[] {
  return [
    ...(from === undefined ? [] : [`gte(${field}, ${from})`]),
    ...(to === undefined ? [] : [`lt(${field}, ${to})`]),
  ];
}

const printed = (text: string) => {
  const { tree } = parse(text);
  return tree && print(tree);
};

function indexOfClause(text: string, clause: string): number {
  return chipsOf(text).findIndex((chip) => printed(chip.text) === clause);
}

export const isRangeChosen = (text: string, range: NumberRange): boolean =>
  chipsOf(text).filter((chip) => chip.kind === 'field' && chip.field === range.field).length ===
    boundsOf(range).length && boundsOf(range).every((clause) => indexOfClause(text, clause) >= 0);

/** One range of a field at a time: another one takes the place of what the filter says about the field. */
export function toggleRange(text: string, range: NumberRange): Edited {
  const wasChosen = isRangeChosen(text, range);
  let next = text;
  for (;;) {
    const index = chipsOf(next).findIndex((chip) => chip.kind === 'field' && chip.field === range.field);
    if (index < 0) break;
    const edited = removeClause(next, index);
    if (edited.kind === 'refused') return edited;
    next = edited.text;
  }
  if (!wasChosen) {
    for (const clause of boundsOf(range)) {
      const edited = addClause(next, clause);
      if (edited.kind === 'refused') return edited;
      next = edited.text;
    }
  }
  return { kind: 'edited', text: next, edits: [{ from: 0, to: text.length, text: next }] };
}
