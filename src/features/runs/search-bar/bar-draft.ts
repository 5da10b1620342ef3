/**
 * A filter as it is edited in the syntax of LangSmith's search bar. The API text stays the truth: clauses
 * that the bar cannot say are kept beside it as they were written, and a bar that says what it said at first
 * gives the very text back.
 */
import { barToFilter } from '../../../filter/bar/bar-to-filter.ts';
import { filterToBar } from '../../../filter/bar/filter-to-bar.ts';
import { parseBar } from '../../../filter/bar/parse-bar.ts';
import type { Remark } from '../../../filter/bar/remark.ts';
import { hasErrors } from '../../../filter/diagnose.ts';
import { addClause } from '../../../filter/edit.ts';
import { chipsOf } from '../../../filter/edit/chip.ts';
import type { BarDraft, BarRemark } from './bar-draft-shape.ts';

export function barDraftOf(api: string): BarDraft {
  const whole = filterToBar(api);
  const empty = { api, bar: '', origin: { api, bar: '' }, kept: [], notes: [], unasked: [], isWrong: false };
  if (hasErrors(whole.problems.filter(({ code }) => code !== 'not-refused'))) {
    return { ...empty, isBroken: true };
  }
  const { bar, kept, notes } = whole.untranslated.length === 0 ? { ...whole, kept: [] } : inPart(api);
  const draft = { ...empty, bar, origin: { api, bar }, kept, notes: notes.map(named), isBroken: false };
  return draft;
}

/** Clause by clause: what the bar can say whole, and what it cannot. */
function inPart(api: string) {
  const said = chipsOf(api).map(({ text }) => ({ text, ...filterToBar(text) }));
  const kept = said.filter(({ untranslated }) => untranslated.length > 0);
  const sayable = said.filter(({ untranslated }) => untranslated.length === 0);
  const joined = sayable.reduce((filter, { text }) => withClause(filter, text), '');
  const together = filterToBar(joined);
  return {
    bar:
      together.untranslated.length === 0
        ? together.bar
        : sayable.map(({ bar }) => inParentheses(bar)).join(' AND '),
    kept: kept.map(({ text, untranslated }) => ({
      text,
      reason: untranslated.map(({ reason }) => reason).join(' '),
    })),
    notes: sayable.flatMap(({ notes }) => notes),
  };
}

function inParentheses(bar: string): string {
  return parseBar(bar).tree?.kind === 'or' ? `(${bar})` : bar;
}

/** The draft after somebody has written in the bar. */
export function withBar(draft: BarDraft, bar: string): BarDraft {
  const { origin, kept } = draft;
  const { filter, untranslated, notes, problems } = barToFilter(bar);
  const isOrigin = bar.trim() === origin.bar.trim();
  const api = isOrigin ? origin.api : kept.reduce((text, clause) => withClause(text, clause.text), filter);
  return {
    ...draft,
    api,
    bar,
    notes: notes.map(named),
    unasked: untranslated.map(named),
    isWrong: hasErrors(problems),
  };
}

function withClause(filter: string, clause: string): string {
  const added = addClause(filter, clause);
  return added.kind === 'edited' ? added.text : `and(${filter}, ${clause})`;
}

const named = ({ text, reason }: Remark): BarRemark => ({ text, reason });
