import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../filter/diagnose.ts';
import { SEED_FILTERS } from '../../../filter/cases/seed-filters.ts';
import { barDraftOf, withBar } from './bar-draft.ts';

test.each([
  ['', ''],
  ['eq(status, "error")', 'status:error'],
  ['and(eq(status, "error"), gt(latency, 5))', 'status:error AND latency:>5'],
])('%s is %s in the bar', (api, bar) => {
  expect(barDraftOf(api)).toMatchObject({ api, bar, kept: [], isBroken: false });
});

describe('a clause that the bar cannot say', () => {
  const api = 'and(eq(status, "error"), gt(start_time, "2026-01-01T00:00:00Z"), has(tags, "a"))';
  const draft = barDraftOf(api);

  test('is kept and named', () => {
    expect(draft.bar).toBe('status:error AND tags:a');
    expect(draft.kept.map(({ text }) => text)).toEqual(['gt(start_time, "2026-01-01T00:00:00Z")']);
    expect(draft.kept[0]?.reason).not.toBe('');
  });

  test('is still asked after the bar has changed', () => {
    expect(withBar(draft, 'status:success').api).toBe(
      'and(eq(status, "success"), gt(start_time, "2026-01-01T00:00:00Z"))',
    );
    expect(withBar(draft, '').api).toBe('gt(start_time, "2026-01-01T00:00:00Z")');
  });
});

test('a bar that says what it said at first gives the very text back', () => {
  const api = 'and(\n  eq(status, "error"),\n  gt(latency,5)\n)';
  const changed = withBar(barDraftOf(api), 'status:error');
  expect(withBar(changed, 'status:error AND latency:>5 ').api).toBe(api);
});

test('a clause of the bar that the API cannot say is named and stays in the bar', () => {
  const draft = withBar(barDraftOf(''), 'status:error -refund');
  expect(draft).toMatchObject({ api: 'eq(status, "error")', bar: 'status:error -refund' });
  expect(draft.unasked.map(({ text }) => text)).toEqual(['-refund']);
});

test.each([
  ['status:error', false],
  ['status:error -refund', false],
  ['status:error latency:>2m', true],
])('%s is wrong: %s', (bar, isWrong) => {
  expect(withBar(barDraftOf(''), bar)).toMatchObject({ api: 'eq(status, "error")', isWrong });
});

test('a text with an error is not shown in the bar, nor touched', () => {
  expect(barDraftOf('eq(nmae, "x"')).toMatchObject({ api: 'eq(nmae, "x"', bar: '', isBroken: true });
});

test.each(SEED_FILTERS.map((filter) => [filter]))('opening the bar changes nothing: %s', (filter) => {
  const draft = barDraftOf(filter);
  expect(draft.api).toBe(filter);
  if (draft.isBroken) return;
  // Written anew, it is still a filter without an error that holds what was kept.
  const { api } = withBar(draft, `${draft.bar} status:error`);
  expect(diagnose(api).filter(({ severity }) => severity === 'error')).toEqual([]);
  for (const { text } of draft.kept) expect(api).toContain(text);
});
