import type { Sources } from '../compile/row-test.ts';
import { AttachmentTable } from './attachment-table.ts';
import { clearContents, clearLineage } from './clear-row.ts';
import { feedbackStats } from './feedback-stats.ts';
import { FeedbackTable } from './feedback-table.ts';
import { findRows, type Finder } from './find-rows.ts';
import { groupRows } from './group-rows.ts';
import type { Operation } from './merge-rule.ts';
import { metadataValues } from './metadata-values.ts';
import { PayloadItems } from './payload-items.ts';
import { readRun, type RunParts } from './read-run.ts';
import { Rollup } from './rollup.ts';
import { DELETED, LIVE, SHELL } from './row-state.ts';
import { RunTable } from './run-table.ts';
import { SearchBlocks } from './search-blocks.ts';
import { statsOf } from './stats.ts';
import { threadsOf } from './threads.ts';
import { TimeOrder } from './time-order.ts';
import { traceRows, traceUsage } from './trace-rows.ts';
import type { Row, RunWrite, Store } from './types.ts';
import { writeRun } from './write-run.ts';

/**
 * The store: columns of typed arrays with a row per run (run-table.ts), and what follows the rows: order by
 * time, sums over subtrees, feedback, full text. Writes touch only the columns and leave marks; readers
 * settle what was marked, so arriving in any order costs nothing and changes nothing.
 *
 * A query is compiled (../compile) to a function of a row and, where an index knows better, to a list of
 * candidate rows. Deleted rows keep their number and are skipped everywhere.
 */
export function createStore(): Store {
  const table = new RunTable();
  const rollup = new Rollup(table);
  const order = new TimeOrder(table);
  const feedback = new FeedbackTable(table);
  const attachments = new AttachmentTable();
  const payloads = new PayloadItems(table);
  const search = new SearchBlocks(table, payloads);
  const sources: Sources = { table, rollup, feedback, payloads, search };
  const finder: Finder = { sources, order };
  const parts: RunParts = { table, rollup, feedback, attachments };
  let size = 0;

  /** Everything that follows rows hears of the change. */
  function changed(row: Row, wasLive: boolean, oldStart: number): void {
    table.version++;
    const isLive = table.state[row] === LIVE;
    if (isLive !== wasLive) size += isLive ? 1 : -1;
    if (!isLive && wasLive) order.remove(row);
    else if (isLive && (!wasLive || oldStart !== table.start[row])) order.add(row);
    payloads.forget(row);
    search.touch(row);
    rollup.touch(table.trace.codes[row]!);
  }

  function write(operation: Operation, run: RunWrite): void {
    const row = table.intern(run.id);
    if (table.state[row] === DELETED) {
      if (operation === 'update') return;
      rollup.touch(table.trace.codes[row]!);
      clearLineage(table, row);
      table.state[row] = SHELL;
    }
    const wasLive = table.state[row] === LIVE;
    const oldStart = table.start[row]!;
    const oldTrace = table.trace.codes[row]!;
    writeRun(table, row, operation, run);
    if (oldTrace !== table.trace.codes[row]) rollup.touch(oldTrace);
    changed(row, wasLive, oldStart);
  }

  function remove(row: Row): void {
    const wasLive = table.state[row] === LIVE;
    table.state[row] = DELETED;
    feedback.deleteOfRow(row);
    attachments.deleteOf(table.ids[row]!);
    clearContents(table, row);
    changed(row, wasLive, table.start[row]!);
  }

  return {
    get size() {
      return size;
    },
    write,
    attach: (attachment) => attachments.put(attachment),
    attachmentBytes: (runId, name) => attachments.get(runId, name),
    deleteRuns(ids) {
      for (const id of ids) {
        const row = table.find(id);
        if (row !== undefined) remove(row);
      }
    },
    deleteTraces(traceIds) {
      for (const id of traceIds) for (const row of table.trace.members(table.traces.find(id))) remove(row);
    },
    deleteProject(projectId) {
      for (const row of table.project.members(table.projects.find(projectId))) remove(row);
      feedback.deleteOfProject(projectId);
    },
    rowOf(id) {
      const row = table.find(id);
      return row !== undefined && table.state[row] === LIVE ? row : undefined;
    },
    keysetOf: (row) => ({ startTime: table.start[row]!, id: table.ids[row]! }),
    run: (row, fields) => readRun(parts, row, fields),
    find: (query, options) => findRows(finder, query, options),
    traceRows: (traceId) => traceRows(table, traceId),
    traceUsage: (traceId) => traceUsage(table, rollup, traceId),
    stats: (rows) => statsOf(sources, rows),
    groupRows: (rows, by, maxGroups) => groupRows(table, rows, by, maxGroups),
    threads: (query) => threadsOf(finder, query),
    metadataValues: (query, keys, k) =>
      metadataValues(table, findRows(finder, query, { order: 'desc' }).rows, keys, k),
    putFeedback: (record) => feedback.put(record),
    feedback: (id) => feedback.get(id),
    deleteFeedback: (id) => feedback.delete(id),
    listFeedback: (filter) => feedback.list(filter),
    projectFeedbackStats: (projectId) => feedbackStats(feedback.ofWholeProject(projectId)),
  };
}
