/** One download from where it is to its file. Throws what stopped it; the list says how far it came. */
import { systemClock } from '../../../api/clock.ts';
import type { RateBudget } from '../../../api/rate-budget.ts';
import type { Api } from '../../../contract/api.ts';
import { connectSpool, type Spool } from '../../../extract/connect-spool.ts';
import { isGrouped } from '../../../extract/compose.ts';
import { manifestOf } from '../../../extract/manifest.ts';
import { hasRoots } from '../../../extract/plan/tasks.ts';
import { kindWords } from '../kind-words.ts';
import { type DownloadRecord, fileName } from '../record.ts';
import type { DownloadList } from './download-list.ts';
import type { Checkpoint } from './checkpoint.ts';
import { fetchRows } from './fetch-rows.ts';
import { findings } from './findings.ts';
import { pendingRoots } from './pending-roots.ts';
import { type Mark, recentMarks } from './speed.ts';
import type { Turn } from './turnstile.ts';

export interface DownloadBackend {
  readonly api: Api;
  readonly budget?: RateBudget;
}

/** What a download reads through. */
export interface Line extends DownloadBackend {
  readonly turn: Turn;
}

/** The download was taken from the list while it ran. */
const gone = () => new DOMException('The download was removed.', 'AbortError');

async function changed(
  list: DownloadList,
  id: string,
  change: Partial<DownloadRecord>,
): Promise<DownloadRecord> {
  const record = await list.update(id, change);
  if (!record) throw gone();
  return record;
}

async function read(
  list: DownloadList,
  { id, spec, tasks, checkpoint }: DownloadRecord,
  { api, turn }: Line,
  spool: Spool,
  signal: AbortSignal,
): Promise<void> {
  const isRooted = hasRoots(spec.kind);
  const opened = await spool.open(id, checkpoint.size, isGrouped(spec.kind));
  const doneBy = ({ parts, found = 0 }: Checkpoint) => parts + found;
  let marks: readonly Mark[] = [{ done: doneBy(checkpoint), at: Date.now() }];
  await fetchRows({
    api,
    spec,
    tasks,
    from: checkpoint,
    roots: isRooted ? pendingRoots(opened.groups, opened.rooted) : pendingRoots([], []),
    findings: findings(opened.found),
    groups: opened.groups,
    turn,
    append: (text) => spool.append(text),
    save: async (next) => {
      await changed(list, id, { checkpoint: next });
      const at = Date.now();
      marks = recentMarks([...marks, { done: doneBy(next), at }], at);
      list.showLive(id, { marks });
    },
    onWaiting: (waiting) => list.showLive(id, { waiting }),
    clock: systemClock,
    random: Math.random,
    signal,
  });
}

/** What a file made of a part lacks. */
function unfinished({ checkpoint, tasks, spec }: DownloadRecord): string {
  const { parts, task } = checkpoint;
  const where = task < tasks.length ? `, in part ${task + 1} of ${tasks.length}` : '';
  const cut = isGrouped(spec.kind) ? ' Rows that are here may be incomplete themselves.' : '';
  return `Stopped after ${parts} ${kindWords(spec.kind, spec.source).parts}${where}; the rest is missing.${cut}`;
}

async function make(
  list: DownloadList,
  id: string,
  spool: Spool,
  isComplete: boolean,
): Promise<DownloadRecord> {
  const record = await changed(list, id, { phase: 'making' });
  const { checkpoint, spec, remarks } = record;
  const handle = isComplete ? record.handle : undefined;
  const file = await spool.write(spec, handle, (made) => list.showLive(id, { made }));
  const name = handle?.name ?? fileName(record, isComplete);
  const finishedAt = Date.now();
  const manifest = manifestOf({
    ...record,
    ...file,
    file: name,
    isComplete,
    deployment: { ...record.deployment },
    finishedAt,
    requests: checkpoint.requests,
    gaps: isComplete ? checkpoint.gaps : [...checkpoint.gaps, unfinished(record)],
    remarks: [...remarks, ...checkpoint.notices.map(({ message }) => message), ...file.remarks],
  });
  return changed(list, id, {
    phase: isComplete ? 'done' : 'partial',
    finishedAt,
    file: { ...file, name, isPicked: handle !== undefined },
    manifest,
  });
}

/** Without a backend nothing is read any more: the file is made of what is here. */
export async function runDownload(
  list: DownloadList,
  id: string,
  backend: Line | undefined,
  signal: AbortSignal,
): Promise<DownloadRecord> {
  const spool = connectSpool();
  signal.addEventListener('abort', () => spool.stop(), { once: true });
  try {
    if (backend?.budget) list.showLive(id, { budget: backend.budget });
    const record = await changed(list, id, {
      phase: 'reading',
      problem: undefined,
      isPaused: false,
      // A file of fewer rows is not what this becomes.
      file: undefined,
      manifest: undefined,
    });
    if (backend) await read(list, record, backend, spool, signal);
    else await spool.open(id, record.checkpoint.size, false);
    const finished = await make(list, id, spool, backend !== undefined);
    await spool.close();
    return finished;
  } finally {
    spool.stop();
  }
}
