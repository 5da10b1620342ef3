import { expect, test } from 'vitest';
import { earlierErrors, errorDetails, isAbort, reportError } from './report-error.ts';

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
  expect(earlierErrors(undefined)).toEqual([]);
  for (let i = 0; i < 30; i++) reportError(new Error(`no ${i}`), 'query');
  const lines = earlierErrors(undefined);
  expect(lines).toHaveLength(20);
  expect(lines.at(-1)).toMatch(/query: Error: no 29$/);
  expect(isAbort(new Error('other'))).toBe(false);
});
