import type { JsonObject, JsonValue } from '../../../contract/run.ts';
import { isBlank, isObject } from './json.ts';
import type { RunTable } from './run-table.ts';
import type { Row, RunWrite } from './types.ts';

export type Operation = 'create' | 'update';

/** Every field that operations can fight over; the place in the list is its bit in `present` and `fromUpdate`. */
const FIELDS = [
  'name',
  'run_type',
  'session_id',
  'parent_run_id',
  'trace_id',
  'dotted_order',
  'start_time',
  'end_time',
  'status',
  'error',
  'inputs',
  'outputs',
  'extra',
  'events',
  'serialized',
  'tags',
  'reference_example_id',
  'reference_dataset_id',
  'thread_id',
  'first_token_time',
  'totals',
  'other',
] as const;
export type MergedField = (typeof FIELDS)[number];

const BITS: ReadonlyMap<MergedField, number> = new Map(FIELDS.map((field, place) => [field, 1 << place]));

export function isPresent(table: RunTable, row: Row, field: MergedField): boolean {
  return (table.present[row]! & BITS.get(field)!) !== 0;
}

function isFromUpdate(table: RunTable, row: Row, field: MergedField): boolean {
  return (table.fromUpdate[row]! & BITS.get(field)!) !== 0;
}

export function mark(table: RunTable, row: Row, operation: Operation, field: MergedField): void {
  const bit = BITS.get(field)!;
  table.present[row]! |= bit;
  if (operation === 'update') table.fromUpdate[row]! |= bit;
}

/**
 * Which value survives when operations arrive in any order and more than once (WIRE §4, §8): what an
 * update said beats what a create says, whenever they come; null says nothing, so an error once sent
 * stays; `{}`, `[]` and '' in a create say "not known yet" and replace nothing. Between two updates
 * (or two creates) of one run the later arrival wins.
 *
 * Answers the value to store, or undefined when the old one stays.
 */
export function take<T>(
  table: RunTable,
  row: Row,
  operation: Operation,
  run: RunWrite,
  field: MergedField,
  read: (value: JsonValue) => T | undefined,
): T | undefined {
  const value = run[field];
  if (value === undefined || value === null) return undefined;
  if (operation === 'create') {
    if (isFromUpdate(table, row, field)) return undefined;
    if (isPresent(table, row, field) && isBlank(value)) return undefined;
  }
  const taken = read(value);
  if (taken !== undefined) mark(table, row, operation, field);
  return taken;
}

/** For fields that are merged key by key: whether the stored keys beat the incoming ones. */
export function storedWins(table: RunTable, row: Row, operation: Operation, field: MergedField): boolean {
  return operation === 'create' && isFromUpdate(table, row, field);
}

/** `extra` arrives complete in some updates and partial in others; metadata and runtime merge one level deeper. */
export function mergeExtra(under: JsonObject, over: JsonObject): JsonObject {
  const merged: JsonObject = { ...under, ...over };
  for (const key of ['metadata', 'runtime']) {
    const [below, above] = [under[key], over[key]];
    if (isObject(below) && isObject(above)) merged[key] = { ...below, ...above };
    else if (isObject(below)) merged[key] = below;
  }
  return merged;
}
