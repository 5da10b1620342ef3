/** Statistics by feedback key; the union of what v1 and v2 send (CONTRACT §10.2). */
import type { FeedbackStat } from './run.ts';
import { asNumber, isRow, numberOf, type Misread, type WireRow } from './wire-row.ts';

const NONE: Readonly<Record<string, FeedbackStat>> = {};

function countsOf(value: unknown): Readonly<Record<string, number>> {
  if (!isRow(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([label, count]) => {
      const number = asNumber(count);
      return number === undefined ? [] : [[label, number]];
    }),
  );
}

const stat = (row: WireRow, misread: Misread): FeedbackStat => ({
  n: numberOf(row, 'n', misread) ?? 0,
  avg: numberOf(row, 'avg', misread),
  min: numberOf(row, 'min', misread),
  max: numberOf(row, 'max', misread),
  stdev: numberOf(row, 'stdev', misread),
  errors: numberOf(row, 'errors', misread),
  values: countsOf(row['values']),
  comments: Array.isArray(row['comments'])
    ? row['comments'].filter((entry): entry is string => typeof entry === 'string')
    : [],
});

export function feedbackStats(value: unknown, misread: Misread): Readonly<Record<string, FeedbackStat>> {
  if (value === undefined || value === null) return NONE;
  if (!isRow(value)) {
    misread('feedback_stats');
    return NONE;
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) => {
      if (isRow(entry)) return [[key, stat(entry, (field) => misread(`feedback_stats.${field}`))]];
      if (entry !== null) misread('feedback_stats');
      return [];
    }),
  );
}
