/** What a server refuses, or has never been seen to take, in words that it is known to take. */
import type { Comparison, Expression } from '../ast.ts';
import { clausesOf, isPairComparison } from '../clauses.ts';
import { nearestToErrorText, portable } from '../portable.ts';
import { SAFE_LIST } from '../portability/value-doubts.ts';
import { print, printLiteral } from '../print.ts';
import { findComparison, findNode } from '../find-node.ts';
import { type FixMaker, replace } from './fix.ts';

const rewrite: FixMaker = ({ tree, problem }) => {
  const comparison = findComparison(tree, problem);
  if (!comparison) return [];
  const text = portable(comparison);
  if (text !== undefined) return [replace(comparison, text)];
  const nearest = nearestToErrorText(comparison);
  return nearest === undefined ? [] : [{ ...replace(comparison, nearest), isGuess: true }];
};

/** Of a clause that has no other words: its neighbours are still worth asking. */
const leaveOut: FixMaker = ({ tree, problem, text }) => {
  const comparison = findComparison(tree, problem);
  const and = comparison && findNode(tree, comparison, 'logical');
  if (!and || and.op !== 'and' || and.args.length < 2 || portable(comparison) !== undefined) return [];
  const rest = and.args.filter((arg) => arg !== comparison);
  if (rest.length === and.args.length) return [];
  const sources = rest.map(({ from, to }) => text.slice(from, to));
  const written = sources.length === 1 ? sources[0]! : `and(${sources.join(', ')})`;
  const title = `Leave out ${print(comparison)}, and look for it among the loaded rows`;
  return [{ ...replace(and, written, title), isGuess: true }];
};

/** Every key with its values in an and() of its own. */
const nestPairs: FixMaker = ({ tree, problem, text }) => {
  const and = findNode(tree, problem, 'logical');
  if (!and) return [];
  const isPair = (arg: Expression): arg is Comparison => arg.kind === 'comparison' && isPairComparison(arg);
  const rest = and.args.filter((arg) => !isPair(arg)).map(({ from, to }) => text.slice(from, to));
  const nested = clausesOf(and.args.filter(isPair)).map(
    ({ members }) => `and(${members.map((member) => print(member)).join(', ')})`,
  );
  const title = 'Put each key and its value into an and() of its own';
  return [replace(and, `and(${[...rest, ...nested].join(', ')})`, title)];
};

const splitList: FixMaker = ({ tree, problem }) => {
  const comparison = findComparison(tree, problem);
  if (comparison?.op !== 'in' || comparison.value.kind !== 'list') return [];
  const { items } = comparison.value;
  const parts: string[] = [];
  for (let at = 0; at < items.length; at += SAFE_LIST) {
    const part = items.slice(at, at + SAFE_LIST).map(printLiteral);
    parts.push(`in(${comparison.field.name}, [${part.join(', ')}])`);
  }
  return [replace(comparison, `or(${parts.join(', ')})`, `Split it into ${parts.length} lists`)];
};

export const PORTABLE_FIXES: Readonly<Record<string, FixMaker>> = {
  refused: (place) => [...rewrite(place), ...leaveOut(place)],
  unproven: rewrite,
  'dotted-field': rewrite,
  'unproven-null': rewrite,
  'unknown-order': rewrite,
  'several-keys': nestPairs,
  'long-list': splitList,
};
