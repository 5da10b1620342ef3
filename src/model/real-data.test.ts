/**
 * The models over runs that the official SDK really sent. The data set lies beside the repository where it
 * is present at all; without it this file says so and checks nothing.
 */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { payloadFromV1, runFromV1 } from '../contract/run-v1.ts';
import type { Run, RunPayload } from '../contract/run.ts';
import { chatOf } from './chat.ts';
import { documentsOf } from './documents.ts';
import { errorTextOf } from './error-text.ts';
import { buildRunTree } from './run-tree.ts';
import { subtreeSums } from './subtree-sums.ts';
import { timelineOf } from './timeline.ts';
import { visibleRows, allExpanded } from './visible-rows.ts';

const file = new URL('../../../shared/data/runs.jsonl.gz', import.meta.url);
const isPresent = existsSync(file);
// A skipped check must be seen.
if (!isPresent)
  process.stdout.write(
    'real-data.test.ts: no recorded data beside the repository; its checks are skipped.\n',
  );

interface Recorded {
  readonly run: Run;
  readonly payload: RunPayload;
}

describe.runIf(isPresent)('recorded runs', () => {
  let recorded: readonly Recorded[] = [];
  const traces = new Map<string, Run[]>();

  beforeAll(() => {
    recorded = readRecorded();
    for (const { run } of recorded) {
      const known = traces.get(run.traceId);
      if (known) known.push(run);
      else traces.set(run.traceId, [run]);
    }
    // Unpacking 73 MB takes two seconds, and longer on a busy machine.
  }, 60_000);

  test('every trace becomes one clean tree in dotted order', () => {
    for (const [traceId, runs] of traces) {
      const tree = buildRunTree(traceId, runs.toReversed());
      expect(tree.runs.length).toBe(runs.length);
      expect(tree.marks.every((bits) => bits === 0)).toBe(true);
      expect(tree.duplicates).toBe(0);
      const inOrder = runs.map((run) => run.dottedOrder!).toSorted();
      expect(tree.runs.map((run) => run.dottedOrder)).toEqual(inOrder);
      expect(visibleRows(tree, allExpanded(tree).expanded).rows.length).toBe(runs.length);
    }
    expect(traces.size).toBeGreaterThan(500);
  });

  test('without its root every trace still has all its runs', () => {
    for (const [traceId, runs] of traces) {
      const rest = runs.filter((run) => run.id !== traceId);
      expect(buildRunTree(traceId, rest).runs.length).toBe(rest.length + 1);
    }
  });

  test('sums over own numbers agree with what the server rolled up', () => {
    let compared = 0;
    for (const [traceId, runs] of traces) {
      const root = runs.find((run) => run.id === traceId);
      if (!root?.totalTokens) continue;
      const own = runs.map((run) =>
        run.runType === 'llm' || run.runType === 'embedding' ? run : withoutTokens(run),
      );
      expect(subtreeSums(buildRunTree(traceId, runs)).tokens[0]).toBe(root.totalTokens);
      if (subtreeSums(buildRunTree(traceId, own)).tokens[0] === root.totalTokens) compared++;
    }
    expect(compared).toBeGreaterThan(300);
  });

  test('no bar is outside of the extent', () => {
    for (const [traceId, runs] of traces) {
      const timeline = timelineOf(buildRunTree(traceId, runs), Date.now());
      expect(timeline.starts.every((start) => start >= 0)).toBe(true);
      expect(timeline.ends.every((end) => end <= timeline.duration)).toBe(true);
    }
  });

  test('model runs read as chat', () => {
    const unread = new Set<string>();
    for (const { run, payload } of recorded.filter((entry) => entry.run.runType === 'llm')) {
      for (const side of ['inputs', 'outputs'] as const) {
        const value = payload[side];
        if (!value || Object.keys(value).length === 0) continue;
        if (!chatOf(side, value, run.runType)) unread.add(run.name);
      }
    }
    // A price quote that was traced as a model run: there is nothing to read as chat.
    expect([...unread]).toEqual(['carrier-sdk.rates.quote']);
  });

  test('retriever runs read as documents', () => {
    const found = recorded
      .filter(({ run }) => run.runType === 'retriever' && run.status === 'success')
      .map(({ payload }) => documentsOf(payload.outputs)?.length ?? 0);
    expect(found.length).toBeGreaterThan(100);
    expect(Math.min(...found)).toBeGreaterThan(0);
  });

  test('every error has a message, and the stack is apart from it', () => {
    const errors = recorded.flatMap(({ payload }) => payload.error ?? []);
    expect(errors.length).toBeGreaterThan(100);
    for (const error of errors) {
      const { message } = errorTextOf(error);
      expect(message).not.toBe('');
      expect(message).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
    }
  });
});

function readRecorded(): readonly Recorded[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  const ignore = () => undefined;
  return lines.map((line) => {
    const row: unknown = JSON.parse(line);
    return {
      run: runFromV1(row as never, { misread: ignore } as never),
      payload: payloadFromV1(row as never, ignore),
    };
  });
}

function withoutTokens(run: Run): Run {
  return { ...run, totalTokens: undefined } as unknown as Run;
}
