/** What an exported file holds beside what `/runs/query` answers: every run, every column. */
import { EXPORT_COLUMNS } from '../../src/filter/sql/export-query.ts';
import type { EngineProcess } from './engine-process.ts';

type Row = Readonly<Record<string, unknown>>;

/** Every run of a project in a window of 30 days, with all that the API tells of it. */
export async function queryAll(engine: EngineProcess, projectId: string): Promise<readonly Row[]> {
  const runs: Row[] = [];
  for (let cursor: string | undefined; ;) {
    const response = await fetch(`${engine.url}/runs/query`, {
      method: 'POST',
      headers: { 'x-api-key': engine.key, 'content-type': 'application/json' },
      body: JSON.stringify({
        session: [projectId],
        start_time: new Date(Date.now() - 30 * 86_400_000).toISOString(),
        limit: 100,
        ...(cursor ? { cursor } : {}),
      }),
    });
    const page = (await response.json()) as { runs: Row[]; cursors: { next?: string | null } };
    runs.push(...page.runs);
    cursor = page.cursors.next ?? undefined;
    if (!cursor) return runs;
  }
}

/**
 * A run as either side gives it, in one spelling: JSON text is parsed, times are microseconds.
 * `tenant_id` is left out: only the export tells it.
 */
export function inOneSpelling(run: Row): Row {
  return Object.fromEntries(
    EXPORT_COLUMNS.filter((column) => column !== 'tenant_id').map((column) => [
      column,
      column === 'is_root' ? (run['parent_run_id'] ?? null) === null : spell(column, run[column] ?? null),
    ]),
  );
}

const JSON_COLUMNS: readonly string[] = ['inputs', 'outputs', 'extra', 'events', 'feedback_stats'];

const spell = (column: string, value: unknown): unknown => {
  if (typeof value === 'string' && column.endsWith('_time')) return microseconds(value);
  if (typeof value === 'string' && JSON_COLUMNS.includes(column)) return JSON.parse(value);
  if (typeof value === 'string' && /_(?:tokens|cost)$/.test(column)) return Number(value);
  return value;
};

/** DuckDB writes `2026-11-21 07:00:00.123+00`, the API `2026-11-21T07:00:00.123000Z`. */
function microseconds(time: string): number {
  const [, day, clock, fraction = ''] = /^(\S{10})[T ]([\d:]{8})(?:\.(\d+))?/.exec(time)!;
  return Date.parse(`${day}T${clock}Z`) * 1000 + Number(fraction.padEnd(6, '0').slice(0, 6));
}
