/** What to write instead of fields that people guess, or bring from other parts of LangSmith. */
import { type Field, type Scope } from './field.ts';
import { fieldsOf, findField } from './fields.ts';
import { nearest } from './nearest.ts';

const HINTS: readonly (readonly [names: string, hint: string])[] = [
  ['type kind runtype', 'Write run_type.'],
  ['duration elapsed execution_time runtime time_taken', 'Write latency, in seconds.'],
  ['timestamp date time created_at started_at start', 'Write start_time.'],
  ['ended_at end finished_at', 'Write end_time.'],
  ['age', 'Compare start_time with a time, for example gt(start_time, "2026-01-31T12:00:00Z").'],
  ['tag label labels', 'Write tags, with has: has(tags, "production").'],
  ['run_name title', 'Write name.'],
  ['run_id uuid', 'Write id.'],
  ['parent_id parent parent_run', 'Write parent_run_id.'],
  ['trace', 'Write trace_id.'],
  ['thread conversation conversation_id', 'Write thread_id.'],
  ['root isroot', 'Write is_root: eq(is_root, true).'],
  ['state outcome', 'Write status.'],
  ['error_message exception has_error failed', 'Write eq(status, "error").'],
  ['tokens token_count', 'Write total_tokens.'],
  ['cost price', 'Write total_cost.'],
  ['model model_name llm', metadataPair('ls_model_name', 'gpt-4o')],
  ['provider', metadataPair('ls_provider', 'openai')],
  ['user user_id username', metadataPair('user_id', 'u-1')],
  ['environment env', metadataPair('environment', 'production')],
  ['project project_name session session_name', 'The project is chosen beside the filter, not in it.'],
  [
    'feedback feedbacks score rating',
    'Write and(eq(feedback_key, "correctness"), gte(feedback_score, 0.8)).',
  ],
  ['input', 'Write inputs, or input_key with input_value.'],
  ['output', 'Write outputs, or output_key with output_value.'],
  ['extra', metadataPair('user_id', 'u-1')],
  ['attachments', "LangSmith's API does not filter by attachments."],
];

const BY_NAME = new Map(HINTS.flatMap(([names, hint]) => names.split(' ').map((name) => [name, hint])));

export function unknownField(name: string, scope: Scope): string {
  return `There is no field "${name}". ${hintFor(name, scope)}`;
}

function hintFor(name: string, scope: Scope): string {
  const lower = name.toLowerCase();
  if (findField(lower)) return `Fields are in lower case; write ${lower}.`;
  const payload = /^(inputs?|outputs?)\.(.+)$/.exec(name);
  if (payload) return pairHint(payload[1]!.startsWith('in') ? 'input' : 'output', payload[2]!);
  const feedback = /^feedback\.([^.]+)(?:\.(\w+))?$/.exec(name);
  if (feedback) {
    const part = findField(`feedback_${feedback[2]}`)?.name ?? 'feedback_score';
    return `Write and(eq(feedback_key, "${feedback[1]}"), …(${part}, …)).`;
  }
  if (/_details\./.test(lower))
    return "LangSmith's API is not known to filter by categories of tokens or cost.";
  const hint = BY_NAME.get(lower);
  if (hint) return hint;
  const offered = fieldsOf(scope).filter((field: Field) => !field.hidden);
  const near = nearest(
    name,
    offered.map((field) => field.name),
  );
  return near ? `Did you mean ${near}?` : 'For a metadata value write metadata_key and metadata_value.';
}

function pairHint(group: string, path: string): string {
  return `Write and(eq(${group}_key, "${path}"), eq(${group}_value, …)).`;
}

function metadataPair(key: string, sample: string): string {
  return `If it is in the metadata, write and(eq(metadata_key, "${key}"), eq(metadata_value, "${sample}")).`;
}
