/** What filters mean, for the reference and for the lowered predicate alike. */
import { describe, expect, test } from 'vitest';
import { type RunSketch, buildRun } from './cases/build-run.ts';
import { interpretPredicate } from './cases/interpret-predicate.ts';
import { evaluate } from './evaluate.ts';
import { lower } from './lower.ts';
import { parse } from './parse.ts';

function holds(text: string, sketch: RunSketch): boolean {
  const { tree } = parse(text);
  const run = buildRun(sketch);
  const answer = evaluate(tree!, run);
  expect(interpretPredicate(lower(tree!), run), `lowered ${text}`).toBe(answer);
  return answer;
}

describe('pairs, FILTER-LANGUAGE §7', () => {
  const runs = {
    'no metadata': {},
    'k=v': { k: 'v' },
    'k=w': { k: 'w' },
    'x=v': { x: 'v' },
    'x=w': { x: 'w' },
    'k=v x=w': { k: 'v', x: 'w' },
    'k=w x=v': { k: 'w', x: 'v' },
    'k=[v,w]': { k: ['v', 'w'] },
  };
  test.each([
    ['eq(metadata_key, "k")', 'k=v, k=w, k=v x=w, k=w x=v, k=[v,w]'],
    ['neq(metadata_key, "k")', 'no metadata, x=v, x=w'],
    ['and(neq(metadata_key, "k"))', 'no metadata, x=v, x=w'],
    ['and(eq(metadata_key, "k"), eq(metadata_value, "v"))', 'k=v, k=v x=w, k=[v,w]'],
    ['and(eq(metadata_value, "v"), eq(metadata_key, "k"))', 'k=v, k=v x=w, k=[v,w]'],
    ['and(eq(metadata_key, "k"), neq(metadata_value, "v"))', 'k=w, k=w x=v, k=[v,w]'],
    ['and(neq(metadata_key, "k"), neq(metadata_value, "v"))', 'no metadata, x=w'],
    ['and(neq(metadata_key, "k"), eq(metadata_value, "v"))', 'x=v'],
    ['eq(metadata_value, "v")', 'k=v, x=v, k=v x=w, k=w x=v, k=[v,w]'],
    ['neq(metadata_value, "v")', 'no metadata, k=w, x=w'],
    ['and(in(metadata_key, ["k", "z"]), eq(metadata_value, "v"))', 'k=v, k=v x=w, k=[v,w]'],
    ['and(eq(metadata_key, "k"), like(metadata_value, "%V"))', 'k=v, k=v x=w, k=[v,w]'],
    ['and(eq(metadata_key, "k"), notlike(metadata_value, "v%"))', 'k=w, k=w x=v, k=[v,w]'],
    ['notlike(metadata_value, "v")', 'no metadata, k=w, x=w'],
    // Two keys: each takes the values behind it, up to the next key.
    [
      'and(eq(metadata_key, "k"), eq(metadata_value, "v"), eq(metadata_key, "x"), eq(metadata_value, "w"))',
      'k=v x=w',
    ],
    ['and(eq(metadata_key, "k"), eq(metadata_key, "x"))', 'k=v x=w, k=w x=v'],
    ['and(neq(metadata_key, "k"), neq(metadata_key, "x"))', 'no metadata'],
    ['and(eq(metadata_key, "k"), neq(metadata_key, "x"))', 'k=v, k=w, k=[v,w]'],
    // Nested and() pairs for itself; or() does not pair.
    ['and(eq(metadata_key, "k"), and(eq(metadata_value, "v")))', 'k=v, k=v x=w, k=w x=v, k=[v,w]'],
    ['or(eq(metadata_key, "k"), eq(metadata_value, "v"))', 'k=v, k=w, x=v, k=v x=w, k=w x=v, k=[v,w]'],
    // Other comparisons in between change nothing.
    ['and(eq(metadata_key, "k"), eq(name, "run"), eq(metadata_value, "v"))', 'k=v, k=v x=w, k=[v,w]'],
    ['not(and(eq(metadata_key, "k"), eq(metadata_value, "v")))', 'no metadata, k=w, x=v, x=w, k=w x=v'],
  ])('%s', (text, expected) => {
    const matching = Object.entries(runs).filter(([, metadata]) => holds(text, { metadata }));
    expect(matching.map(([name]) => name).join(', ')).toBe(expected);
    // The same rules for inputs and outputs.
    for (const group of ['input', 'output'] as const) {
      const same = text.replaceAll('metadata_', `${group}_`);
      const others = Object.entries(runs).filter(([, items]) => holds(same, { [`${group}s`]: items }));
      expect(others.map(([name]) => name).join(', ')).toBe(expected);
    }
  });

  test('two groups in one and() are weighed apart', () => {
    const text =
      'and(eq(feedback_key, "k"), gte(feedback_score, 0.5), eq(metadata_key, "n"), eq(metadata_value, "m"))';
    const feedback = [{ key: 'k', score: 0.7 }];
    expect(holds(text, { feedback, metadata: { n: 'm' } })).toBe(true);
    expect(holds(text, { feedback, metadata: { n: 'x' } })).toBe(false);
    expect(holds(text, { metadata: { n: 'm' } })).toBe(false);
  });
});

