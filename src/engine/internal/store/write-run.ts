import { flatten } from '../../../filter/flatten.ts';
import type { JsonObject, JsonValue } from '../../../contract/run.ts';
import { firstTokenTime } from './first-token.ts';
import { isObject } from './json.ts';
import { givenDottedOrder, writeLineage } from './lineage.ts';
import { isPresent, mark, mergeExtra, type MergedField, type Operation } from './merge-rule.ts';
import { storedWins, take } from './merge-rule.ts';
import { otherFieldsOf } from './other-fields.ts';
import { readTime } from './read-time.ts';
import { DELETED, ERROR, LIVE, PENDING, SHELL, SUCCESS } from './row-state.ts';
import type { RunTable } from './run-table.ts';
import { threadInMetadata, threadText } from './thread-of.ts';
import type { Row, RunWrite } from './types.ts';
import { readGivenTotals, readUsage, usageInOutputs } from './usage.ts';

/** Writes one operation into the columns. Indexes that follow rows (order, sums, search) are the caller's. */
export function writeRun(table: RunTable, row: Row, operation: Operation, run: RunWrite): void {
  const dottedOrder = givenDottedOrder(table, row);
  writeIdentity(table, row, operation, run);
  writeTimes(table, row, operation, run);
  writePayloads(table, row, operation, run);
  writeExtra(table, row, operation, run);
  writeTotals(table, row, operation, run);
  writeOther(table, row, operation, run);
  writeLineage(table, row, operation, run, dottedOrder);
  table.status[row] = statusOf(table, row);
  if (table.state[row] !== DELETED) {
    const shown = isPresent(table, row, 'name') && !Number.isNaN(table.start[row]!);
    table.state[row] = shown ? LIVE : SHELL;
  }
}

function writeIdentity(table: RunTable, row: Row, operation: Operation, run: RunWrite): void {
  const word = (field: MergedField) => take(table, row, operation, run, field, nonEmpty);
  const name = word('name');
  if (name !== undefined) table.name.set(row, table.names.code(name));
  const runType = word('run_type');
  if (runType !== undefined) table.runType[row] = table.runTypes.code(runType.toLowerCase());
  const project = word('session_id');
  if (project !== undefined) table.project.set(row, table.projects.code(project));
  const example = word('reference_example_id');
  if (example !== undefined) table.example.set(row, table.examples.code(example));
  const dataset = word('reference_dataset_id');
  if (dataset !== undefined) table.dataset[row] = table.datasets.code(dataset);
  const tags = take(table, row, operation, run, 'tags', wordList);
  // Frameworks repeat tags, and what came must be read back.
  if (tags !== undefined) {
    table.tags.set(
      row,
      tags.map((tag) => table.tagWords.code(tag)),
    );
  }
  const thread = take(table, row, operation, run, 'thread_id', threadText);
  if (thread !== undefined && !hasThreadInMetadata(table, row)) {
    table.thread.set(row, table.threads.code(thread));
  }
}

function writeTimes(table: RunTable, row: Row, operation: Operation, run: RunWrite): void {
  const start = take(table, row, operation, run, 'start_time', readTime);
  if (start !== undefined) table.start[row] = start;
  const end = take(table, row, operation, run, 'end_time', readTime);
  if (end !== undefined) table.end[row] = end;
  const firstToken = take(table, row, operation, run, 'first_token_time', readTime);
  if (firstToken !== undefined) table.firstToken[row] = firstToken;
  const status = take(table, row, operation, run, 'status', statusCode);
  if (status !== undefined) table.saidStatus[row] = status;
}

function writePayloads(table: RunTable, row: Row, operation: Operation, run: RunWrite): void {
  for (const field of ['inputs', 'outputs', 'serialized'] as const) {
    const value = take(table, row, operation, run, field, anything);
    if (value === undefined) continue;
    table.setText(row, field, JSON.stringify(value));
    if (field === 'outputs' && !table.usageInMetadata.has(row)) {
      replace(table.usageInOutputs, row, usageInOutputs(value));
    }
  }
  const error = take(table, row, operation, run, 'error', errorText);
  if (error !== undefined) table.setText(row, 'error', JSON.stringify(error));
  const events = take(table, row, operation, run, 'events', list);
  if (events !== undefined) {
    table.setText(row, 'events', JSON.stringify(events));
    if (!isPresent(table, row, 'first_token_time')) table.firstToken[row] = firstTokenTime(events) ?? NaN;
  }
}

