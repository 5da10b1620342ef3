import type { Comparison } from './ast.ts';
import type { Clause } from './clauses.ts';
import type { PairPart } from './field.ts';
import { findField } from './fields.ts';
import { isNegative, lowerTest, opposite } from './lower-test.ts';
import type { ItemCondition, Predicate } from './predicate.ts';

const NOTHING: Predicate = { kind: 'constant', holds: false };

/**
 * The table of FILTER-LANGUAGE §7. A positive key pins one item, and every condition is about that
 * item. Without one, a negative condition is about all items: none may have the key, none the value.
 * Feedback differs in its negative values, which stay conditions on one feedback (UNKNOWNS U8).
 */
export function lowerClause({ group, members }: Clause): Predicate {
  const conditions = members.map(conditionOf);
  if (!conditions.every((condition) => condition !== undefined)) return NOTHING;
  const some = (where: readonly ItemCondition[]): Predicate => ({ kind: 'some', group, where });
  const key = conditions.find((condition) => condition.on === 'key');
  if (key && !isNegative(key.test)) return some(conditions);
  const deniesAll = (condition: ItemCondition) =>
    isNegative(condition.test) && (condition.on === 'key' || group !== 'feedback');
  const together = conditions.filter((condition) => !deniesAll(condition));
  const denied = conditions.filter(deniesAll);
  return conjunction([
    ...(together.length > 0 ? [some(together)] : []),
    ...denied.map(({ on, test }) => negation(some([{ on, test: opposite(test) }]))),
  ]);
}

function conditionOf(comparison: Comparison): ItemCondition | undefined {
  const field = findField(comparison.field.name);
  const test = field && lowerTest(field, comparison);
  const on: PairPart | undefined = field?.pair?.part;
  return test && on && { on, test };
}

export function conjunction(parts: readonly Predicate[]): Predicate {
  return parts.length === 1 ? parts[0]! : { kind: 'and', parts };
}

export function negation(part: Predicate): Predicate {
  return part.kind === 'constant' ? { kind: 'constant', holds: !part.holds } : { kind: 'not', part };
}
