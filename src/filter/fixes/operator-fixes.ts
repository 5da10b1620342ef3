/** Operators that their field does not take, and values that the operator does not take. */
import type { Comparator, Comparison } from '../ast.ts';
import { negate } from '../negate.ts';
import { portable } from '../portable.ts';
import { printLiteral } from '../print.ts';
import { resolveField } from '../resolve-field.ts';
import { findComparison, findNode } from '../find-node.ts';
import { type FixMaker, type FixSketch, replace } from './fix.ts';

const changeOperator: FixMaker = ({ tree, problem }) => {
  const comparison = findComparison(tree, problem);
  const field = comparison && resolveField(comparison.field.name);
  if (!comparison || !field) return [];
  const { op, value } = comparison;
  const written = printLiteral(value);
  if (field.type === 'json') {
    const key =
      value.kind === 'string' ? [`eq(metadata_key, ${written})`, `exists(metadata, ${written})`] : [];
    return key.map((text) => replace(comparison, text));
  }
  if (field.type === 'tag') return tagQuestion(comparison);
  return likely(op)
    .filter((each) => field.operators.includes(each))
    .flatMap((each) => withOperator(comparison, each));
};

function tagQuestion(comparison: Comparison): readonly FixSketch[] {
  const { op, field, value } = comparison;
  const items = value.kind === 'list' ? value.items : [value];
  const all = items.map((item) => `has(${field.name}, ${printLiteral(item)})`);
  if (op === 'eq' || op === 'in' || op === 'exists') {
    return [replace(comparison, all.length === 1 ? all[0]! : `or(${all.join(', ')})`)];
  }
  const text = `notlike(${field.name}, ${printLiteral(items[0] ?? value)})`;
  return op === 'neq' ? [{ ...replace(comparison, text), isGuess: true }] : [];
}

const ORDERS = ['gt', 'gte', 'lt', 'lte'];

/** What the person may have meant, the closest first. */
function likely(op: Comparator): readonly Comparator[] {
  if (op === 'has' || op === 'exists') return ['eq', 'like', 'in'];
  if (op === 'like') return ['eq', 'gte'];
  if (op === 'notlike') return ['neq'];
  if (op === 'neq') return ['notlike'];
  return ORDERS.includes(op) ? ['eq', 'neq'] : ['eq', 'like', 'gte', 'lte'];
}

function withOperator(comparison: Comparison, op: Comparator): readonly FixSketch[] {
  const { field, value } = comparison;
  if (value.kind === 'list' && op === 'eq') {
    const each = value.items.map((item) => `eq(${field.name}, ${printLiteral(item)})`);
    return each.length > 1
      ? [replace(comparison, `or(${each.join(', ')})`)]
      : each.map((text) => replace(comparison, text));
  }
  const pattern = op === 'like' && value.kind === 'string' ? JSON.stringify(`%${value.value}%`) : undefined;
  return [replace(comparison, `${op}(${field.name}, ${pattern ?? printLiteral(value)})`)];
}

const negateInside: FixMaker = ({ tree, problem }) => {
  const not = findNode(tree, problem, 'logical');
  const inner = not?.args[0];
  if (!not || !inner || not.op !== 'not') return [];
  const negation = negate(inner);
  const rewrite = negation.kind === 'negated' ? negation.text : portable(not);
  return rewrite === undefined ? [] : [replace(not, rewrite)];
};

const makeList: FixMaker = ({ problem, source }) => [replace(problem, `[${source}]`)];

const makeMembership: FixMaker = ({ tree, problem }) => {
  const comparison = findComparison(tree, problem);
  if (comparison?.value.kind !== 'list') return [];
  const { op, field, value } = comparison;
  const each = value.items.map((item) => `${op}(${field.name}, ${printLiteral(item)})`);
  const many = `${op === 'neq' || op === 'notlike' ? 'and' : 'or'}(${each.join(', ')})`;
  const one = each.length === 1 ? [replace(comparison, each[0]!)] : [];
  const list = op === 'eq' ? [replace(comparison, `in(${field.name}, ${printLiteral(value)})`)] : [];
  const all = op === 'has' && each.length > 1 ? [replace(comparison, `and(${each.join(', ')})`)] : [];
  return [...one, ...list, ...(each.length > 1 ? [replace(comparison, many)] : []), ...all];
};

export const OPERATOR_FIXES: Readonly<Record<string, FixMaker>> = {
  'illegal-operator': changeOperator,
  'not-refused': negateInside,
  'list-expected': makeList,
  'list-as-value': makeMembership,
};
