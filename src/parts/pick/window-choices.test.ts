import { describe, expect, test } from 'vitest';
import { fromInputText, toInputText, widerWindow, windowLabel } from './window-choices.ts';

const relative = (seconds: number) => ({ kind: 'relative', seconds }) as const;
const noon = new Date(2026, 9, 5, 12, 30, 15).getTime();

test.each([
  [relative(900), 'Last 15 minutes'],
  [relative(7 * 86_400), 'Last 7 days'],
  [relative(90 * 86_400), 'Last 90 days'],
  [relative(5 * 3600), 'Last 5 hours'],
  [relative(90 * 60), 'Last 90 minutes'],
  [relative(20), 'Last 20 seconds'],
  [{ kind: 'all' } as const, 'All time'],
  [{ kind: 'absolute', from: noon } as const, 'Since 2026-10-05 12:30'],
  [{ kind: 'absolute', to: noon } as const, 'Until 2026-10-05 12:30'],
  [{ kind: 'absolute', from: noon, to: noon } as const, '2026-10-05 12:30 – 2026-10-05 12:30'],
  [{ kind: 'absolute' } as const, 'All time'],
])('%j reads %s', (choice, label) => {
  expect(windowLabel(choice)).toBe(label);
});

test.each([
  [relative(900), relative(86_400)],
  [relative(86_400), relative(7 * 86_400)],
  [relative(30 * 86_400), { kind: 'all' }],
  [{ kind: 'absolute', from: 1 } as const, { kind: 'all' }],
  [{ kind: 'all' } as const, undefined],
])('wider than %j is %j', (choice, wider) => {
  expect(widerWindow(choice)).toEqual(wider);
});

describe('times in inputs', () => {
  test('what is shown is read back to the second', () => {
    expect(fromInputText(toInputText(noon))).toEqual({ kind: 'time', time: noon });
    expect(toInputText(undefined)).toBe('');
  });

  test.each([
    ['', { kind: 'none' }],
    ['2026-10-05', { kind: 'time', time: new Date(2026, 9, 5).getTime() }],
    ['2026-10-05 12:30', { kind: 'time', time: new Date(2026, 9, 5, 12, 30).getTime() }],
    ['2026-10-05T12:30:15Z', { kind: 'time', time: Date.UTC(2026, 9, 5, 12, 30, 15) }],
    ['2026-10-05T12:30+02:00', { kind: 'time', time: Date.UTC(2026, 9, 5, 10, 30) }],
    ['yesterday', { kind: 'wrong' }],
    ['2026-13-05', { kind: 'wrong' }],
  ])('%j', (text, expected) => {
    expect(fromInputText(text)).toEqual(expected);
  });
});
