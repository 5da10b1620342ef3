/** What a card says of a download. */
import { expect, test } from 'vitest';
import type { RateState } from '../../../api/rate-budget.ts';
import { spec } from '../../../extract/cases/spec.ts';
import type { ExtractKind } from '../../../extract/spec.ts';
import { BEGINNING, type Checkpoint } from '../machine/checkpoint.ts';
import type { DownloadRecord } from '../record.ts';
import { remarksOn } from './remarks.ts';
import { progressText, secondsLeft } from './status.ts';

const record = (change: Partial<DownloadRecord> = {}): DownloadRecord => ({
  id: 'd',
  title: 'Runs of bot',
  baseName: 'bot-runs',
  spec: spec(),
  tasks: [],
  deployment: { kind: 'sample' },
  projects: [],
  startedAt: 0,
  estimate: {},
  checkpoint: BEGINNING,
  phase: 'reading',
  remarks: [],
  ...change,
});

test.each<[ExtractKind, Partial<Checkpoint>, number | undefined, string]>([
  ['runs', { parts: 1200, rows: 1200 }, 45_000, '1,200 of about 45,000 runs'],
  ['runs', { parts: 12, rows: 12 }, undefined, '12 runs'],
  ['traces', { parts: 300, rows: 1 }, 200, '300 tool runs, 1 row'],
  [
    'conversations',
    { parts: 40, rows: 9, found: 14 },
    60,
    '14 conversations found, 40 of about 60 turns, 9 rows',
  ],
  ['feedback', { parts: 100, rows: 64 }, 100, '100 of about 100 runs, 64 rows'],
])('%s, %j', (kind, change, parts, said) => {
  const checkpoint = { ...BEGINNING, ...change };
  const estimate = { parts };
  expect(progressText({ record: record({ spec: spec({ kind }), checkpoint, estimate }) })).toBe(said);
});

const marks = [
  { done: 0, at: 0 },
  { done: 500, at: 5000 },
];
const rate = (remaining: number): RateState => ({
  limits: [{ id: 'v1', label: 'run queries', count: 10, seconds: 10, remaining }],
  inFlight: 0,
  waiting: 0,
  retries: [],
});

test.each([
  ['the pace of the last moments', 5000, undefined, 15],
  ['which falls while nothing comes', 10_000, undefined, 30],
  ['the limit, when it is slower', 5000, rate(0), 40],
  ['the limit alone after a long wait', 60_000, rate(0), 40],
  ['a limit that leaves enough', 5000, rate(100), 15],
  ['nothing', 60_000, undefined, undefined],
])('time left follows %s', (_, now, state, seconds) => {
  const estimate = { parts: 2000, requests: 50 };
  const checkpoint = { ...BEGINNING, parts: 500, requests: 10 };
  expect(secondsLeft({ record: record({ estimate, checkpoint }), live: { marks } }, state, now)).toBe(
    seconds,
  );
});

const file = { rows: 1, columns: [], remarks: [], bytes: 1, sha256: '', name: 'f.csv', isPicked: false };

test.each<[string, Partial<DownloadRecord>, readonly string[]]>([
  [
    'an unfinished file says what it lacks',
    { phase: 'partial', file, manifest: { gaps: ['Stopped after 3 runs; the rest is missing.'] } },
    ['Stopped after 3 runs; the rest is missing.'],
  ],
  [
    'gaps come before remarks, and nothing twice',
    { phase: 'done', checkpoint: { ...BEGINNING, gaps: ['gap'] }, remarks: ['remark', 'remark'] },
    ['gap', 'remark'],
  ],
  [
    'where the manifest of a chosen file is',
    { phase: 'done', file: { ...file, isPicked: true } },
    [expect.stringContaining('browser’s downloads') as string],
  ],
])('%s', (_, change, said) => {
  expect(remarksOn(record(change))).toEqual(said);
});
