/** listRuns under each of its arguments gives what a plain predicate over the same data gives. */
import type { Client, Run } from 'langsmith';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveEngine, type EngineWithClient } from '../../tools/engine-server/engine-with-client.ts';

type ListArguments = Parameters<Client['listRuns']>[0];

interface Made {
  readonly id: string;
  readonly trace_id: string;
  readonly parent_run_id: string | null;
  readonly session_name: string;
  readonly name: string;
  readonly run_type: string;
  readonly start_time: string;
  readonly end_time: string;
  readonly error: string | null;
  readonly tags: string[];
  readonly seconds: number;
  readonly trace: number;
  readonly step: number;
  readonly reference_example_id: string | null;
}

const START = Date.UTC(2026, 9, 1);
const EXAMPLE = '00000000-0000-4000-8000-00000000ee01';
const STEPS = [
  ['agent', 'chain'],
  ['plan', 'llm'],
  ['look_up', 'tool'],
  ['write', 'llm'],
] as const;

const uuid = (trace: number, step: number) => {
  const number = (trace * 10 + step).toString(16).padStart(12, '0');
  return `00000000-0000-4000-8000-${number}`;
};
const iso = (time: number) => new Date(time).toISOString();

/** 60 traces of a root with three children, one minute apart, in two projects. */
const made: readonly Made[] = Array.from({ length: 60 }, (_, trace) =>
  STEPS.map(([name, run_type], step) => {
    const start = START + trace * 60_000 + step * 1000;
    const seconds = ((trace + step) % 7) + 0.5;
    return {
      id: uuid(trace, step),
      trace_id: uuid(trace, 0),
      parent_run_id: step === 0 ? null : uuid(trace, 0),
      session_name: trace % 3 === 0 ? 'beta' : 'alpha',
      name,
      run_type,
      start_time: iso(start),
      end_time: iso(start + seconds * 1000),
      error: (trace * 4 + step) % 11 === 0 ? `Failure in ${name}` : null,
      tags: step === 0 && trace % 2 === 0 ? ['even', 'all'] : ['all'],
      seconds,
      trace,
      step,
      reference_example_id: step === 0 && trace % 10 === 0 ? EXAMPLE : null,
    };
  }),
).flat();

const dottedOrder = (run: Made) => {
  const part = (id: string, time: string) => `${time.replace(/[-:.]/g, '').slice(0, -1)}000Z${id}`;
  const root = made.find((other) => other.id === run.trace_id)!;
  const own = part(run.id, run.start_time);
  return run.parent_run_id === null ? own : `${part(root.id, root.start_time)}.${own}`;
};

let server: EngineWithClient;
const projectIds: Record<string, string> = {};

beforeAll(async () => {
  server = await serveEngine();
  const post = made.map(({ seconds: _s, trace, step, ...run }) => ({
    ...run,
    dotted_order: dottedOrder({ ...run, seconds: 0, trace, step }),
    inputs: { question: `question ${trace}`, city: trace % 5 === 0 ? 'Oslo' : 'Lima' },
    outputs: { answer: `answer of ${run.name}` },
    extra: { metadata: { trace_number: trace, tier: trace % 4 === 0 ? 'gold' : 'basic' } },
  }));
  await server.ask('/runs/batch', { post, patch: [] });
  for (const name of ['alpha', 'beta']) {
    projectIds[name] = (await server.client.readProject({ projectName: name })).id;
  }
  for (const run of made.filter(({ step, trace }) => step === 0 && trace % 6 === 0)) {
    await server.client.createFeedback(run.id, 'user_score', { score: (run.trace / 6) % 2 });
  }
});
afterAll(() => server.stop());

async function list(given: ListArguments): Promise<Run[]> {
  const runs: Run[] = [];
  for await (const run of server.client.listRuns(given)) runs.push(run);
  return runs;
}

const newestFirst = (a: Made, b: Made) => b.start_time.localeCompare(a.start_time);
const root = (run: Made) => made.find((other) => other.id === run.trace_id)!;
const scored = (run: Made) => run.step === 0 && run.trace % 6 === 0;
const score = (run: Made) => (run.trace / 6) % 2;
const inAlpha = (run: Made) => run.session_name === 'alpha';