describe('feedback: some record of that key', () => {
  const feedback = [
    { key: 'a', score: 1 },
    { key: 'a', score: 0 },
    { key: 'b', value: 'pass', comment: 'Good job', source: 'api' },
    { key: 'c', error: true },
  ];
  test.each([
    ['and(eq(feedback_key, "a"), eq(feedback_score, 1))', true],
    ['and(eq(feedback_key, "a"), lt(feedback_score, 0.5))', true],
    ['and(eq(feedback_key, "b"), gte(feedback_score, 0))', false],
    ['and(eq(feedback_key, "a"), gt(feedback_score, 0), lt(feedback_score, 1))', false],
    ['eq(feedback_score, true)', true],
    ['gt(feedback_score, 1)', false],
    ['and(eq(feedback_key, "b"), eq(feedback_value, "pass"))', true],
    ['and(eq(feedback_key, "b"), neq(feedback_value, "pass"))', false],
    ['and(eq(feedback_key, "a"), neq(feedback_score, 1))', true],
    ['neq(feedback_key, "z")', true],
    ['neq(feedback_key, "a")', false],
    ['and(neq(feedback_key, "z"), eq(feedback_score, 1))', true],
    ['and(neq(feedback_key, "z"), neq(feedback_score, 1))', true],
    ['in(feedback_key, ["z", "c"])', true],
    ['and(eq(feedback_key, "b"), like(feedback_comment, "%good%"))', true],
    ['and(eq(feedback_key, "b"), eq(feedback_source, "api"))', true],
    ['and(eq(feedback_key, "c"), eq(feedback_error, true))', true],
    ['and(eq(feedback_key, "c"), eq(feedback_score, null))', true],
    ['and(eq(feedback_key, "a"), eq(feedback_score, null))', false],
  ])('%s is %s', (text, expected) => expect(holds(text, { feedback })).toBe(expected));

  test('a run without feedback has no feedback with another score', () => {
    expect(holds('neq(feedback_score, 1)', {})).toBe(false);
    expect(holds('neq(feedback_key, "a")', {})).toBe(true);
  });
});

