/**
 * Reading one row of an answer, field by field. Absent and null are the same: undefined. A value of the
 * wrong kind is undefined too, but reported by the field's name, so that the screen can say what is
 * missing. Written by hand instead of as a schema: a page has a thousand rows of forty fields.
 */
import type { JsonObject, JsonValue } from './run.ts';
import { parseTimestamp } from './timestamp.ts';

export type WireRow = Readonly<Record<string, unknown>>;

/** Told the name of a field that was there and could not be read. */
export type Misread = (field: string) => void;

export const isRow = (value: unknown): value is WireRow =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function read<T>(
  row: WireRow,
  field: string,
  misread: Misread,
  parse: (value: unknown) => T | undefined,
): T | undefined {
  const value = row[field];
  if (value === undefined || value === null) return undefined;
  const result = parse(value);
  if (result === undefined) misread(field);
  return result;
}

const asText = (value: unknown) => (typeof value === 'string' ? value : undefined);
const asFlag = (value: unknown) => (typeof value === 'boolean' ? value : undefined);
const asRow = (value: unknown) => (isRow(value) ? value : undefined);

/** Money is decimal text on v1 and a number on v2; either is read everywhere. */
export function asNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

const asTexts = (value: unknown) =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')
    ? (value as readonly string[])
    : undefined;

export const textOf = (row: WireRow, field: string, misread: Misread) => read(row, field, misread, asText);
export const flagOf = (row: WireRow, field: string, misread: Misread) => read(row, field, misread, asFlag);
export const numberOf = (row: WireRow, field: string, misread: Misread) =>
  read(row, field, misread, asNumber);
export const textsOf = (row: WireRow, field: string, misread: Misread) => read(row, field, misread, asTexts);
export const rowOf = (row: WireRow, field: string, misread: Misread) => read(row, field, misread, asRow);

/** Empty text is what some servers print for "not yet". */
export const timeOf = (row: WireRow, field: string, misread: Misread) =>
  row[field] === '' ? undefined : read(row, field, misread, parseTimestamp);

/** Bodies come out of JSON.parse, so whatever stands there is JSON. */
export const jsonOf = (row: WireRow, field: string): JsonValue | undefined =>
  row[field] === null ? undefined : (row[field] as JsonValue | undefined);

export const objectOf = (row: WireRow, field: string, misread: Misread): JsonObject | undefined =>
  rowOf(row, field, misread) as JsonObject | undefined;

/** Empty text counts as absent: ids and names. */
export const nameOf = (row: WireRow, field: string, misread: Misread) =>
  textOf(row, field, misread) || undefined;
