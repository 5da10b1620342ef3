/** What a filter on one field, or one key, chooses: the model behind facets and value chips. */
import type { Comparison, Expression, Literal } from '../ast.ts';
import type { PairGroup } from '../field.ts';
import { findField } from '../fields.ts';
import type { ItemValue } from '../flatten.ts';

export type FacetTarget =
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'pair'; readonly group: PairGroup; readonly key: string };

/** One of these values. */
export interface Facet {
  readonly target: FacetTarget;
  readonly values: readonly ItemValue[];
}

export function facetOf(tree: Expression): Facet | undefined {
  if (tree.kind === 'comparison') return ofField(tree);
  if (tree.kind !== 'logical') return undefined;
  if (tree.op === 'and') return facetOfPair(tree.args);
  return tree.op === 'or' ? union(tree.args.map(facetOf)) : undefined;
}

/** The key and one value of it, standing in one and(). */
export function facetOfPair(args: readonly Expression[]): Facet | undefined {
  const [first, second] = args;
  if (args.length !== 2 || first?.kind !== 'comparison' || second?.kind !== 'comparison') return undefined;
  const [key, value] = isKey(first) ? [first, second] : [second, first];
  const pair = findField(key.field.name)?.pair;
  const part = findField(value.field.name)?.pair;
  const isPair = pair?.part === 'key' && part?.group === pair.group && part.part !== 'key';
  if (!isPair || key.op !== 'eq' || key.value.kind !== 'string') return undefined;
  const values = chosenBy(value);
  return values && { target: { kind: 'pair', group: pair.group, key: key.value.value }, values };
}

function ofField(comparison: Comparison): Facet | undefined {
  const field = findField(comparison.field.name);
  const values = field && !field.pair && field.type !== 'json' ? chosenBy(comparison) : undefined;
  return values && { target: { kind: 'field', field: comparison.field.name }, values };
}

function chosenBy({ op, value }: Comparison): readonly ItemValue[] | undefined {
  if (op !== 'eq' && op !== 'in' && op !== 'has') return undefined;
  const values = (value.kind === 'list' ? value.items : [value]).map(plain);
  return values.every((each) => each !== undefined) ? values : undefined;
}

function plain(literal: Literal): ItemValue | undefined {
  return literal.kind === 'null' || literal.kind === 'list' ? undefined : literal.value;
}

function union(facets: readonly (Facet | undefined)[]): Facet | undefined {
  const [first] = facets;
  if (!first || !facets.every((facet) => facet && sameTarget(facet.target, first.target))) return undefined;
  return { target: first.target, values: [...new Set(facets.flatMap((facet) => facet?.values ?? []))] };
}

export function sameTarget(a: FacetTarget, b: FacetTarget): boolean {
  if (a.kind === 'field') return b.kind === 'field' && a.field === b.field;
  return b.kind === 'pair' && a.group === b.group && a.key === b.key;
}

/** In words that servers are known to take: `in` where it is proven, else or(). Undefined for no value. */
export function facetClause({ target, values }: Facet): string | undefined {
  const literals = values.map((value) => JSON.stringify(value));
  const field = target.kind === 'field' ? findField(target.field) : undefined;
  const takesList = field?.operators.includes('in') && !field.unprovenOperators?.includes('in');
  if (field && takesList && literals.length > 1) return `in(${field.name}, [${literals.join(', ')}])`;
  const each = values.map((value) => one(target, value));
  return each.length > 1 ? `or(${each.join(', ')})` : each[0];
}

function one(target: FacetTarget, value: ItemValue): string {
  const literal = JSON.stringify(value);
  if (target.kind === 'field') {
    return `${findField(target.field)?.type === 'tag' ? 'has' : 'eq'}(${target.field}, ${literal})`;
  }
  const { group, key } = target;
  const part = group === 'feedback' && typeof value === 'number' ? 'score' : 'value';
  return `and(eq(${group}_key, ${JSON.stringify(key)}), eq(${group}_${part}, ${literal}))`;
}

function isKey({ field }: Comparison): boolean {
  return findField(field.name)?.pair?.part === 'key';
}
