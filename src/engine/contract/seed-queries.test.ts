/**
 * Every query that the guides to LangSmith print, on the sample workspace, against a predicate in
 * plain JavaScript over the lines of the file. Words that the guides leave open (names, keys, ids) are
 * filled with words of the sample.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { serveEngine, type EngineWithClient } from '../../tools/engine-server/engine-with-client.ts';

// The whole sample workspace passes through: seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

interface Line {
  readonly id: string;
  readonly trace_id: string;
  readonly parent_run_id?: string | null;
  readonly session_id: string;
  readonly name: string;
  readonly run_type: string;
  readonly status: string;
  readonly start_time: string;
  readonly end_time?: string | null;
  readonly error?: string | null;
  readonly tags?: string[] | null;
  readonly total_tokens?: number;
  readonly extra?: { readonly metadata?: Record<string, unknown> } | null;
  readonly inputs?: unknown;
  readonly outputs?: unknown;
}

interface FeedbackLine {
  readonly run_id: string;
  readonly key: string;
  readonly score?: number | boolean | null;
}

const bytes = readFileSync(new URL('../../../public/sample/workspace.jsonl.gz', import.meta.url));
const runs: Line[] = [];
const feedback = new Map<string, FeedbackLine[]>();
for (const text of gunzipSync(bytes).toString().split('\n')) {
  if (text === '') continue;
  const line = JSON.parse(text) as Line & {
    feedback?: FeedbackLine;
    project?: unknown;
    attachment?: unknown;
  };
  if (line.feedback) {
    feedback.set(line.feedback.run_id, [...(feedback.get(line.feedback.run_id) ?? []), line.feedback]);
  } else if (!line.project && !line.attachment) runs.push(line);
}
const byId = new Map(runs.map((run) => [run.id, run]));
const traces = new Map<string, Line[]>();
for (const run of runs) {
  const tree = traces.get(run.trace_id);
  if (tree) tree.push(run);
  else traces.set(run.trace_id, [run]);
}
const projects = [...new Set(runs.map((run) => run.session_id))];

let server: EngineWithClient;
beforeAll(async () => {
  server = await serveEngine({ now: () => Date.UTC(2026, 10, 20) });
  await server.engine.load(bytes, { name: 'sample' });
});
afterAll(() => server.stop());

const time = (text: string) => Date.parse(text.endsWith('Z') ? text : `${text}Z`);
const seconds = (run: Line) => (!run.end_time ? NaN : (time(run.end_time) - time(run.start_time)) / 1000);
const metadata = (run: Line) => run.extra?.metadata ?? {};
const scores = (run: Line, key: string) =>
  (feedback.get(run.id) ?? [])
    .filter((one) => one.key === key && typeof one.score !== 'undefined' && one.score !== null)
    .map((one) => Number(one.score));
const failed = (run: Line) => run.status === 'error';
const isRoot = (run: Line) => !run.parent_run_id;
const root = (run: Line) => byId.get(run.trace_id);
const inTree = (run: Line, holds: (other: Line) => boolean) => traces.get(run.trace_id)!.some(holds);

/** All string values of a value, at any depth. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(texts);
}
const searchable = (run: Line) =>
  [
    run.name,
    run.error ?? '',
    ...(run.tags ?? []),
    ...texts(run.inputs),
    ...texts(run.outputs),
    ...texts(metadata(run)),
  ]
    .join('\n')
    .toLowerCase();

type Filters = {
  filter?: string;
  trace_filter?: string;
  tree_filter?: string;
  is_root?: boolean;
  error?: boolean;
  run_type?: string;
};

const AFTER = '2026-10-20T12:34:56Z';
const isAfter = (run: Line) => time(run.start_time) > Date.parse(AFTER);
const THREAD_KEYS = ['session_id', 'conversation_id', 'thread_id'];
const threadRun = runs.find(
  (run) => isRoot(run) && THREAD_KEYS.some((key) => typeof metadata(run)[key] === 'string'),
)!;
const threadKey = THREAD_KEYS.find((key) => typeof metadata(threadRun)[key] === 'string')!;
const threadId = metadata(threadRun)[threadKey] as string;

test.each<[Filters, (run: Line) => boolean]>([
  [{}, () => true],
  [{ run_type: 'llm' }, (run) => run.run_type === 'llm'],
  [{ is_root: true }, isRoot],
  [{ error: false }, (run) => !failed(run)],
  [
    {
      filter: `and(in(metadata_key, ["session_id","conversation_id","thread_id"]), eq(metadata_value, "${threadId}"))`,
      is_root: true,
    },
    (run) => isRoot(run) && THREAD_KEYS.some((key) => metadata(run)[key] === threadId),
  ],
  [
    {
      filter: 'eq(name, "ChatOpenAI")',
      trace_filter: 'and(eq(feedback_key, "user_score"), eq(feedback_score, 1))',
    },
    (run) => run.name === 'ChatOpenAI' && scores(root(run)!, 'user_score').includes(1),
  ],
  [
    { filter: 'and(eq(feedback_key, "stars"), gt(feedback_score, 3))' },
    (run) => scores(run, 'stars').some((score) => score > 3),
  ],
  [{ filter: 'gt(latency, "5s")' }, (run) => seconds(run) > 5],
  [{ filter: 'gt(total_tokens, 5000)' }, (run) => (run.total_tokens ?? 0) > 5000],
  [{ filter: 'neq(error, null)' }, failed],
  [{ filter: `gt(start_time, "${AFTER}")` }, isAfter],
  [{ filter: 'search("invoice")' }, (run) => searchable(run).includes('invoice')],
  [
    { filter: 'search("cargo bike")' },
    (run) => ['cargo', 'bike'].every((term) => searchable(run).includes(term)),
  ],
  [{ filter: 'has(tags, "attachments")' }, (run) => (run.tags ?? []).includes('attachments')],
  [
    { filter: 'and(eq(run_type, "chain"), gt(latency, 10), gt(total_tokens, 5000))' },
    (run) => run.run_type === 'chain' && seconds(run) > 10 && (run.total_tokens ?? 0) > 5000,
  ],
  [
    {
      filter: `and(gt(start_time, "${AFTER}"), or(neq(error, null), and(eq(feedback_key, "correctness"), eq(feedback_score, 0.0))))`,
    },
    (run) => isAfter(run) && (failed(run) || scores(run, 'correctness').includes(0)),
  ],
  [
    { filter: 'and(or(has(tags, "privacy"), has(tags, "attachments")), gt(latency, 0.1))' },
    (run) => ['privacy', 'attachments'].some((tag) => (run.tags ?? []).includes(tag)) && seconds(run) > 0.1,
  ],
  [{ filter: `eq(metadata_key, '${threadKey}')` }, (run) => threadKey in metadata(run)],
  [
    { filter: "and(eq(metadata_key, 'environment'), eq(metadata_value, 'production'))" },
    (run) => metadata(run)['environment'] === 'production',
  ],
  [
    {
      filter: `and(eq(name, 'ChatOpenAI'), eq(metadata_key, '${threadKey}'), eq(metadata_value, '${threadId}'))`,
    },
    (run) => run.name === 'ChatOpenAI' && metadata(run)[threadKey] === threadId,
  ],
  [{ filter: "and(neq(metadata_key, 'environment'))" }, (run) => !('environment' in metadata(run))],
  [
    { filter: "and(eq(metadata_key, 'environment'), neq(metadata_value, 'production'))" },
    (run) => 'environment' in metadata(run) && metadata(run)['environment'] !== 'production',
  ],
  [
    {
      filter: 'eq(run_type, "llm")',
      trace_filter: 'eq(status, "success")',
      tree_filter: 'eq(run_type, "tool")',
    },
    (run) =>
      run.run_type === 'llm' &&
      root(run)?.status === 'success' &&
      inTree(run, (other) => other.run_type === 'tool'),
  ],
])('%j', async (filters, predicate) => {
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const { status, body } = await server.ask('/api/v1/runs/query', {
      session: projects,
      select: ['id'],
      cursor,
      ...filters,
    });
    expect([status, body]).toEqual([200, body]);
    const page = body as { runs: { id: string }[]; cursors: { next: string | null } };
    found.push(...page.runs.map((run) => run.id));
    cursor = page.cursors.next;
  } while (cursor !== null);
  const expected = runs.filter(predicate).map((run) => run.id);
  expect(expected.length).toBeGreaterThan(0);
  expect(found.toSorted()).toEqual(expected.toSorted());
});
