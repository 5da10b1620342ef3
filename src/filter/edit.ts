/**
 * Changes to a filter that a form makes: one clause added, removed, replaced, denied. Everything else
 * stays as the person wrote it, blanks and lines included. Clauses are chips, by their index in chipsOf().
 */
import type { Expression } from './ast.ts';
import { isPairComparison } from './clauses.ts';
import { type Chip, chipsOf } from './edit/chip.ts';
import { outermost } from './edit/outermost.ts';
import { findField } from './fields.ts';
import { negate } from './negate.ts';
import { parse } from './parse.ts';
import { print } from './print.ts';
import { type TextEdit, applyEdits } from './text-edit.ts';

export type Edited =
  | {
      readonly kind: 'edited';
      readonly text: string;
      readonly edits: readonly TextEdit[];
      /** Said to the person when the result is not exactly what was asked for. */
      readonly note?: string;
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** Joined to the rest by and(); nothing changes when it is there already. */
export function addClause(text: string, clause: string): Edited {
  const wanted = parse(clause);
  if (!wanted.tree || wanted.problems.some(({ severity }) => severity === 'error')) {
    return refused(`This is no clause: ${wanted.problems[0]?.message ?? clause}`);
  }
  const whole = outermost(text);
  if (whole.kind === 'broken') return refused(whole.reason);
  if (whole.kind === 'empty') return edited(text, [{ from: 0, to: text.length, text: clause }]);
  const printed = print(wanted.tree);
  if (chipsOf(text).some((chip) => printed === printedText(chip.text))) return edited(text, []);
  const args = whole.kind === 'and' ? whole.tree.args : [whole.tree];
  const added = aside(clause, args);
  if (whole.kind === 'and' && args.length > 0) return append(text, whole.tree.to, args.at(-1)!, added);
  const { from, to } = whole.tree;
  return edited(text, [
    { from, to: from, text: 'and(' },
    { from: to, to, text: `, ${added})` },
  ]);
}

/** In the style of the last argument: on a line of its own when that is. */
function append(text: string, end: number, last: Expression, clause: string): Edited {
  const lineStart = text.lastIndexOf('\n', last.from - 1) + 1;
  const before = text.slice(lineStart, last.from);
  const isOwnLine = lineStart > 0 && before.trim() === '' && lineStart <= last.from;
  const gap = isOwnLine ? `\n${before}` : ' ';
  const comma = /^\s*,/.exec(text.slice(last.to, end));
  const at = comma ? last.to + comma[0].length : last.to;
  return edited(text, [{ from: at, to: at, text: `${comma ? '' : ','}${gap}${clause}` }]);
}

export function removeClause(text: string, index: number): Edited {
  const whole = outermost(text);
  const chip = chipsOf(text)[index];
  if (whole.kind === 'broken') return refused(whole.reason);
  if (whole.kind === 'empty' || !chip) return refused('There is no such clause.');
  if (whole.kind === 'one') return edited(text, [{ from: 0, to: text.length, text: '' }]);
  const { args, from, to } = whole.tree;
  const rest = args.filter((arg) => !isIn(chip, arg));
  if (rest.length === 0) return edited(text, [{ from: 0, to: text.length, text: '' }]);
  const [only] = rest;
  if (only && rest.length === 1) {
    // Without the and() that nothing needs any more.
    return edited(text, [
      { from, to: only.from, text: '' },
      { from: only.to, to, text: '' },
    ]);
  }
  return edited(text, removals(args, chip));
}

/** Each with one comma, so that exactly the others are left. */
function removals(args: readonly Expression[], chip: Chip): readonly TextEdit[] {
  return args.flatMap((arg, index) => {
    if (!isIn(chip, arg)) return [];
    const isLeading = args.slice(0, index).every((each) => isIn(chip, each));
    const next = args[index + 1];
    if (isLeading && next) return { from: arg.from, to: next.from, text: '' };
    return { from: args[index - 1]?.to ?? arg.from, to: arg.to, text: '' };
  });
}

export function replaceClause(text: string, index: number, clause: string): Edited {
  if (clause.trim() === '') return removeClause(text, index);
  const whole = outermost(text);
  const chip = chipsOf(text)[index];
  if (whole.kind === 'broken') return refused(whole.reason);
  if (whole.kind === 'empty' || !chip) return refused('There is no such clause.');
  const [first, ...others] = chip.ranges;
  const args = whole.kind === 'and' ? whole.tree.args : [];
  // A pair that is all there is takes its and() with it.
  if (others.length > 0 && args.every((arg) => isIn(chip, arg))) {
    return edited(text, [{ from: whole.tree.from, to: whole.tree.to, text: clause }]);
  }
  const added = aside(
    clause,
    args.filter((arg) => !isIn(chip, arg)),
  );
  const removed = args.flatMap((arg, at): readonly TextEdit[] => {
    if (!others.some(({ from }) => from === arg.from)) return [];
    return [{ from: args[at - 1]!.to, to: arg.to, text: '' }];
  });
  return edited(text, [{ ...first!, text: added }, ...removed]);
}

/** The clause turned into its opposite, where the language can say it. */
export function negateClause(text: string, index: number): Edited {
  const chip = chipsOf(text)[index];
  const tree = chip && parse(chip.text).tree;
  if (!tree) return refused('There is no such clause.');
  const negation = negate(tree);
  if (negation.kind === 'refused') return negation;
  const result = replaceClause(text, index, negation.text);
  return result.kind === 'edited' && negation.note !== undefined
    ? { ...result, note: negation.note }
    : result;
}

/** A bare key or value would join the pairs beside it; in an and() of its own it stays by itself. */
function aside(clause: string, siblings: readonly Expression[]): string {
  const { tree } = parse(clause);
  if (tree?.kind !== 'comparison') return clause;
  const group = findField(tree.field.name)?.pair?.group;
  const isSame = (arg: Expression) =>
    arg.kind === 'comparison' && isPairComparison(arg) && findField(arg.field.name)?.pair?.group === group;
  return group && siblings.some(isSame) ? `and(${clause})` : clause;
}

function isIn(chip: Chip, arg: Expression): boolean {
  return chip.ranges.some(({ from }) => from === arg.from);
}

function printedText(text: string): string | undefined {
  const { tree } = parse(text);
  return tree && print(tree);
}

function edited(text: string, edits: readonly TextEdit[]): Edited {
  return { kind: 'edited', text: applyEdits(text, edits), edits };
}

function refused(reason: string): Edited {
  return { kind: 'refused', reason };
}
