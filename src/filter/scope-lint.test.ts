import { describe, expect, test } from 'vitest';
import type { ScopeTexts } from './explain-scopes.ts';
import { scopeLint } from './scope-lint.ts';
import { applyMove, movesAt } from './scope-move.ts';
import { applyEdits } from './text-edit.ts';

const RUNS = { view: 'runs' } as const;

/** The texts after the fix of the first hint. */
function repaired(texts: ScopeTexts): ScopeTexts | undefined {
  const fix = scopeLint({ ...texts, ...RUNS })[0]?.fix;
  if (fix?.kind === 'move') return applyMove(texts, fix);
  return fix && { ...texts, traceFilter: applyEdits(texts.traceFilter ?? '', fix.edits) };
}

const PAIR = 'and(eq(feedback_key, "c"), lt(feedback_score, 0.5))';

describe('hints, and what their fix makes of the filters', () => {
  test.each([
    [
      'feedback-of-children',
      { filter: `and(eq(run_type, "llm"), ${PAIR})` },
      { filter: 'eq(run_type, "llm")', traceFilter: PAIR },
    ],
    [
      'feedback-of-children',
      {
        filter: 'and(eq(name, "a"), eq(feedback_key, "c"), lt(feedback_score, 0.5))',
        traceFilter: 'eq(name, "r")',
      },
      { filter: 'eq(name, "a")', traceFilter: `and(eq(name, "r"), ${PAIR})` },
    ],
    [
      'root-in-tree-filter',
      { treeFilter: 'eq(is_root, true)' },
      { treeFilter: '', filter: 'eq(is_root, true)' },
    ],
    [
      'root-in-tree-filter',
      { treeFilter: 'and(eq(is_root, true), eq(name, "r"))' },
      { treeFilter: '', traceFilter: 'eq(name, "r")' },
    ],
    [
      'never-a-root',
      { traceFilter: 'and(eq(is_root, false), eq(name, "r"))' },
      { traceFilter: 'eq(name, "r")', filter: 'eq(is_root, false)' },
    ],
    [
      'always-a-root',
      { traceFilter: 'and(eq(is_root, true), eq(name, "r"))' },
      { traceFilter: 'eq(name, "r")' },
    ],
    [
      'parent-of-root',
      { traceFilter: 'eq(parent_run_id, "0190a5a0-6c1e-7000-8000-000000000001")' },
      { traceFilter: '', filter: 'eq(parent_run_id, "0190a5a0-6c1e-7000-8000-000000000001")' },
    ],
    [
      'asked-twice',
      { filter: "eq(name, 'a')", traceFilter: 'and(eq(name, "a"), gt(latency, 5))' },
      { filter: "eq(name, 'a')", traceFilter: 'gt(latency, 5)' },
    ],
  ])('%s', (code, before, after) => {
    const hints = scopeLint({ ...before, ...RUNS });
    expect(hints.map((hint) => `${hint.severity} ${hint.code}`)).toEqual([`info ${code}`]);
    expect(repaired(before)).toEqual(after);
    expect(scopeLint({ ...repaired(before), ...RUNS })).toEqual([]);
  });
});

describe('nothing to say', () => {
  test.each([
    {},
    { filter: `and(eq(is_root, true), ${PAIR})` },
    { filter: PAIR, isRoot: true },
    { filter: PAIR, view: 'traces' as const },
    { traceFilter: PAIR, treeFilter: 'eq(status, "error")' },
    { filter: 'or(eq(name, "a"), eq(feedback_key, "c"))' },
    { traceFilter: 'eq(parent_run_id, null)' },
    { filter: 'and(eq(name' },
  ])('%j', (texts) => expect(scopeLint({ ...RUNS, ...texts })).toEqual([]));
});

test('any clause can be moved to the other filters', () => {
  const texts = { filter: 'and(eq(name, "a"), gt(latency, 5))', treeFilter: 'eq(status, "error")' };
  const moves = movesAt(texts, 'filter', texts.filter.indexOf('latency'));
  expect(moves.map(({ to }) => to)).toEqual(['traceFilter', 'treeFilter']);
  expect(moves.map((move) => applyMove(texts, move))).toEqual([
    { ...texts, filter: 'eq(name, "a")', traceFilter: 'gt(latency, 5)' },
    { filter: 'eq(name, "a")', treeFilter: 'and(eq(status, "error"), gt(latency, 5))' },
  ]);
  expect(movesAt({ filter: 'and(eq(name' }, 'filter', 5)).toEqual([]);
});
