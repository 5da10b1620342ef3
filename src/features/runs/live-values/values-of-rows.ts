import type { Run } from '../../../contract/run.ts';
import { type ItemValue, flatten } from '../../../filter/flatten.ts';
import type { LiveValue, ValueAsk, ValueKind } from '../../../filter/live-values.ts';
import type { RunRow } from '../run-row.ts';

/** Looked at for values: rows of one project are alike, and this is done between two keys. */
const LOOKED_AT = 2000;

/** The most frequent first, with the number of rows that have it. */
export function valuesOfRows(rows: readonly RunRow[], ask: ValueAsk): readonly LiveValue[] {
  const counts = new Map<ItemValue, number>();
  for (const { run } of rows.slice(0, LOOKED_AT)) {
    for (const value of new Set(VALUES[ask.kind](run, ask.key))) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return [...counts]
    .toSorted((a, b) => b[1] - a[1] || String(a[0]).localeCompare(String(b[0])))
    .map(([value, count]) => ({ value, count }));
}

type Reader = (run: Run, key: string | undefined) => readonly ItemValue[];

const none: Reader = () => [];

const VALUES: Readonly<Record<ValueKind, Reader>> = {
  names: ({ name }) => [name],
  tags: ({ tags }) => tags,
  'run-types': ({ runType }) => [runType],
  statuses: ({ status }) => [status],
  models: (run) => metadataValues(run, 'ls_model_name'),
  threads: ({ threadId }) => (threadId === undefined ? [] : [threadId]),
  'metadata-keys': (run) => metadataItems(run).map(({ path }) => path),
  'metadata-values': metadataValues,
  // Lists of runs carry previews, never inputs or outputs.
  'input-keys': none,
  'output-keys': none,
  'feedback-keys': ({ feedback }) => Object.keys(feedback),
  'feedback-values': ({ feedback }, key) =>
    (key === undefined ? Object.values(feedback) : [feedback[key]]).flatMap((stat) =>
      Object.keys(stat?.values ?? {}),
    ),
};

const metadataItems = ({ metadata }: Run) => (metadata ? flatten(metadata) : []);

function metadataValues(run: Run, key: string | undefined): readonly ItemValue[] {
  return metadataItems(run).flatMap(({ path, value }) =>
    value !== undefined && (key === undefined || path === key) ? [value] : [],
  );
}
