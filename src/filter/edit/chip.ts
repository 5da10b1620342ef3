/** A filter as chips: what is joined by the outermost and(), each as simple as it can be shown. */
import type { Comparator, Comparison, Expression, Literal, Range } from '../ast.ts';
import { clausesOf, isKeyComparison, isPairComparison } from '../clauses.ts';
import type { PairGroup } from '../field.ts';
import { parse } from '../parse.ts';
import { type Facet, facetOf, facetOfPair } from './facet.ts';

interface ChipPlace {
  /** Where it stands; several when key and value of a pair are arguments of the outermost and(). */
  readonly ranges: readonly Range[];
  /** As a filter of its own, as written. */
  readonly text: string;
  /** Set when it chooses values of one field or key. */
  readonly facet: Facet | undefined;
}

export interface Condition {
  readonly field: string;
  readonly op: Comparator;
  readonly value: Literal;
}

export type Chip = ChipPlace &
  (
    | ({ readonly kind: 'field' } & Condition)
    | {
        readonly kind: 'pair';
        readonly group: PairGroup;
        /** Undefined when any key will do. */
        readonly key: Condition | undefined;
        readonly tests: readonly Condition[];
      }
    /** Several values of one field or key, of which one has to match. */
    | { readonly kind: 'choice'; readonly facet: Facet }
    | { readonly kind: 'search'; readonly words: string }
    /** What no form can show; it stays as it was written. */
    | { readonly kind: 'raw' }
  );

export function chipsOf(text: string): readonly Chip[] {
  const { tree } = parse(text);
  if (!tree) return [];
  if (tree.kind !== 'logical' || tree.op !== 'and') return [chipFor(text, tree)];
  const pairs = tree.args.filter(isPair);
  const flat = clausesOf(pairs).map(({ members }) => flatPair(text, members));
  const others = tree.args.filter((arg) => !isPair(arg)).map((arg) => chipFor(text, arg));
  return [...flat, ...others].toSorted((a, b) => a.ranges[0]!.from - b.ranges[0]!.from);
}

function chipFor(text: string, tree: Expression): Chip {
  const place = { ranges: [rangeOf(tree)], text: text.slice(tree.from, tree.to), facet: facetOf(tree) };
  if (tree.kind === 'search') return { ...place, kind: 'search', words: tree.text.value };
  if (tree.kind === 'comparison') {
    return isPairComparison(tree)
      ? { ...place, ...pairOf([tree]) }
      : { ...place, kind: 'field', ...conditionOf(tree) };
  }
  if (tree.kind !== 'logical') return { ...place, kind: 'raw' };
  const members = tree.args.filter(isPair);
  const isOnePair = members.length === tree.args.length && clausesOf(members).length === 1;
  if (tree.op === 'and' && isOnePair) return { ...place, ...pairOf(members) };
  const { facet } = place;
  return facet && tree.op === 'or' ? { ...place, kind: 'choice', facet } : { ...place, kind: 'raw' };
}

function flatPair(text: string, members: readonly Comparison[]): Chip {
  const sources = members.map(({ from, to }) => text.slice(from, to));
  return {
    ranges: members.map(rangeOf),
    text: sources.length > 1 ? `and(${sources.join(', ')})` : sources[0]!,
    facet: facetOfPair(members),
    ...pairOf(members),
  };
}

function pairOf(members: readonly Comparison[]) {
  const { group } = clausesOf(members)[0]!;
  const key = members.find(isKeyComparison);
  const tests = members.filter((member) => member !== key).map(conditionOf);
  return { kind: 'pair', group, key: key && conditionOf(key), tests } as const;
}

function conditionOf({ field, op, value }: Comparison): Condition {
  return { field: field.name, op, value };
}

function isPair(arg: Expression): arg is Comparison {
  return arg.kind === 'comparison' && isPairComparison(arg);
}

function rangeOf({ from, to }: Range): Range {
  return { from, to };
}
