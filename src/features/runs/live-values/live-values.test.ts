import { describe, expect, test } from 'vitest';
import type { RunStats } from '../../../contract/api.ts';
import type { Run } from '../../../contract/run.ts';
import type { ValueAsk } from '../../../filter/live-values.ts';
import { rowOfRun } from '../run-row.ts';
import { liveValues, type ValueWorld } from './live-values.ts';
import { once } from './once.ts';

const run = (name: string, metadata: Run['metadata'] = {}): Run => ({
  id: name,
  traceId: name,
  projectId: 'p',
  isRoot: true,
  name,
  runType: 'chain',
  status: 'success',
  startTime: 0,
  tags: ['x'],
  metadata,
  feedback: { ok: { n: 1, values: { good: 1 }, comments: [] } },
});

const stats: RunStats = {
  facets: [
    { key: 'name', value: 'far', count: 9 },
    { key: 'tag', value: 'y', count: 5 },
    { key: 'status', value: 'error', count: 4 },
  ],
  feedback: {
    ok: { n: 2, values: { bad: 1, good: 5 }, comments: [] },
    user_score: { n: 7, values: {}, comments: [] },
  },
};

const world = (change: Partial<ValueWorld> = {}): ValueWorld => ({
  metadata: () => Promise.resolve({ env: ['prod', '3'], session_id: ['s1'], ls_model_name: ['m'] }),
  stats: () => Promise.resolve(stats),
  rows: [run('near', { env: 3, more: { deep: true } }), run('far')].map(rowOfRun),
  place: 'this project',
  patience: () => new Promise(() => {}),
  ...change,
});

async function offered(ask: Omit<ValueAsk, 'prefix'>, change?: Partial<ValueWorld>) {
  const { values, origin } = await liveValues(world(change))({ prefix: '', ...ask });
  return values.map((each) => `${JSON.stringify(each.value)} ${each.count ?? '?'} ${each.origin ?? origin}`);
}

test.each([
  [{ kind: 'names' }, ['"far" 9 this project', '"near" 1 2 loaded rows']],
  [{ kind: 'tags' }, ['"y" 5 this project', '"x" 2 2 loaded rows']],
  [{ kind: 'statuses' }, ['"error" 4 this project', '"success" 2 2 loaded rows']],
  [{ kind: 'run-types' }, ['"chain" 2 2 loaded rows']],
  [{ kind: 'models' }, ['"m" ? this project']],
  [{ kind: 'threads' }, ['"s1" ? this project']],
  [
    { kind: 'metadata-keys' },
    [
      '"env" ? this project',
      '"ls_model_name" ? this project',
      '"session_id" ? this project',
      '"more.deep" 1 2 loaded rows',
    ],
  ],
  [{ kind: 'feedback-keys' }, ['"user_score" 7 this project', '"ok" 2 this project']],
  [{ kind: 'feedback-values', key: 'ok' }, ['"good" 5 this project', '"bad" 1 this project']],
  [{ kind: 'input-keys' }, []],
] as const)('%j', async (ask, expected) => {
  expect(await offered(ask)).toEqual(expected);
});

test('a number that the server printed as text is a number again where a row knows it', async () => {
  expect(await offered({ kind: 'metadata-values', key: 'env' })).toEqual([
    '"prod" ? this project',
    '3 ? this project',
  ]);
});

describe('a server that does not answer', () => {
  test('leaves the loaded rows when it refuses', async () => {
    const change = { stats: () => Promise.reject(new Error('429')) };
    expect(await offered({ kind: 'names' }, change)).toEqual([
      '"far" 1 2 loaded rows',
      '"near" 1 2 loaded rows',
    ]);
  });

  test('holds nobody up, and says when it has answered', async () => {
    let come = (_stats: RunStats) => {};
    const promise = new Promise<RunStats>((resolve) => (come = resolve));
    const change = { stats: () => promise, patience: () => Promise.resolve() };
    const answer = await liveValues(world(change))({ kind: 'names', prefix: '' });
    expect(answer.values.map(({ value }) => value)).toEqual(['far', 'near']);
    expect(answer.complete).toBe(false);
    come(stats);
    await answer.later;
  });

  test('is asked once, whatever it said', async () => {
    let asked = 0;
    const fails = once(() => {
      asked += 1;
      return Promise.reject(new Error('500'));
    });
    await offered({ kind: 'names' }, { stats: fails });
    await offered({ kind: 'names' }, { stats: fails });
    expect(asked).toBe(1);
  });
});
