/** `datetime.now() - timedelta(days=1)`, `new Date(Date.now() - 864e5)` and their kin. */
import { parseTimestamp } from '../../contract/timestamp.ts';
import type { CodeValue } from './evaluate-code.ts';
import type { CodeExpression } from './parse-code.ts';

type Call = Extract<CodeExpression, { kind: 'call' }>;

const SECONDS: Readonly<Record<string, number>> = {
  weeks: 604_800,
  days: 86_400,
  hours: 3600,
  minutes: 60,
  seconds: 1,
  milliseconds: 0.001,
};
/** In the order of timedelta's arguments without a name. */
const UNNAMED = ['days', 'seconds'];

/** Undefined when the call has nothing to do with times. */
export function callTime(
  call: Call,
  valueOf: (expression: CodeExpression) => CodeValue,
): CodeValue | undefined {
  const last = call.name.split('.').at(-1)!;
  const isNow = last === 'now' || last === 'utcnow' || last === 'today';
  if (isNow) return { kind: 'ago', seconds: 0 };
  if (last === 'timedelta') return span(call, valueOf);
  const args = call.args.plain.map(valueOf);
  if (last === 'Date' && args.length === 0) return { kind: 'ago', seconds: 0 };
  if (last === 'Date') return args.length > 1 ? calendar(args, 0) : dateOf(args);
  if (last === 'datetime' && args.length >= 3) return calendar(args, 1);
  if (last === 'UTC' && args.length >= 2) return calendar(args, 0);
  if (last === 'fromisoformat' || last === 'parse' || last === 'Timestamp') return dateOf(args);
  return undefined;
}

function span({ args }: Call, valueOf: (expression: CodeExpression) => CodeValue): CodeValue {
  const named = [...args.plain.map((each, index) => [UNNAMED[index] ?? '', each] as const), ...args.named];
  let seconds = 0;
  for (const [unit, expression] of named) {
    const value = valueOf(expression);
    const size = SECONDS[unit];
    if (size === undefined || value.kind !== 'plain' || typeof value.value !== 'number') {
      return { kind: 'unknown', text: 'timedelta(…)' };
    }
    seconds += size * value.value;
  }
  return { kind: 'span', seconds };
}

function dateOf([first]: readonly CodeValue[]): CodeValue | undefined {
  if (first?.kind === 'ago' || first?.kind === 'moment') return first;
  const time = first?.kind === 'plain' ? parseTimestamp(first.value) : undefined;
  return time === undefined ? undefined : { kind: 'moment', time };
}

/** Months count from 1 in Python, from 0 in JavaScript. Read as UTC, as the server reads naive times. */
function calendar(args: readonly CodeValue[], firstMonth: number): CodeValue | undefined {
  const numbers = args.flatMap((each) =>
    each.kind === 'plain' && typeof each.value === 'number' ? [each.value] : [],
  );
  if (numbers.length < 2) return undefined;
  const [year = 0, month = 0, day = 1, hour = 0, minute = 0, second = 0, small = 0] = numbers;
  const millis = firstMonth === 1 ? small / 1000 : small;
  const time = Date.UTC(year, month - firstMonth, day, hour, minute, second) + millis;
  return Number.isFinite(time) ? { kind: 'moment', time } : undefined;
}

/** JavaScript counts in milliseconds, Python in timedeltas. */
export function plusTime(op: string, a: CodeValue, b: CodeValue): CodeValue | undefined {
  if (op === '*' && (a.kind === 'span' || b.kind === 'span')) return scaled(a, b);
  if (op !== '+' && op !== '-') return undefined;
  const seconds = secondsOf(b);
  if (seconds === undefined) return undefined;
  const sign = op === '-' ? 1 : -1;
  if (a.kind === 'ago') return { kind: 'ago', seconds: a.seconds + sign * seconds };
  if (a.kind === 'moment') return { kind: 'moment', time: a.time - sign * seconds * 1000 };
  if (a.kind === 'span' && b.kind === 'span') return { kind: 'span', seconds: a.seconds - sign * seconds };
  return undefined;
}

function scaled(a: CodeValue, b: CodeValue): CodeValue | undefined {
  const [left, right] = a.kind === 'span' ? [a, b] : [b, a];
  if (left.kind !== 'span' || right.kind !== 'plain' || typeof right.value !== 'number') return undefined;
  return { kind: 'span', seconds: left.seconds * right.value };
}

function secondsOf(value: CodeValue): number | undefined {
  if (value.kind === 'span') return value.seconds;
  return value.kind === 'plain' && typeof value.value === 'number' ? value.value / 1000 : undefined;
}