describe('listRuns', () => {
  test.each<[string, () => ListArguments, (run: Made) => boolean]>([
    ['projectName', () => ({ projectName: 'alpha' }), inAlpha],
    ['two project names', () => ({ projectName: ['alpha', 'beta'] }), () => true],
    ['projectId', () => ({ projectId: projectIds['beta']! }), (run) => !inAlpha(run)],
    ['isRoot', () => ({ projectName: 'alpha', isRoot: true }), (run) => inAlpha(run) && run.step === 0],
    ['isRoot false', () => ({ projectName: 'beta', isRoot: false }), (run) => !inAlpha(run) && run.step > 0],
    [
      'executionOrder',
      () => ({ projectName: 'alpha', executionOrder: 1 }),
      (run) => inAlpha(run) && run.step === 0,
    ],
    [
      'runType',
      () => ({ projectName: 'alpha', runType: 'llm' }),
      (run) => inAlpha(run) && run.run_type === 'llm',
    ],
    ['error', () => ({ projectName: 'alpha', error: true }), (run) => inAlpha(run) && run.error !== null],
    ['no error', () => ({ projectName: 'alpha', error: false }), (run) => inAlpha(run) && run.error === null],
    ['traceId', () => ({ traceId: uuid(7, 0) }), (run) => run.trace === 7],
    ['parentRunId', () => ({ parentRunId: uuid(9, 0) }), (run) => run.parent_run_id === uuid(9, 0)],
    [
      'referenceExampleId',
      () => ({ referenceExampleId: EXAMPLE }),
      (run) => run.reference_example_id === EXAMPLE,
    ],
    [
      'startTime',
      () => ({ projectName: 'alpha', startTime: new Date(START + 40 * 60_000) }),
      (run) => inAlpha(run) && run.trace >= 40,
    ],
    [
      'id, which ignores everything else',
      () => ({ id: [uuid(3, 0), uuid(4, 2)], projectName: 'alpha', runType: 'parser', error: true }),
      (run) => [uuid(3, 0), uuid(4, 2)].includes(run.id),
    ],
    [
      'filter',
      () => ({ projectName: 'alpha', filter: 'and(eq(run_type, "tool"), gt(latency, "4s"))' }),
      (run) => inAlpha(run) && run.run_type === 'tool' && run.seconds > 4,
    ],
    ['a blank filter', () => ({ projectName: 'beta', filter: '  ' }), (run) => !inAlpha(run)],
    [
      'metadata, input and tag in one filter',
      () => ({
        projectName: ['alpha', 'beta'],
        filter:
          'and(has(tags, "even"), eq(metadata_key, "tier"), eq(metadata_value, "gold"), eq(input_key, "city"), eq(input_value, "Oslo"))',
      }),
      (run) => run.tags.includes('even') && run.trace % 4 === 0 && run.trace % 5 === 0,
    ],
    [
      'traceFilter',
      () => ({
        projectName: ['alpha', 'beta'],
        filter: 'eq(name, "plan")',
        traceFilter: 'and(eq(feedback_key, "user_score"), eq(feedback_score, 1))',
      }),
      (run) => run.name === 'plan' && scored(root(run)) && score(root(run)) === 1,
    ],
    [
      'treeFilter',
      () => ({
        projectName: 'alpha',
        isRoot: true,
        treeFilter: 'and(eq(name, "look_up"), eq(status, "error"))',
      }),
      (run) =>
        inAlpha(run) &&
        run.step === 0 &&
        made.some((other) => other.trace === run.trace && other.name === 'look_up' && other.error !== null),
    ],
    [
      'query that is a filter',
      () => ({ projectName: 'alpha', query: 'eq(name, "write")' }),
      (run) => inAlpha(run) && run.name === 'write',
    ],
    [
      'query in words',
      () => ({ projectName: 'alpha', query: 'failure in agent' }),
      (run) => inAlpha(run) && run.name === 'agent' && run.error !== null,
    ],
  ])('%s', async (_, given, predicate) => {
    const expected = made.filter(predicate).toSorted(newestFirst);
    expect(expected.length).toBeGreaterThan(0);
    expect((await list(given())).map((run) => run.id)).toEqual(expected.map((run) => run.id));
  });

  test('order asc', async () => {
    const runs = await list({ projectName: 'alpha', order: 'asc' });
    expect(runs.map((run) => run.id)).toEqual(made.filter(inAlpha).map((run) => run.id));
  });

  test.each([5, 100, 130])('limit %i', async (limit) => {
    const runs = await list({ projectName: 'alpha', limit });
    const expected = made.filter(inAlpha).toSorted(newestFirst).slice(0, limit);
    expect(runs.map((run) => run.id)).toEqual(expected.map((run) => run.id));
  });

  test('select answers what was asked and what every run must have', async () => {
    const { body } = await server.ask('/runs/query', {
      session: [projectIds['alpha']],
      limit: 1,
      select: ['id', 'inputs_preview'],
    });
    const [run] = (body as { runs: Record<string, unknown>[] }).runs;
    const required = [
      'app_path',
      'dotted_order',
      'id',
      'name',
      'run_type',
      'session_id',
      'status',
      'trace_id',
    ];
    expect(Object.keys(run!).toSorted()).toEqual([...required, 'inputs_preview'].toSorted());
    expect(run).toMatchObject({ inputs_preview: expect.stringContaining('question 59') as string });
  });

  test('without any scope it is refused, with the reason', async () => {
    await expect(list({})).rejects.toThrow(/At least one of 'session', 'id', 'parent_run'/);
  });

  test('a broken filter is refused, with its place', async () => {
    await expect(list({ projectName: 'alpha', filter: 'eq(nmae, "x")' })).rejects.toThrow(
      /Failed to parse filter: .*nmae.*offset 3/,
    );
  });

  test('paging reaches the end, each run once, while others arrive', async () => {
    const seen: string[] = [];
    let arrivals = 0;
    for await (const run of server.client.listRuns({ projectName: 'beta' })) {
      seen.push(run.id);
      if (seen.length % 30 === 0) {
        const id = `00000000-0000-4000-8000-0000000ff${String(arrivals++).padStart(3, '0')}`;
        await server.ask('/runs', {
          id,
          trace_id: id,
          name: 'late',
          run_type: 'chain',
          session_name: 'beta',
          start_time: iso(START + 86_400_000 + arrivals),
          inputs: {},
        });
      }
    }
    expect(arrivals).toBeGreaterThan(1);
    const expected = made.filter((run) => !inAlpha(run)).toSorted(newestFirst);
    expect(seen).toEqual(expected.map((run) => run.id));
  });
});
