/**
 * The opposite of a filter without not(), which LangSmith refuses. Exact, or refused with the reason;
 * `note` is set where only lists of values make a difference.
 */
import type { Comparison, Expression, Logical } from './ast.ts';
import { clausesOf, isKeyComparison, isPairComparison } from './clauses.ts';
import { print, printLiteral } from './print.ts';
import { resolveField } from './resolve-field.ts';

export type Negation =
  | { readonly kind: 'negated'; readonly text: string; readonly note?: string }
  | { readonly kind: 'refused'; readonly reason: string };

export function negate(tree: Expression): Negation {
  switch (tree.kind) {
    case 'comparison':
      return negateComparison(tree);
    case 'logical':
      return negateLogical(tree);
    case 'search':
      return refused('LangSmith cannot ask for texts in which words are missing.');
    default:
      return refused('This part is not understood; repair it first.');
  }
}

const OPPOSITES: Readonly<Record<string, string>> = {
  eq: 'neq',
  neq: 'eq',
  like: 'notlike',
  notlike: 'like',
};
const ORDERS: Readonly<Record<string, string>> = { gt: 'lte', gte: 'lt', lt: 'gte', lte: 'gt' };

function negateComparison(comparison: Comparison): Negation {
  const { op, field: written, value } = comparison;
  const field = resolveField(written.name);
  if (!field || field.type === 'cursor') return refused(`There is no opposite of "${written.name}".`);
  if (field.type === 'json') return negateMetadata(comparison);
  if (field.type === 'tag' && op === 'has') {
    return refused('LangSmith cannot ask for the absence of a tag; mark such runs in their metadata.');
  }
  if (field.pair?.group === 'feedback' && field.pair.part !== 'key') {
    return refused('Runs without feedback would have to match as well; say which feedback key is meant.');
  }
  if (op === 'in') return negateIn(comparison);
  const opposite = op === 'has' ? 'neq' : OPPOSITES[op];
  if (opposite) return negated(`${opposite}(${written.name}, ${printLiteral(value)})`);
  const order = ORDERS[op];
  if (!order) return refused(`"${op}" has no opposite.`);
  if (!field.nullable) return negated(`${order}(${written.name}, ${printLiteral(value)})`);
  return refused(`A run without "${written.name}" would match neither; choose ${order} if that is meant.`);
}

function negateMetadata({ op, value }: Comparison): Negation {
  if (op === 'exists' && value.kind === 'string') {
    return negated(`neq(metadata_key, ${JSON.stringify(value.value)})`);
  }
  return refused('Write metadata_key and metadata_value instead of metadata first.');
}

function negateIn(comparison: Comparison): Negation {
  const { field, value } = comparison;
  if (value.kind !== 'list' || value.items.length === 0) return refused('There is no list to deny.');
  const parts = value.items.map((item) => `neq(${field.name}, ${printLiteral(item)})`);
  const [only] = parts;
  if (parts.length === 1) return negated(only!);
  // Two keys in one and() are doubtful (UNKNOWNS U7), so each gets its own.
  return negated(`and(${(isPairComparison(comparison) ? parts.map(alone) : parts).join(', ')})`);
}

function negateLogical(tree: Logical): Negation {
  const [first] = tree.args;
  if (tree.op === 'not') return first ? negated(print(first)) : refused('There is nothing to deny.');
  const pairs = tree.op === 'and' ? tree.args.filter(isPair) : [];
  if (pairs.length > 1 || (pairs.length === 1 && tree.args.length > 1)) return negatePairs(tree, pairs);
  const parts = tree.args.map(negate);
  const reasons = parts.flatMap((part) => (part.kind === 'refused' ? part.reason : []));
  if (reasons[0] !== undefined) return refused(reasons[0]);
  const done = parts.flatMap((part) => (part.kind === 'negated' ? part : []));
  const [only] = done;
  if (done.length === 1 && only) return only;
  const op = tree.op === 'and' ? 'or' : 'and';
  const texts = done.map(({ text }) => (op === 'and' && isBarePair(text) ? alone(text) : text));
  const note = done.find((part) => part.note !== undefined)?.note;
  return negated(`${op}(${texts.join(', ')})`, note);
}

/** Only the usual pair: one key, one value of it. */
function negatePairs(tree: Logical, pairs: readonly Comparison[]): Negation {
  const [clause, ...others] = clausesOf(pairs);
  const [key, value, ...more] = clause?.members ?? [];
  if (others.length > 0 || more.length > 0 || tree.args.length > 2 || !key || !value) {
    return refused('Key and value stand beside other filters; put each pair into an and() of its own.');
  }
  if (clause!.group === 'feedback') {
    return refused('Runs without this feedback would have to match as well.');
  }
  const opposite = OPPOSITES[value.op];
  const isPlain = isKeyComparison(key) && key.op === 'eq' && (value.op === 'eq' || value.op === 'like');
  if (!isPlain || !opposite) return refused('Only "this key has this value" can be denied.');
  const note = 'A list under this key matches both, when one of its values does and another does not.';
  const pair = `and(${print(key)}, ${opposite}(${value.field.name}, ${printLiteral(value.value)}))`;
  return negated(`or(neq(${key.field.name}, ${printLiteral(key.value)}), ${pair})`, note);
}

function isPair(arg: Expression): arg is Comparison {
  return arg.kind === 'comparison' && isPairComparison(arg);
}

function isBarePair(text: string): boolean {
  return /^\w+\((?:metadata|input|output|feedback)_/.test(text);
}

function alone(text: string): string {
  return `and(${text})`;
}

function negated(text: string, note?: string): Negation {
  return note === undefined ? { kind: 'negated', text } : { kind: 'negated', text, note };
}

function refused(reason: string): Negation {
  return { kind: 'refused', reason };
}
