/**
 * Groups recorded runs into units (see select-units.ts) and says in words what each one shows.
 */
import type { JsonObject } from '../../contract/run.ts';
import { objectOf, textOf } from './json-fields.ts';
import type { Unit } from './select-units.ts';

export interface RecordedUnit extends Unit {
  readonly runs: readonly JsonObject[];
}

interface Context {
  readonly bytesOf: (run: JsonObject) => number;
  readonly feedbackKeysOf: (runId: string) => readonly string[];
  readonly attachmentTypesOf: (runId: string) => readonly string[];
}

const THREAD_KEYS = ['thread_id', 'session_id', 'conversation_id'];

export function groupIntoUnits(runs: readonly JsonObject[], context: Context): RecordedUnit[] {
  const traces = groupBy(runs, (run) => textOf(run.trace_id));
  const units = groupBy([...traces.values()], unitKey);
  return [...units].map(([key, members]) => {
    const all = members.flat();
    const roots = all.filter(isRoot);
    return {
      key,
      projectId: textOf(all[0]!.session_id),
      lastStart: roots.map((run) => textOf(run.start_time)).reduce((a, b) => (a > b ? a : b), ''),
      bytes: all.reduce((sum, run) => sum + context.bytesOf(run), 0),
      features: new Set([
        ...all.flatMap((run) => runFeatures(run, context)),
        ...members.flatMap(shapeFeatures),
      ]),
      runs: all,
    };
  });
}

function unitKey(trace: readonly JsonObject[]): string {
  const root = trace.find(isRoot) ?? trace[0]!;
  const thread = threadOf(root);
  return thread ? `thread ${textOf(root.session_id)} ${thread.id}` : `trace ${textOf(root.trace_id)}`;
}

function threadOf(run: JsonObject): { key: string; id: string } | undefined {
  const metadata = objectOf(objectOf(run.extra).metadata);
  const key = THREAD_KEYS.find((name) => typeof metadata[name] === 'string');
  return key ? { key, id: textOf(metadata[key]) } : undefined;
}

function runFeatures(run: JsonObject, context: Context): string[] {
  const id = textOf(run.id);
  const features = [`type:${textOf(run.run_type)}`, `status:${textOf(run.status)}`];
  const thread = threadOf(run);
  if (isRoot(run)) features.push(`root:${textOf(run.name)}:${textOf(run.status)}`);
  if (isRoot(run) && thread) features.push(`thread key:${thread.key}`);
  if (run.error) features.push(`error:${firstWords(textOf(run.error))}`);
  if (run.first_token_time) features.push('first token');
  if (run.total_cost) features.push('cost');
  if (JSON.stringify(run).length > 500_000) features.push('huge payload');
  features.push(...context.feedbackKeysOf(id).map((key) => `feedback:${key}`));
  features.push(...context.attachmentTypesOf(id).map((type) => `attachment:${type}`));
  return features;
}

function shapeFeatures(trace: readonly JsonObject[]): string[] {
  const depth = Math.max(...trace.map((run) => textOf(run.dotted_order).split('.').length));
  const features: string[] = [];
  if (trace.length >= 1000) features.push('wide');
  if (depth >= 30) features.push('deep');
  if (hasSkewedChild(trace)) features.push('skewed clocks');
  return features;
}

/** A child that started before its parent: two machines disagreed about the time. */
function hasSkewedChild(trace: readonly JsonObject[]): boolean {
  const startOf = new Map(trace.map((run) => [run.id, textOf(run.start_time)]));
  return trace.some((run) => textOf(run.start_time) < (startOf.get(run.parent_run_id!) ?? ''));
}

function firstWords(message: string): string {
  return message.slice(0, 24).replaceAll(/\d+/g, '0');
}

function isRoot(run: JsonObject): boolean {
  return run.parent_run_id === null || run.parent_run_id === undefined;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
