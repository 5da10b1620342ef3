/** What to write instead of fields that people guess, or bring from other parts of LangSmith. */
import { type Field, type Scope } from './field.ts';
import { fieldsOf, findField } from './fields.ts';
import { nearest } from './nearest.ts';

/** How the guess is said in fields that exist; quick fixes write it (fixes/field-fixes.ts). */
export type FieldMeaning =
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'pair'; readonly group: 'metadata' | 'input' | 'output'; readonly key: string }
  | { readonly kind: 'feedback'; readonly key: string; readonly part: string }
  | { readonly kind: 'failed' };

type Hint = readonly [names: string, hint: string, meaning?: FieldMeaning];

const HINTS: readonly Hint[] = [
  ['type kind runtype', 'Write run_type.', field('run_type')],
  ['duration elapsed execution_time runtime time_taken', 'Write latency, in seconds.', field('latency')],
  ['timestamp date time created_at started_at start', 'Write start_time.', field('start_time')],
  ['ended_at end finished_at', 'Write end_time.', field('end_time')],
  ['age', 'Compare start_time with a time, for example gt(start_time, "2026-01-31T12:00:00Z").'],
  ['tag label labels', 'Write tags, with has: has(tags, "production").', field('tags')],
  ['run_name title', 'Write name.', field('name')],
  ['run_id uuid', 'Write id.', field('id')],
  ['parent_id parent parent_run', 'Write parent_run_id.', field('parent_run_id')],
  ['trace', 'Write trace_id.', field('trace_id')],
  ['thread conversation conversation_id', 'Write thread_id.', field('thread_id')],
  ['root isroot', 'Write is_root: eq(is_root, true).', field('is_root')],
  ['state outcome', 'Write status.', field('status')],
  ['error_message exception has_error failed', 'Write eq(status, "error").', { kind: 'failed' }],
  ['tokens token_count', 'Write total_tokens.', field('total_tokens')],
  ['cost price', 'Write total_cost.', field('total_cost')],
  ['model model_name llm', metadataPair('ls_model_name', 'gpt-4o'), metadata('ls_model_name')],
  ['provider', metadataPair('ls_provider', 'openai'), metadata('ls_provider')],
  ['user user_id username', metadataPair('user_id', 'u-1'), metadata('user_id')],
  ['environment env', metadataPair('environment', 'production'), metadata('environment')],
  ['project project_name session session_name', 'The project is chosen beside the filter, not in it.'],
  [
    'feedback feedbacks score rating',
    'Write and(eq(feedback_key, "correctness"), gte(feedback_score, 0.8)).',
  ],
  ['input', 'Write inputs, or input_key with input_value.', field('inputs')],
  ['output', 'Write outputs, or output_key with output_value.', field('outputs')],
  ['extra', metadataPair('user_id', 'u-1')],
  ['attachments', "LangSmith's API does not filter by attachments."],
];

const BY_NAME: ReadonlyMap<string, Hint> = new Map(
  HINTS.flatMap((hint) => hint[0].split(' ').map((name) => [name, hint] as const)),
);

export function unknownField(name: string, scope: Scope): string {
  return `There is no field "${name}". ${hintFor(name, scope)}`;
}

function hintFor(name: string, scope: Scope): string {
  const lower = name.toLowerCase();
  if (findField(lower)) return `Fields are in lower case; write ${lower}.`;
  const path = pathMeaning(name);
  if (path?.kind === 'pair') return pairHint(path.group, path.key);
  if (path?.kind === 'feedback') return `Write and(eq(feedback_key, "${path.key}"), …(${path.part}, …)).`;
  if (/_details\./.test(lower))
    return "LangSmith's API is not known to filter by categories of tokens or cost.";
  const hint = BY_NAME.get(lower);
  if (hint) return hint[1];
  const near = nearestField(name, scope);
  return near ? `Did you mean ${near}?` : 'For a metadata value write metadata_key and metadata_value.';
}

/** What was probably meant by a field that does not exist, best guess first. */
export function fieldMeaning(name: string, scope: Scope): FieldMeaning | undefined {
  const lower = name.toLowerCase();
  if (findField(lower)) return field(lower);
  const known = pathMeaning(name) ?? BY_NAME.get(lower)?.[2];
  if (known) return known;
  const near = nearestField(name, scope);
  return near === undefined ? undefined : field(near);
}

/** `inputs.question`, `feedback.correctness.score`: the search bar's notation. */
function pathMeaning(name: string): FieldMeaning | undefined {
  const payload = /^(inputs?|outputs?)\.(.+)$/.exec(name);
  if (payload) {
    return { kind: 'pair', group: payload[1]!.startsWith('in') ? 'input' : 'output', key: payload[2]! };
  }
  const feedback = /^feedback\.([^.]+)(?:\.(\w+))?$/.exec(name);
  if (!feedback) return undefined;
  const part = findField(`feedback_${feedback[2]}`)?.name ?? 'feedback_score';
  return { kind: 'feedback', key: feedback[1]!, part };
}

function nearestField(name: string, scope: Scope): string | undefined {
  const offered = fieldsOf(scope).filter((each: Field) => !each.hidden);
  return nearest(
    name,
    offered.map((each) => each.name),
  );
}

function field(name: string): FieldMeaning {
  return { kind: 'field', name };
}

function metadata(key: string): FieldMeaning {
  return { kind: 'pair', group: 'metadata', key };
}

function pairHint(group: string, path: string): string {
  return `Write and(eq(${group}_key, "${path}"), eq(${group}_value, …)).`;
}

function metadataPair(key: string, sample: string): string {
  return `If it is in the metadata, write and(eq(metadata_key, "${key}"), eq(metadata_value, "${sample}")).`;
}
