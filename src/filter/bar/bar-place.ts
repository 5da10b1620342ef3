/** What can be written at an offset of the search bar. Ranges cover the word that a choice would replace. */
import type { Range } from '../ast.ts';
import type { ValueAsk, ValueKind } from '../live-values.ts';
import { type BarField, findBarField } from './bar-field.ts';
import { type BarToken, scanBar } from './scan-bar.ts';

export type BarPlace =
  | { readonly kind: 'field'; readonly range: Range; readonly hasColon: boolean }
  /** A key below a field that has them, such as `metadata.`. */
  | { readonly kind: 'key'; readonly range: Range; readonly ask: ValueAsk; readonly hasColon: boolean }
  /** Behind `feedback.<key>.`, where a condition names one of its sides. */
  | { readonly kind: 'feedback part'; readonly range: Range; readonly hasColon: boolean }
  | {
      readonly kind: 'value';
      readonly range: Range;
      readonly field: BarField;
      readonly ask: ValueAsk | undefined;
    }
  /** Where nothing helps. */
  | { readonly kind: 'none'; readonly range: Range };

export function barPlaceAt(text: string, offset: number): BarPlace {
  const tokens = scanBar(text);
  const index = tokens.findLastIndex((token) => token.from < offset && offset <= token.to);
  const token = tokens[index];
  if (!token) return { kind: 'field', range: { from: offset, to: offset }, hasColon: false };
  const range = { from: token.from, to: token.to };
  switch (token.kind) {
    case 'operator':
      return valueAfter(tokens[index - 1], text, { from: offset, to: offset }, offset);
    case 'word':
      return tokens[index - 1]?.kind === 'operator'
        ? valueAfter(tokens[index - 2], text, range, offset)
        : nameOrKey(token, text, offset, false);
    case 'field':
      return nameOrKey(token, text, offset, true);
    case 'not':
    case 'open':
    case 'and':
    case 'or':
      return token.text === '-' || token.kind === 'open'
        ? { kind: 'field', range: { from: offset, to: offset }, hasColon: false }
        : { kind: 'field', range, hasColon: false };
    default:
      return { kind: 'none', range: { from: offset, to: offset } };
  }
}

const KEY_KINDS: Readonly<Record<string, ValueKind>> = {
  metadata: 'metadata-keys',
  input: 'input-keys',
  output: 'output-keys',
  feedback: 'feedback-keys',
};

function nameOrKey({ from, to }: BarToken, text: string, offset: number, hasColon: boolean): BarPlace {
  const written = text.slice(from, offset);
  const dot = written.indexOf('.');
  const kind = KEY_KINDS[written.slice(0, dot)];
  if (dot < 0) return { kind: 'field', range: { from, to }, hasColon };
  if (!kind) return { kind: 'none', range: { from, to } };
  const last = written.lastIndexOf('.');
  if (kind === 'feedback-keys' && last > dot) {
    return { kind: 'feedback part', range: { from: from + last + 1, to }, hasColon };
  }
  const range = { from: from + dot + 1, to };
  return { kind: 'key', range, ask: { kind, prefix: written.slice(dot + 1) }, hasColon };
}

function valueAfter(token: BarToken | undefined, text: string, range: Range, offset: number): BarPlace {
  const [name = '', ...path] = token?.segments ?? [];
  const field = findBarField(name);
  if (!field) return { kind: 'none', range };
  return { kind: 'value', range, field, ask: askFor(name, path, text.slice(range.from, offset)) };
}

const VALUE_KINDS: Readonly<Record<string, ValueKind>> = {
  name: 'names',
  status: 'statuses',
  run_type: 'run-types',
  tags: 'tags',
  thread_id: 'threads',
};

function askFor(name: string, path: readonly string[], prefix: string): ValueAsk | undefined {
  const key = path.join('.');
  if (name === 'metadata' && path.length > 0) {
    return key === 'ls_model_name' ? { kind: 'models', prefix } : { kind: 'metadata-values', key, prefix };
  }
  if (name === 'feedback' && path.at(-1) === 'value') {
    return { kind: 'feedback-values', key: path.slice(0, -1).join('.'), prefix };
  }
  const kind = path.length === 0 ? VALUE_KINDS[name] : undefined;
  return kind && { kind, prefix };
}
