/** Which rows of a page are new, and which of its ids must be remembered to know that of the next. */
import type { RunPage } from '../../../contract/api.ts';
import type { FullRun } from '../../../contract/run.ts';
import type { Task } from '../../../extract/plan/tasks.ts';
import type { Checkpoint } from './checkpoint.ts';

type Memory = Pick<Checkpoint, 'lastIds' | 'upperIds' | 'lowerIds'>;

export function freshRows(page: RunPage<FullRun>, memory: Memory): readonly FullRun[] {
  const seen = new Set([...memory.lastIds, ...memory.upperIds]);
  return page.rows.filter(({ run }) => !seen.has(run.id) && seen.add(run.id));
}

const idsOf = (rows: readonly FullRun[]) => rows.map(({ run }) => run.id);

export function rememberedAfter(
  page: RunPage<FullRun>,
  memory: Memory,
  task: Task,
  next: Task | undefined,
): Memory {
  const bound = task.query.window.from;
  const atBound = bound === undefined ? [] : page.rows.filter(({ run }) => run.startTime <= bound);
  const lowerIds = [...memory.lowerIds, ...idsOf(atBound)];
  if (next === task) return { lastIds: idsOf(page.rows), upperIds: memory.upperIds, lowerIds };
  return { lastIds: [], upperIds: next?.isNext === true ? lowerIds : [], lowerIds: [] };
}
