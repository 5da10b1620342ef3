import { expect, test } from 'vitest';
import { errorDetails, isAbort, recentErrors, reportError } from './report-error.ts';

test('details tell the error and its causes, without keys', () => {
  const error = new Error('Could not read', { cause: new Error('refused lsv2_pt_0123456789abcdef_ff') });
  const details = errorDetails(error, ['Runlens 1'], ['my-own-key']);
  expect(details).toContain('Could not read');
  expect(details).toContain('Caused by: Error: refused [removed]');
  expect(details).not.toContain('lsv2_');
});

test('anything thrown can be told', () => {
  expect(errorDetails('a text with my-own-key', [], ['my-own-key'])).toContain('a text with [removed]');
});

test('cancelling is not an error, and the newest twenty errors are kept', () => {
  reportError(new DOMException('stop', 'AbortError'), 'query');
  expect(recentErrors()).toEqual([]);
  for (let i = 0; i < 30; i++) reportError(i, 'query');
  expect(recentErrors().map(({ error }) => error)).toEqual(Array.from({ length: 20 }, (_, i) => i + 10));
  expect(isAbort(new Error('other'))).toBe(false);
});
