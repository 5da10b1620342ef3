import type { Item } from '../../../filter/flatten.ts';
import type { PairGroup } from '../../../filter/field.ts';
import { passes } from '../../../filter/passes.ts';
import type { ItemCondition } from '../../../filter/predicate.ts';
import { hasFailed, scoreOf } from '../store/feedback-stats.ts';
import { sourceTypeOf } from '../store/feedback-table.ts';
import type { StoredFeedback } from '../store/types.ts';
import { containingLongest } from './compile-payload-text.ts';
import { all, memoized, type RowTest, type Sources } from './row-test.ts';

/** Some single item of the group passes all conditions. */
export function compileItems(sources: Sources, group: PairGroup, where: readonly ItemCondition[]): RowTest {
  switch (group) {
    case 'metadata':
      return compileMetadata(sources, where);
    case 'feedback':
      return compileFeedback(sources, where);
    default:
      return compilePayload(sources, group === 'input' ? 'inputs' : 'outputs', where);
  }
}

/** Each distinct pair is judged once, however many runs have it. */
function compileMetadata({ table: { metadata } }: Sources, where: readonly ItemCondition[]): RowTest {
  const only = onePair(where);
  if (only) {
    const pair = metadata.find(only.path, only.value);
    return (row) => metadata.postings.has(row, pair);
  }
  const judge = memoized(metadata.size, (pair) =>
    itemPasses(where, { path: metadata.path(pair), value: metadata.value(pair) }),
  );
  return (row) => metadata.postings.some(row, judge);
}

/** `eq key` and `eq value`: the usual question. */
export function onePair(where: readonly ItemCondition[]): Item | undefined {
  const key = where.find(({ on }) => on === 'key');
  const value = where.find(({ on }) => on === 'value');
  if (where.length !== 2 || key?.test.op !== 'eq' || value?.test.op !== 'eq') return undefined;
  return typeof key.test.value === 'string' ? { path: key.test.value, value: value.test.value } : undefined;
}

export function itemPasses(where: readonly ItemCondition[], item: Item): boolean {
  return where.every(({ on, test }) => {
    if (on === 'key') return passes(test, item.path);
    return passes(test, on === 'value' ? item.value : undefined);
  });
}

function compilePayload(
  sources: Sources,
  field: 'inputs' | 'outputs',
  where: readonly ItemCondition[],
): RowTest {
  const exact: RowTest = (row) => sources.payloads.of(row, field).some((item) => itemPasses(where, item));
  const narrow = narrowByText(sources, where);
  return narrow ? all([narrow, exact]) : exact;
}

/** A wanted text must stand somewhere in the run, which is quicker to see than to parse payloads. */
function narrowByText(sources: Sources, where: readonly ItemCondition[]): RowTest | undefined {
  for (const { on, test } of where) {
    if (on !== 'value') continue;
    if (test.op === 'like') return containingLongest(sources, test.pattern.parts);
    if (test.op === 'eq' && typeof test.value === 'string') {
      return containingLongest(sources, [test.value.toLowerCase()]);
    }
  }
  return undefined;
}

function compileFeedback({ feedback }: Sources, where: readonly ItemCondition[]): RowTest {
  const holds = (record: StoredFeedback) => where.every(({ on, test }) => passes(test, PARTS[on](record)));
  return (row) => feedback.of(row).some(holds);
}

const PARTS = {
  key: ({ key }: StoredFeedback) => key,
  score: scoreOf,
  value: ({ value }: StoredFeedback) => (typeof value === 'object' ? undefined : value),
  comment: ({ comment }: StoredFeedback) => comment ?? undefined,
  source: sourceTypeOf,
  error: hasFailed,
};
