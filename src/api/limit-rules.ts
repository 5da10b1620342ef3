/**
 * The rate limits of LangSmith Cloud (CONTRACT §3), as rules a request falls under. Several may apply;
 * the first is the tightest. Other servers publish none: their rule only names the route, so that a 429
 * holds back that route alone.
 */
import type { Generation, RequestPace, RunQuery } from '../contract/api.ts';
import { printTimestamp } from '../contract/timestamp.ts';
import { regionOf } from '../contract/regions.ts';

export interface LimitRule {
  readonly id: string;
  /** For people, e.g. "run queries over more than 7 days". */
  readonly label: string;
  /** At most `count` starts in any `seconds`; undefined = unlimited. */
  readonly count?: number;
  readonly seconds: number;
  /** At most so many at the same time. */
  readonly concurrency: number;
}

/** What of a request decides its rules. */
export interface RequestFacts {
  readonly method: string;
  /** Pathname behind the root, e.g. `/api/v1/runs/query`. */
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

const WEEK = 7 * 86_400_000;

const rule = (id: string, label: string, count: number, seconds: number, concurrency = 6): LimitRule => ({
  id,
  label,
  count,
  seconds,
  concurrency,
});

const EVERYTHING = rule('all', 'all requests', 1000, 10);
const V2_RUNS = rule('v2-runs', 'run queries', 300, 10);
const V1_RUNS = rule('v1-runs', 'run queries', 10, 10, 1);
const V1_LONG = rule('v1-runs-long', 'run queries over more than 7 days', 3, 10, 1);
const V1_TEXT = rule('v1-runs-text', 'full-text run queries', 3, 10, 1);
const V1_TEXT_LONG = rule('v1-runs-text-long', 'full-text run queries over more than 7 days', 1, 10, 1);
const V1_RUN = rule('v1-run', 'single runs', 30, 60, 2);

const filterTexts = (body: RequestFacts['body']) =>
  ['filter', 'trace_filter', 'tree_filter']
    .map((name) => body?.[name])
    .filter((text) => typeof text === 'string');

const isFullText = (body: RequestFacts['body']) =>
  filterTexts(body).some((text) => /\bsearch\s*\(/.test(text));

/** "> 7 days, or no start_time", the end defaulting to now. */
function isLong(body: RequestFacts['body'], now: number): boolean {
  const start = Date.parse(String(body?.['start_time']));
  const end = typeof body?.['end_time'] === 'string' ? Date.parse(body['end_time']) : now;
  return Number.isNaN(start) || end - start > WEEK;
}

function v1RunsRules(body: RequestFacts['body'], now: number): readonly LimitRule[] {
  const long = isLong(body, now);
  if (isFullText(body)) return [long ? V1_TEXT_LONG : V1_TEXT, V1_RUNS];
  return long ? [V1_LONG, V1_RUNS] : [V1_RUNS];
}

/** 1 in 10 s in the US, 20 in the EU; of the others only "comparable" is known, so the smaller one. */
const statsRule = (regionId: string) => rule('v1-stats', 'statistics', regionId === 'eu' ? 20 : 1, 10, 1);

function cloudRules(
  { method, path, body }: RequestFacts,
  regionId: string,
  now: number,
): readonly LimitRule[] {
  if (method === 'POST' && path === '/api/v1/runs/query') return v1RunsRules(body, now);
  if (method === 'POST' && /^(\/api)?\/v2\/runs\/query$/.test(path)) return [V2_RUNS];
  if (path === '/api/v1/runs/stats') return [statsRule(regionId)];
  if (method === 'GET' && /^\/api\/v1\/runs\/[^/]+$/.test(path)) return [V1_RUN];
  return [];
}

/** For who must decide whether many questions are worth their time. */
export function statsPaceOf(baseUrl: string): RequestPace | undefined {
  const region = regionOf(baseUrl);
  if (!region) return undefined;
  const { count = 1, seconds } = statsRule(region.id);
  return { count, seconds };
}

/** For who plans many pages of one question. */
export function runsPaceOf(
  baseUrl: string,
  generation: Generation,
  query: RunQuery,
  now: number,
): RequestPace | undefined {
  const region = regionOf(baseUrl);
  if (!region) return undefined;
  const { from, to } = query.window;
  const body = {
    // Threads are asked for by the filter (by-thread.ts).
    filter: query.filter ?? query.threadIds?.join(),
    trace_filter: query.traceFilter,
    tree_filter: query.treeFilter,
    // A question by ids carries no window (UNKNOWNS U10).
    ...(from === undefined || query.runIds?.length ? {} : { start_time: printTimestamp(from) }),
    ...(to === undefined ? {} : { end_time: printTimestamp(to) }),
  };
  const path = generation === 'v2' ? '/api/v2/runs/query' : '/api/v1/runs/query';
  const [tightest] = cloudRules({ method: 'POST', path, body }, region.id, now);
  return tightest?.count === undefined ? undefined : { count: tightest.count, seconds: tightest.seconds };
}

/** Ids in a path belong to the route, not to the rule. */
const routeOf = (path: string) => path.replace(/\/[0-9a-f-]{32,36}(?=\/|$)/gi, '/…');

export type LimitRules = (request: RequestFacts, now: number) => readonly LimitRule[];

export function limitRulesFor(baseUrl: string): LimitRules {
  const region = regionOf(baseUrl);
  if (region) return (request, now) => [...cloudRules(request, region.id, now), EVERYTHING];
  return ({ method, path }) => {
    const route = `${method} ${routeOf(path)}`;
    return [{ id: route, label: route, seconds: 0, concurrency: 6 }];
  };
}
