/**
 * Clauses that are asked of the wrong run: filter is about each run, trace_filter about the root,
 * tree_filter about any run of the trace (FILTER-LANGUAGE §8). Hints only; all of it is legal.
 */
import type { Expression, Problem } from './ast.ts';
import { type Chip, chipsOf } from './edit/chip.ts';
import { removeClause } from './edit.ts';
import type { ScopeTexts } from './explain-scopes.ts';
import { resolveField } from './resolve-field.ts';
import type { Fix } from './fixes/fix.ts';
import { parse } from './parse.ts';
import { print } from './print.ts';
import { type MoveFix, type Pane, moveOf } from './scope-move.ts';
import { walk } from './walk.ts';

export interface ScopeQuestion extends ScopeTexts {
  /** What the rows are. */
  readonly view: 'runs' | 'traces' | 'threads';
  /** Asked beside the filter. */
  readonly isRoot?: boolean;
}

export interface ScopeHint extends Problem {
  readonly pane: Pane;
  /** An edit is one of the pane's text. */
  readonly fix: MoveFix | Fix | undefined;
}

export function scopeLint(question: ScopeQuestion): readonly ScopeHint[] {
  return [
    ...feedbackOfChildren(question),
    ...rootInTreeFilter(question),
    ...aboutTheRoot(question),
    ...askedTwice(question),
  ];
}

/** People and evaluators mostly judge the root; its children have no feedback. */
function feedbackOfChildren(question: ScopeQuestion): readonly ScopeHint[] {
  const { filter = '', view, isRoot } = question;
  if (view !== 'runs' || isRoot || chipsOf(filter).some((chip) => isRootIs(chip, true))) return [];
  const message =
    'Feedback is mostly given to the root of a trace; its other runs have none and do not match. Ask the root run instead.';
  return chipsOf(filter).flatMap((chip, index) => {
    if (!asksOnlyFeedback(chip)) return [];
    return hint(
      question,
      'filter',
      chip,
      'feedback-of-children',
      message,
      moveTo('filter', index, 'traceFilter'),
    );
  });
}

/** With other clauses it says "the root is such"; alone it is always true. */
function rootInTreeFilter(question: ScopeQuestion): readonly ScopeHint[] {
  const chips = chipsOf(question.treeFilter ?? '');
  return chips.flatMap((chip, index) => {
    if (!isRootIs(chip, true)) return [];
    const code = 'root-in-tree-filter';
    if (chips.length > 1) {
      const message = 'Any run that is the root is the root: ask the root run filter.';
      return hint(question, 'treeFilter', chip, code, message, (texts) => wholeToRoot(texts, index));
    }
    const message =
      'Every trace has a root, so this is always true. To see roots only, ask the runs themselves.';
    return hint(question, 'treeFilter', chip, code, message, moveTo('treeFilter', index, 'filter'));
  });
}

function wholeToRoot(texts: ScopeTexts, index: number): MoveFix | undefined {
  const rest = removeClause(texts.treeFilter ?? '', index);
  if (rest.kind === 'refused') return undefined;
  const title = 'Move the rest to the root run filter';
  const place = { from: 'treeFilter', to: 'traceFilter', code: 'root-in-tree-filter' } as const;
  return { kind: 'move', title, ...place, clause: rest.text, remaining: '', isPreferred: true };
}

/** What no root, or every root, fulfils. */
function aboutTheRoot(question: ScopeQuestion): readonly ScopeHint[] {
  return chipsOf(question.traceFilter ?? '').flatMap((chip, index) => {
    const toRuns = moveTo('traceFilter', index, 'filter');
    if (isRootIs(chip, false)) {
      const message = 'A root is never no root, so nothing is found. Ask the runs themselves.';
      return hint(question, 'traceFilter', chip, 'never-a-root', message, toRuns);
    }
    if (isRootIs(chip, true)) {
      const message = 'This filter is about the root anyway.';
      return hint(question, 'traceFilter', chip, 'always-a-root', message, (texts) => remove(texts, index));
    }
    if (chip.kind !== 'field' || chip.field !== 'parent_run_id' || chip.value.kind === 'null') return [];
    const message = 'A root has no parent, so nothing is found. Ask the runs themselves.';
    return hint(question, 'traceFilter', chip, 'parent-of-root', message, toRuns);
  });
}

function askedTwice(question: ScopeQuestion): readonly ScopeHint[] {
  const own = new Set(chipsOf(question.filter ?? '').map(printed));
  return chipsOf(question.traceFilter ?? '').flatMap((chip, index) => {
    if (chip.kind === 'raw' || !own.has(printed(chip))) return [];
    const message = 'The same is asked of the run and of its root; only runs that both fulfil it are found.';
    return hint(question, 'traceFilter', chip, 'asked-twice', message, (texts) => remove(texts, index));
  });
}

function remove({ traceFilter = '' }: ScopeTexts, index: number): Fix | undefined {
  const rest = removeClause(traceFilter, index);
  if (rest.kind === 'refused') return undefined;
  const title = 'Remove it from the root run filter';
  return { kind: 'edit', title, code: 'remove', edits: rest.edits, isPreferred: true };
}

type MakeFix = (texts: ScopeTexts, code: string) => MoveFix | Fix | undefined;

function moveTo(from: Pane, index: number, to: Pane): MakeFix {
  return (texts, code) => moveOf(texts, from, index, to, code);
}

function hint(
  texts: ScopeTexts,
  pane: Pane,
  chip: Chip,
  code: string,
  message: string,
  makeFix: MakeFix,
): readonly ScopeHint[] {
  const { from } = chip.ranges[0]!;
  const { to } = chip.ranges.at(-1)!;
  return [{ from, to, code, message, severity: 'info', pane, fix: makeFix(texts, code) }];
}

function isRootIs(chip: Chip, wanted: boolean): boolean {
  if (chip.kind !== 'field' || chip.field !== 'is_root' || chip.value.kind !== 'boolean') return false;
  return (chip.op === 'eq' ? chip.value.value : !chip.value.value) === wanted;
}

/** Every comparison in it, and at least one. */
function asksOnlyFeedback({ text }: Chip): boolean {
  const { tree } = parse(text);
  const leaves = [...(tree ? walk(tree) : [])].filter(({ kind }) => kind !== 'logical');
  const isFeedback = (node: Expression) =>
    node.kind === 'comparison' && resolveField(node.field.name)?.pair?.group === 'feedback';
  return leaves.length > 0 && leaves.every(isFeedback);
}

function printed({ text }: Chip): string {
  const { tree } = parse(text);
  return tree ? print(tree) : text;
}
