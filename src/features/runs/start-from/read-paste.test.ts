import { describe, expect, test } from 'vitest';
import { isPasted } from './is-pasted.ts';
import { isOnlyFilter, readPaste } from './read-paste.ts';

const CALL = `client.list_runs(project_name="p", filter='eq(name, "a")', is_root=True)`;
const LINK =
  'https://smith.langchain.com/projects/p/2c596da1-02c2-52cf-bb02-6a7f3d66cb7e?searchModel={"filter":"eq(is_root, true)"}';

describe('what a box offers to read', () => {
  test.each([
    [CALL, 'api', 'python', false],
    [CALL, 'bar', 'python', false],
    [LINK, 'api', 'langsmith-link', false],
    ['{"session": ["p"], "filter": "eq(name, 1)"}', 'api', 'json', false],
    ['status:error latency:>5', 'api', 'bar', true],
    ['eq(status, "error")', 'bar', 'filter', true],
    [String.raw`"eq(name, \"x\")"`, 'api', 'filter', true],
  ] as const)('%s in the %s box: %s', (text, language, kind, isAlone) => {
    const found = readPaste(text, language, 0);
    expect(found?.kind).toBe(kind);
    expect(found && isOnlyFilter(found)).toBe(isAlone);
  });

  test.each([
    ['eq(nmae, "x")', 'api'],
    ['eq(name, "x"', 'api'],
    ['eq(status, "error"', 'bar'],
    ['status:error latency:>5', 'bar'],
    ['refund policy', 'api'],
    ['<html>', 'api'],
  ] as const)('%s in the %s box is left to the problems', (text, language) => {
    expect(readPaste(text, language, 0)).toBeUndefined();
  });
});

test.each([
  ['', CALL, true],
  ['eq(', `eq(${CALL}`, true],
  ['', 'e', false],
  ['eq(name, "a")', 'eq(name, "ab")', false],
  [CALL, 'eq(', false],
  ['', ' '.repeat(20), false],
])('from %j to %j is a paste: %s', (before, after, expected) => {
  expect(isPasted(before, after)).toBe(expected);
});
