import type { Field } from './field.ts';
import type { ItemValue } from './flatten.ts';

export interface SuggestedValue {
  readonly value: ItemValue | null;
  readonly detail: string;
}

/** Values that make sense without knowing any data. */
export function suggestValues(field: Field, op: string, now: number): readonly SuggestedValue[] {
  if (op === 'like' || op === 'notlike' || op === 'exists') {
    return field.type === 'json' ? describe(METADATA_KEYS, 'common key') : [];
  }
  switch (field.type) {
    case 'enum':
      return describe(field.values ?? [], field.name);
    case 'boolean':
      return describe([true, false], '');
    case 'error':
      return [{ value: null, detail: op === 'neq' ? 'the run failed' : 'the run did not fail' }];
    case 'duration':
      return describe(['1s', '5s', '10s', '60s'], 'seconds');
    case 'time':
      return AGES.map(([detail, hours]) => ({ value: timeText(now - hours * HOUR), detail }));
    case 'number':
      return describe(NUMBERS[field.unit ?? field.name] ?? [], field.unit ?? '');
    case 'key':
      return field.name === 'metadata_key' ? describe(METADATA_KEYS, 'common key') : [];
    default:
      return field.name === 'feedback_source' ? describe(['api', 'app', 'model', 'auto_eval'], '') : [];
  }
}

/** Written by LangSmith's SDKs and integrations, or used by its thread idiom. */
const METADATA_KEYS = [
  'thread_id',
  'session_id',
  'conversation_id',
  'user_id',
  'environment',
  'ls_provider',
  'ls_model_name',
  'revision_id',
];

const NUMBERS: Readonly<Record<string, readonly number[]>> = {
  tokens: [1000, 5000, 10_000, 50_000],
  'US dollars': [0.01, 0.1, 1],
  turns: [1, 5, 10],
  feedback_score: [0, 0.5, 0.8, 1],
};

const HOUR = 3_600_000;
const AGES: readonly (readonly [detail: string, hours: number])[] = [
  ['an hour ago', 1],
  ['a day ago', 24],
  ['a week ago', 7 * 24],
  ['30 days ago', 30 * 24],
];

/** Whole seconds, so that the text is short. */
function timeText(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

function describe(values: readonly ItemValue[], detail: string): readonly SuggestedValue[] {
  return values.map((value) => ({ value, detail }));
}
