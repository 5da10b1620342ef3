import type { ValueAsk, ValueKind } from './live-values.ts';
import { resolveField } from './resolve-field.ts';
import { scan } from './scan.ts';
import { type ValueSituation, situationAt } from './situation.ts';

/** LangSmith's own key for the model, for which sources may have a list of their own. */
const MODEL_KEY = 'ls_model_name';

/** The values that would help at an offset; undefined where none from outside would. */
export function valueAskAt(text: string, offset: number): ValueAsk | undefined {
  const situation = situationAt(text, offset);
  if (situation.kind !== 'value') return undefined;
  const kind = kindFor(situation);
  if (!kind) return undefined;
  const prefix = prefixIn(text, offset, situation);
  return situation.key === undefined || kind === 'models'
    ? { kind, prefix }
    : { kind, key: situation.key, prefix };
}

function kindFor({ field: name, op, key }: ValueSituation): ValueKind | undefined {
  if (name === 'run_type') return 'run-types';
  if (name === 'status') return 'statuses';
  const field = resolveField(name);
  // has(metadata, …) wants a whole object.
  if (!field?.source || (field.type === 'json' && op === 'has')) return undefined;
  return field.source === 'metadata-values' && key === MODEL_KEY ? 'models' : field.source;
}

/** Decoded, up to the offset, and without the % of a pattern. */
function prefixIn(text: string, offset: number, { range, string, op }: ValueSituation): string {
  const raw = text.slice(range.from, offset);
  const written = string ? (scan(string.quote + raw)[0]?.value ?? '') : raw;
  return op === 'like' || op === 'notlike' ? written.replace(/^%/, '') : written;
}