describe('single fields', () => {
  const failed: RunSketch = { status: 'error', error: 'Rate limit\nreached' };
  const root: RunSketch = { isRoot: true };
  const child: RunSketch = { isRoot: false, parentId: 'r0', traceId: 'r0' };
  const timed: RunSketch = { endTime: Date.UTC(2026, 0, 31, 12, 0, 5), latencySeconds: 5 };
  const noon = Date.UTC(2026, 0, 31, 12);
  const rows: readonly (readonly [string, RunSketch, boolean])[] = [
    ['eq(name, "Run")', { name: 'run' }, false],
    ['eq(name, "run")', { name: 'run' }, true],
    ['in(name, ["a", "run"])', { name: 'run' }, true],
    ['in(name, [])', { name: 'run' }, false],
    ['like(name, "r%N")', { name: 'run' }, true],
    ['like(name, "u")', { name: 'run' }, false],
    ['notlike(name, "x%")', { name: 'run' }, true],
    ['eq(id, "ABC")', { id: 'abc' }, true],
    ['neq(run_type, "llm")', { runType: 'chain' }, true],
    ['eq(status, "interrupted")', { status: 'interrupted' }, true],
    ['neq(error, null)', failed, true],
    ['neq(error, null)', {}, false],
    ['eq(error, null)', failed, false],
    ['eq(error, true)', failed, true],
    ['eq(error, false)', {}, true],
    ['neq(error, true)', {}, true],
    ['neq(error, null)', { status: 'pending', error: 'partial' }, false],
    ['like(error, "%rate%")', failed, true],
    ['like(error, "%rate%")', {}, false],
    ['notlike(error, "%rate%")', {}, true],
    ['eq(is_root, true)', root, true],
    ['eq(is_root, true)', child, false],
    ['eq(execution_order, 1)', root, true],
    ['eq(execution_order, 1)', child, false],
    ['neq(execution_order, 1)', child, true],
    ['eq(execution_order, 2)', child, false],
    ['eq(parent_run_id, "r0")', child, true],
    ['neq(parent_run_id, "r0")', root, true],
    ['eq(parent_run_id, null)', root, true],
    ['neq(parent_run_id, null)', child, true],
    ['gt(latency, "4s")', timed, true],
    ['gt(latency, 5)', timed, false],
    ['gte(latency, 5)', timed, true],
    ['lt(latency, "5500ms")', timed, true],
    ['lt(latency, 100)', {}, false],
    ['gt(latency, 0)', {}, false],
    ['eq(latency, null)', {}, true],
    ['gt(start_time, "2026-01-31")', {}, true],
    ['gt(start_time, "2026-01-31T12:00:00Z")', {}, false],
    ['eq(start_time, "2026-01-31T13:00:00+01:00")', {}, true],
    ['lt(start_time, "2026-01-31 12:00:00.000001")', {}, true],
    ['gt(start_time, "2026-01-31T12:00:00.000123Z")', { startTime: noon + 0.124 }, true],
    ['lte(end_time, "2026-02-01")', timed, true],
    ['lte(end_time, "2026-02-01")', {}, false],
    ['gt(total_tokens, 5000)', { totalTokens: 5001 }, true],
    ['lt(total_tokens, 5000)', {}, false],
    ['gte(total_cost, 0.1)', { totalCost: 0.1 }, true],
    ['eq(project_id, "p1")', {}, true],
    ['eq(session_id, "p1")', {}, true],
    ['has(tags, "a")', { tags: ['b', 'a'] }, true],
    ['has(tags, "A")', { tags: ['a'] }, false],
    ['like(tags, "%ro%")', { tags: ['dev', 'PROD'] }, true],
    ['notlike(tags, "%ro%")', { tags: ['dev', 'PROD'] }, false],
    ['notlike(tags, "%ro%")', {}, true],
    ['eq(thread_id, "t2")', { threadIds: ['t1', 't2'] }, true],
    ['neq(thread_id, "t2")', { threadIds: ['t1', 't2'] }, false],
    ['neq(thread_id, "t2")', {}, true],
    ['eq(thread_id, null)', {}, true],
    ['in(thread_id, ["t9", "t1"])', { threadIds: ['t1'] }, true],
    ['lt(cursor, "9")', {}, false],
  ];
  test.each(rows)('%s on %o is %s', (text, sketch, expected) => {
    expect(holds(text, sketch)).toBe(expected);
  });
});

