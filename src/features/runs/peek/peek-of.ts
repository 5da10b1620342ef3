import type { RunsScreen } from '../../../url/screens.ts';
import type { RunRow } from '../run-row.ts';

export type Peek = NonNullable<RunsScreen['peek']>;

/** The row's run is selected in its trace; a root needs no name. The tab that was open stays open. */
export const peekOf = ({ run }: RunRow, before: Peek | undefined): Peek => ({
  traceId: run.traceId,
  projectId: run.projectId,
  rowId: run.id,
  ...(run.isRoot ? {} : { runId: run.id }),
  ...(before?.tab === undefined ? {} : { tab: before.tab }),
});
