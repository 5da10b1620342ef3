/** Filters that are asked for every day, as snippets; the best known first. */
import type { Scope } from './field.ts';

export interface FilterTemplate {
  readonly label: string;
  readonly insertText: string;
  readonly documentation: string;
  /** Offered before the functions. */
  readonly isTop?: true;
}

const HOUR = 3_600_000;

export function filterTemplates(scope: Scope, now: number): readonly FilterTemplate[] {
  return scope === 'run' ? [...RUN, timeRange(now)] : THREAD;
}

const FEEDBACK: FilterTemplate = {
  label: 'feedback score',
  insertText: 'and(eq(feedback_key, "$1"), lt(feedback_score, ${2:0.5}))',
  documentation: 'Key and score in one and() are about the same feedback.',
  isTop: true,
};

const RUN: readonly FilterTemplate[] = [
  template('failed runs', 'eq(status, "error")', 'Runs that ended with an error.', true),
  template('slow runs', 'gt(latency, ${1:5})', 'Runs that took longer, in seconds.', true),
  template('root runs', 'eq(is_root, true)', 'One run for each trace.', true),
  template(
    'metadata value',
    'and(eq(metadata_key, "$1"), eq(metadata_value, "$2"))',
    'Key and value in one and() are about the same item.',
    true,
  ),
  FEEDBACK,
  template('llm calls', 'eq(run_type, "llm")', 'Calls of a language model.'),
  template('unfinished runs', 'eq(status, "pending")', 'Runs that have not ended yet.'),
  template('runs with a tag', 'has(tags, "$1")', 'Runs that carry exactly this tag.'),
  template(
    'metadata key missing',
    'neq(metadata_key, "$1")',
    'Runs that do not have this metadata key: no item has it.',
  ),
  template('metadata key present', 'eq(metadata_key, "$1")', 'Runs that have this metadata key.'),
  template(
    'runs of a thread',
    'and(in(metadata_key, ["session_id", "conversation_id", "thread_id"]), eq(metadata_value, "$1"))',
    'A thread is named by one of three metadata keys.',
  ),
  template('one thread', 'eq(thread_id, "$1")', 'The same by the thread_id field.'),
  template(
    'runs of a model',
    'and(eq(metadata_key, "ls_model_name"), eq(metadata_value, "$1"))',
    "LangSmith's integrations write the model into the metadata.",
  ),
  template(
    'feedback label',
    'and(eq(feedback_key, "$1"), eq(feedback_value, "$2"))',
    'Feedback that is a category instead of a number.',
  ),
  template(
    'input value',
    'and(eq(input_key, "$1"), like(input_value, "%$2%"))',
    'A value anywhere in the inputs, by its dotted path.',
  ),
  template(
    'output value',
    'and(eq(output_key, "$1"), like(output_value, "%$2%"))',
    'A value anywhere in the outputs, by its dotted path.',
  ),
  template('full-text search', 'search("$1")', 'Runs in whose texts all these words occur.'),
  template('slow or failed', 'or(eq(status, "error"), gt(latency, ${1:5}))', 'One of the two is enough.'),
];

const THREAD: readonly FilterTemplate[] = [
  template('threads with errors', 'gt(num_errored_turns, 0)', 'At least one turn failed.', true),
  template('long threads', 'gt(turn_count, ${1:5})', 'Threads with more turns.', true),
  FEEDBACK,
];

/** The day before the last whole hour, so that the texts are short. */
function timeRange(now: number): FilterTemplate {
  const end = Math.floor(now / HOUR) * HOUR;
  const [from, to] = [end - 24 * HOUR, end].map((time) => `${new Date(time).toISOString().slice(0, 19)}Z`);
  return template(
    'time range',
    `and(gte(start_time, "\${1:${from}}"), lt(start_time, "\${2:${to}}"))`,
    'Within the time window that is chosen beside the filter.',
  );
}

function template(label: string, insertText: string, documentation: string, isTop?: true): FilterTemplate {
  return { label, insertText, documentation, ...(isTop ? { isTop } : {}) };
}