describe('payloads', () => {
  const run: RunSketch = {
    metadata: { flag: true, text: 'true', n: 3, nothing: null, deep: { list: [{ a: 1 }, { a: 'x' }] } },
    inputs: { messages: [{ content: 'I want a Refund' }, { content: 'now' }], n: 7 },
    outputs: { answer: 'Sorry, no' },
  };
  const rows: readonly (readonly [string, boolean])[] = [
    ['and(eq(metadata_key, "flag"), eq(metadata_value, true))', true],
    ['and(eq(metadata_key, "flag"), eq(metadata_value, "true"))', false],
    ['and(eq(metadata_key, "text"), eq(metadata_value, "true"))', true],
    ['and(eq(metadata_key, "n"), gte(metadata_value, 2.5))', true],
    ['and(eq(metadata_key, "n"), gte(metadata_value, "2"))', false],
    ['and(eq(metadata_key, "text"), gt(metadata_value, "a"))', true],
    ['and(eq(metadata_key, "nothing"), eq(metadata_value, null))', true],
    ['and(eq(metadata_key, "flag"), eq(metadata_value, null))', false],
    ['and(eq(metadata_key, "deep.list.a"), eq(metadata_value, "x"))', true],
    ['eq(metadata_key, "deep")', false],
    ['exists(metadata, "nothing")', true],
    ['exists(metadata, "none")', false],
    ['has(metadata, \'{"n": 3, "deep": {"list": [{"a": 1}]}}\')', true],
    ['has(metadata, \'{"n": 3, "flag": false}\')', false],
    ['has("metadata", \'{"nothing": null}\')', true],
    ['has(metadata, "{}")', true],
    ['eq(metadata.n, 3)', true],
    ['neq(metadata.n, 3)', false],
    ['neq(extra.metadata.none, 3)', true],
    ['gt(extra.invocation_params.n, 2)', true],
    ['has(metadata.deep.list.a, "x")', true],
    ['in(metadata.n, [1, 3])', true],
    ['like(metadata.text, "TR%")', true],
    ['notlike(metadata.none, "%")', true],
    ['eq(metadata.nothing, null)', true],
    ['eq(metadata.none, null)', true],
    ['neq(metadata.n, null)', true],
    ['and(eq(input_key, "messages.content"), like(input_value, "%refund%"))', true],
    ['and(eq(input_key, "messages.content"), like(input_value, "refund"))', false],
    ['like(inputs, "refund")', true],
    ['like(inputs, "now%")', false],
    ['like(inputs, "%want%now")', true],
    ['notlike(outputs, "refund")', true],
    ['search("REFUND sorry")', true],
    ['search("efun")', true],
    ['search("refund yes")', false],
    ['search("messages")', false],
  ];
  test.each(rows)('%s is %s', (text, expected) => expect(holds(text, run)).toBe(expected));
});

test('search looks at name, error, tags and metadata too', () => {
  const run = { name: 'Planner', error: 'Timeout', tags: ['nightly'], metadata: { user: 'ann', n: 5 } };
  for (const term of ['planner', 'timeout', 'nightly', 'ann'])
    expect(holds(`search("${term}")`, run)).toBe(true);
  expect(holds('search("5")', run)).toBe(false);
});

test('what check() refuses matches nothing, negated or not', () => {
  for (const text of [
    'eq(nope, 1)',
    'neq(nope, 1)',
    'neq(tags, "a")',
    'neq(latency, "x")',
    'neq(is_root, "true")',
    'notlike(name, 5)',
    'neq(metadata_key, 5)',
    'and(neq(metadata_key, "k"), gt(metadata_value, true))',
    'in(name, ["run", null])',
    'gt(turn_count, 0)',
    'has(metadata, "k")',
    'eq(name',
  ]) {
    expect([text, holds(text, {})]).toEqual([text, false]);
  }
});
