/**
 * `or(neq(metadata_key, "k"), and(eq(metadata_key, "k"), neq(metadata_value, "v")))` is how barToFilter()
 * says `-metadata.k:v`; read back as one clause, the two languages do not blow each other up.
 */
import type { Comparison, Expression, Logical } from '../ast.ts';
import { isKeyComparison, isPairComparison } from '../clauses.ts';
import { findField } from '../fields.ts';
import { print } from '../print.ts';
import type { BarExpression } from './bar-tree.ts';
import { barToFilter } from './bar-to-filter.ts';
import { barNot } from './build-bar.ts';
import { clauseToBar } from './filter-items-to-bar.ts';
import { printBar } from './print-bar.ts';
import { RemarkBook } from './remark.ts';

export function denialToBar(tree: Logical, book: RemarkBook): BarExpression | undefined {
  const [absent, other] = tree.args;
  if (
    tree.args.length !== 2 ||
    absent?.kind !== 'comparison' ||
    absent.op !== 'neq' ||
    !isKeyComparison(absent)
  )
    return undefined;
  const members = other?.kind === 'logical' && other.op === 'and' ? other.args.filter(isComparison) : [];
  const [key, value] = members;
  if (members.length !== 2 || !key || !value || !isKeyComparison(key) || key.op !== 'eq') return undefined;
  if (print(key) !== print({ ...absent, op: 'eq' })) return undefined;
  const affirmed = value.op === 'neq' ? 'eq' : value.op === 'notlike' ? 'like' : undefined;
  if (!affirmed || !isPairComparison(value)) return undefined;
  const { group } = findField(key.field.name)!.pair!;
  const scratch = new RemarkBook('');
  const clause = clauseToBar({ group, members: [key, { ...value, op: affirmed }] }, scratch, false);
  if (!clause || clause.kind !== 'clause') return undefined;
  // Only what would be said back in the very same words; anything else is left to the long way.
  const denial = barNot(clause);
  const back = barToFilter(printBar(denial));
  if (back.filter !== print(tree)) return undefined;
  for (const { reason } of back.notes) book.note(tree, reason);
  return denial;
}

function isComparison(arg: Expression): arg is Comparison {
  return arg.kind === 'comparison';
}
