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

/** What else the filter says about the field does not matter: a range narrows it further. */
export const isRangeChosen = (text: string, range: NumberRange): boolean =>
  boundsOf(range).every((clause) => indexOfClause(text, clause) >= 0);

/**
 * One range of a field at a time: another one of `ranges` takes its place. Every other clause about the
 * field is a person's own and stays, even where it leaves nothing of the range; that is said.
 */
export function toggleRange(text: string, range: NumberRange, ranges: readonly NumberRange[]): Edited {
  const wasChosen = isRangeChosen(text, range);
  const given = (wasChosen ? [range] : ranges.filter((each) => isRangeChosen(text, each))).flatMap(boundsOf);
  let next = text;
  for (const clause of given) {
    const index = indexOfClause(next, clause);
    const edited = index < 0 ? undefined : removeClause(next, index);
    if (edited?.kind === 'refused') return edited;
    next = edited?.text ?? next;
  }
  const kept = clausesAbout(next, range.field);
  for (const clause of wasChosen ? [] : boundsOf(range)) {
    if (indexOfClause(next, clause) >= 0) continue;
    const edited = addClause(next, clause);
    if (edited.kind === 'refused') return edited;
    next = edited.text;
  }
  const edits = [{ from: 0, to: text.length, text: next }];
  const note = wasChosen || kept.length === 0 ? undefined : `${kept.join(', ')} stays in the filter too.`;
  return { kind: 'edited', text: next, edits, ...(note !== undefined && { note }) };
}

const clausesAbout = (text: string, field: string): readonly string[] =>
  chipsOf(text).flatMap((chip) => (chip.kind === 'field' && chip.field === field ? [chip.text] : []));
