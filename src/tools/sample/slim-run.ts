/**
 * Leaves out of a recorded run or project what the engine works out again by itself, or what only a
 * real server means something by. Everything a person can look at stays, with one exception that the
 * README tells: `serialized` (the constructor of a LangChain object) when it is long.
 */
import type { JsonObject, JsonValue } from '../../contract/run.ts';

/** Characters of JSON. The long ones are whole prompt templates, which the inputs show anyway. */
const LONGEST_SERIALIZED = 600;

const DERIVED_OF_RUN = new Set([
  'app_path',
  'execution_order',
  'feedback_stats',
  'last_queued_at',
  'parent_run_ids',
  's3_urls',
  'trace_first_received_at',
  'trace_upgrade',
  'ttl_seconds',
]);

const KEPT_OF_PROJECT = [
  'id',
  'name',
  'description',
  'start_time',
  'extra',
  'reference_dataset_id',
  'default_dataset_id',
];

export function slimRun(run: JsonObject): JsonObject {
  return pick(run, (key, value) => {
    if (DERIVED_OF_RUN.has(key) || isEmpty(value)) return false;
    if (key === 'in_dataset') return value === true;
    if (key === 'serialized') return JSON.stringify(value).length <= LONGEST_SERIALIZED;
    return true;
  });
}

export function slimProject(project: JsonObject): JsonObject {
  return pick(project, (key, value) => KEPT_OF_PROJECT.includes(key) && !isEmpty(value));
}

export function slimFeedback(feedback: JsonObject): JsonObject {
  return pick(feedback, (_, value) => !isEmpty(value));
}

/** An empty object is kept: `outputs: {}` is a run that answered with nothing, not one without an answer. */
function isEmpty(value: JsonValue | undefined): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

function pick(record: JsonObject, keep: (key: string, value: JsonValue) => boolean): JsonObject {
  return Object.fromEntries(Object.entries(record).filter(([key, value]) => keep(key, value)));
}
