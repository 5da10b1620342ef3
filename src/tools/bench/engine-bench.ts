/** The engine through its own door, in Node: request in, JSON out, as the page and the SDK ask it. */
import type { Fetch } from '../../contract/fetch.ts';
import { createEngine } from '../../engine/create-engine.ts';
import { generateRuns } from '../../testing/generate-runs.ts';
import { type Mark, type Measurement, measure, summarize } from './measure.ts';

const OF = 'a bare columnar store, without routes';
const CHUNK_RUNS = 2000;

/** Marks in milliseconds, at 100,000 and at 1,000,000 runs. */
const QUESTIONS: readonly {
  readonly what: string;
  readonly marks: readonly [number, number];
  readonly body: Readonly<Record<string, unknown>>;
}[] = [
  { what: 'newest 100', marks: [0.1, 0.2], body: {} },
  {
    what: 'name and latency, page of 100',
    marks: [0.9, 1.6],
    body: { filter: 'and(eq(name, "summarise"), gt(latency, 1.2))' },
  },
  { what: 'trace filter, page of 100', marks: [1.5, 13], body: { trace_filter: 'eq(status, "error")' } },
  { what: 'tree filter, page of 100', marks: [0.7, 10], body: { tree_filter: 'gt(latency, 1.3)' } },
  {
    what: 'metadata pair, page of 100',
    marks: [0.1, 0.1],
    body: { filter: 'and(eq(metadata_key, "user_id"), eq(metadata_value, "user-42"))' },
  },
  { what: 'full text, rare word', marks: [1.4, 26], body: { filter: 'search("987654")' } },
];

export async function benchEngine(runs: number): Promise<Measurement[]> {
  const engine = createEngine();
  const started = performance.now();
  await engine.load(jsonLines(runs), { name: 'generated' });
  const scale = runs > 500_000 ? 1 : 0;
  const loading = summarize(
    `load ${runs.toLocaleString('en')} runs of JSON lines (making them included)`,
    markOf([1250, 9600][scale]!),
    [performance.now() - started],
  );
  const session = await projectId(engine.fetch);
  const rows: Measurement[] = [loading];
  for (const { what, marks, body } of QUESTIONS) {
    rows.push(
      await measure(what, markOf(marks[scale]!), 9, () =>
        ask(engine.fetch, '/runs/query', {
          session: [session],
          limit: 100,
          select: SELECT,
          ...body,
        }),
      ),
    );
  }
  rows.push(
    await measure('statistics of all', markOf([1.9, 15][scale]!), 5, () =>
      ask(engine.fetch, '/runs/stats', { session: [session] }),
    ),
  );
  return rows;
}

const SELECT = [
  'id',
  'trace_id',
  'name',
  'run_type',
  'status',
  'start_time',
  'end_time',
  'total_tokens',
  'tags',
];

function markOf(ms: number): Mark {
  return { ms, of: OF };
}

async function ask(fetch: Fetch, path: string, body: unknown): Promise<unknown> {
  const response = await fetch(
    new Request(`http://engine${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

async function projectId(fetch: Fetch): Promise<string> {
  const response = await fetch(new Request('http://engine/sessions?limit=1'));
  const [project] = (await response.json()) as { id: string }[];
  if (!project) throw new Error('The engine has no project after loading.');
  return project.id;
}

export function jsonLines(runs: number, project?: string): ReadableStream<Uint8Array> {
  const source = generateRuns({
    runs,
    newest: Date.now(),
    ...(project === undefined ? {} : { projectId: project }),
  });
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: (controller) => {
      const lines: string[] = [];
      for (let next = source.next(); !next.done; next = source.next()) {
        lines.push(`${JSON.stringify(next.value)}\n`);
        if (lines.length === CHUNK_RUNS) break;
      }
      if (lines.length === 0) controller.close();
      else controller.enqueue(encoder.encode(lines.join('')));
    },
  });
}