function writeExtra(table: RunTable, row: Row, operation: Operation, run: RunWrite): void {
  const incoming = run.extra;
  if (!isObject(incoming)) return;
  const text = table.text(row, 'extra');
  const stored = text === undefined ? undefined : (JSON.parse(text) as JsonObject);
  const extra = !stored
    ? incoming
    : storedWins(table, row, operation, 'extra')
      ? mergeExtra(incoming, stored)
      : mergeExtra(stored, incoming);
  mark(table, row, operation, 'extra');
  table.setText(row, 'extra', JSON.stringify(extra));
  if (isObject(extra.metadata)) writeMetadata(table, row, extra.metadata);
}

function writeMetadata(table: RunTable, row: Row, metadata: JsonObject): void {
  table.metadata.set(row, flatten(metadata));
  const thread = threadInMetadata(metadata);
  if (thread !== undefined) table.thread.set(row, table.threads.code(thread));
  const usage = readUsage(metadata.usage_metadata);
  if (!usage) return;
  table.usageInMetadata.set(row, usage);
  table.usageInOutputs.delete(row);
}

function writeTotals(table: RunTable, row: Row, operation: Operation, run: RunWrite): void {
  const incoming = readGivenTotals(run);
  if (!incoming) return;
  const stored = table.givenTotals.get(row);
  const wins = storedWins(table, row, operation, 'totals');
  table.givenTotals.set(row, wins ? { ...incoming, ...stored } : { ...stored, ...incoming });
  mark(table, row, operation, 'totals');
}

function writeOther(table: RunTable, row: Row, operation: Operation, run: RunWrite): void {
  const incoming = otherFieldsOf(run);
  if (!incoming) return;
  const text = table.text(row, 'other');
  const stored = text === undefined ? {} : (JSON.parse(text) as JsonObject);
  const wins = storedWins(table, row, operation, 'other');
  table.setText(row, 'other', JSON.stringify(wins ? { ...incoming, ...stored } : { ...stored, ...incoming }));
  mark(table, row, operation, 'other');
}

/** An error wins over everything, an explicit word over the end time, which by itself means success. */
function statusOf(table: RunTable, row: Row): number {
  if (table.texts.error[row] !== 0 || table.saidStatus[row] === ERROR) return ERROR;
  if (!Number.isNaN(table.end[row]!) || table.saidStatus[row] === SUCCESS) return SUCCESS;
  return PENDING;
}

function hasThreadInMetadata(table: RunTable, row: Row): boolean {
  return isPresent(table, row, 'extra') && threadInMetadata(storedMetadata(table, row)) !== undefined;
}

function storedMetadata(table: RunTable, row: Row): JsonObject | undefined {
  const extra = JSON.parse(table.text(row, 'extra') ?? '{}') as JsonObject;
  return isObject(extra.metadata) ? extra.metadata : undefined;
}

function nonEmpty(value: JsonValue): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function anything(value: JsonValue): JsonValue {
  return value;
}

function list(value: JsonValue): JsonValue[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

function wordList(value: JsonValue): string[] | undefined {
  return Array.isArray(value) ? value.filter((tag) => typeof tag === 'string') : undefined;
}

function errorText(value: JsonValue): string | undefined {
  if (value === '') return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function statusCode(value: JsonValue): number | undefined {
  if (value === 'success') return SUCCESS;
  // The engine knows three words; `interrupted` is a kind of error (UNKNOWNS U33).
  return value === 'error' || value === 'interrupted' ? ERROR : undefined;
}

function replace<V>(map: Map<Row, V>, row: Row, value: V | undefined): void {
  if (value === undefined) map.delete(row);
  else map.set(row, value);
}
