import { LIVE } from './row-state.ts';
import type { RunTable } from './run-table.ts';
import type { FeedbackFilter, Row, StoredFeedback } from './types.ts';
import { widened } from './widened.ts';

const NONE: readonly StoredFeedback[] = [];

/** Feedback is small next to runs, so records stay records; filters reach them by run and by key. */
export class FeedbackTable {
  private readonly records = new Map<string, StoredFeedback>();
  private readonly byRow = new Map<Row, StoredFeedback[]>();
  private readonly rowsByKey = new Map<string, Map<Row, number>>();
  private readonly ofProject = new Map<string, Set<string>>();
  /** 1 = the row has feedback: spares scans the lookup. */
  private flags: Uint8Array = new Uint8Array(0);
  private readonly table: RunTable;

  constructor(table: RunTable) {
    this.table = table;
  }

  put(feedback: StoredFeedback): void {
    this.delete(feedback.id);
    this.records.set(feedback.id, feedback);
    if (feedback.run_id === null) {
      if (feedback.session_id !== null) this.projectSet(feedback.session_id).add(feedback.id);
      return;
    }
    // The run may arrive later (WIRE §8): until then its row is a shell.
    const row = this.table.intern(feedback.run_id);
    const list = this.byRow.get(row);
    if (list) list.push(feedback);
    else this.byRow.set(row, [feedback]);
    this.count(feedback.key, row, 1);
    this.flag(row, 1);
  }

  get(id: string): StoredFeedback | undefined {
    return this.records.get(id);
  }

  delete(id: string): boolean {
    const feedback = this.records.get(id);
    if (!feedback) return false;
    this.records.delete(id);
    if (feedback.run_id === null) {
      if (feedback.session_id !== null) this.projectSet(feedback.session_id).delete(id);
      return true;
    }
    const row = this.table.intern(feedback.run_id);
    const left = this.of(row).filter((other) => other.id !== id);
    if (left.length > 0) this.byRow.set(row, left);
    else this.byRow.delete(row);
    this.count(feedback.key, row, -1);
    this.flag(row, left.length > 0 ? 1 : 0);
    return true;
  }

  deleteOfRow(row: Row): void {
    for (const { id } of this.of(row)) this.delete(id);
  }

  deleteOfProject(projectId: string): void {
    for (const { id, session_id } of this.records.values()) if (session_id === projectId) this.delete(id);
  }

  of(row: Row): readonly StoredFeedback[] {
    return this.flags[row] === 1 ? this.byRow.get(row)! : NONE;
  }

  /** Rows with feedback of a key; of any key when undefined. Shells included. */
  rowsWith(key: string | undefined): readonly Row[] {
    return key === undefined ? [...this.byRow.keys()] : [...(this.rowsByKey.get(key)?.keys() ?? [])];
  }

  ofWholeProject(projectId: string): readonly StoredFeedback[] {
    return [...this.projectSet(projectId)].map((id) => this.records.get(id)!);
  }

  /** Newest first. */
  list(filter: FeedbackFilter): readonly StoredFeedback[] {
    const candidates = filter.runIds
      ? filter.runIds.flatMap((id) => this.of(this.table.find(id) ?? -1))
      : [...this.records.values()];
    return candidates
      .filter((feedback) => passesFilter(feedback, filter, () => this.projectOf(feedback)))
      .toSorted((a, b) => b.created_at - a.created_at || (a.id < b.id ? 1 : -1));
  }

  /** Programs may leave the project out when they name the run. */
  private projectOf(feedback: StoredFeedback): string | null {
    if (feedback.session_id !== null || feedback.run_id === null) return feedback.session_id;
    const row = this.table.find(feedback.run_id);
    if (row === undefined || this.table.state[row] !== LIVE) return null;
    return this.table.projects.word(this.table.project.codes[row]!);
  }

  private projectSet(projectId: string): Set<string> {
    let set = this.ofProject.get(projectId);
    if (!set) this.ofProject.set(projectId, (set = new Set()));
    return set;
  }

  private count(key: string, row: Row, change: number): void {
    let rows = this.rowsByKey.get(key);
    if (!rows) this.rowsByKey.set(key, (rows = new Map()));
    const count = (rows.get(row) ?? 0) + change;
    if (count > 0) rows.set(row, count);
    else rows.delete(row);
  }

  private flag(row: Row, value: number): void {
    if (row >= this.flags.length) this.flags = widened(this.flags, Math.max(this.table.capacity, row + 1));
    this.flags[row] = value;
  }
}

function passesFilter(
  feedback: StoredFeedback,
  filter: FeedbackFilter,
  project: () => string | null,
): boolean {
  const { keys, projectIds, sources, hasComment, hasScore, level, createdFrom, createdTo } = filter;
  if (keys && !keys.includes(feedback.key)) return false;
  if (sources && !sources.includes(sourceTypeOf(feedback) ?? '')) return false;
  if (hasComment !== undefined && hasComment !== (feedback.comment !== null && feedback.comment !== ''))
    return false;
  if (hasScore !== undefined && hasScore !== (feedback.score !== null)) return false;
  if (level !== undefined && (level === 'run') !== (feedback.run_id !== null)) return false;
  if (createdFrom !== undefined && feedback.created_at < createdFrom) return false;
  if (createdTo !== undefined && feedback.created_at >= createdTo) return false;
  return !projectIds || projectIds.includes(project() ?? '');
}

export function sourceTypeOf(feedback: StoredFeedback): string | undefined {
  const type = feedback.feedback_source?.type;
  return typeof type === 'string' ? type : undefined;
}
