/** The same value, or the same key, wherever the filter names it. */
import type { Range } from './ast.ts';
import { callPath } from './call-path.ts';
import { resolveField } from './resolve-field.ts';
import { scan } from './scan.ts';
import type { TextEdit } from './text-edit.ts';
import type { Token } from './token.ts';

export interface Occurrences {
  /** Decoded. */
  readonly value: string;
  /** Between the quotes; the one at the offset among them. */
  readonly ranges: readonly Range[];
}

/** Undefined when the offset is in no text. */
export function occurrencesAt(text: string, offset: number): Occurrences | undefined {
  const found = tokensAlike(text, offset);
  const [first] = found;
  return first && { value: first.value ?? '', ranges: found.map(inner) };
}

export function renameEdits(text: string, offset: number, value: string): readonly TextEdit[] {
  return tokensAlike(text, offset).map((token) => ({
    ...inner(token),
    text: escapeFor(token.text.startsWith("'") ? "'" : '"', value),
  }));
}

/** Unclosed texts have swallowed what is behind them, and curly quotes are no quotes: left alone. */
function tokensAlike(text: string, offset: number): readonly Token[] {
  const tokens = scan(text);
  const at = tokens.findIndex((token) => isText(token) && token.from <= offset && offset <= token.to);
  const chosen = tokens[at];
  if (!chosen) return [];
  const role = roleOf(tokens, at);
  return tokens.filter(
    (token, index) => isText(token) && token.value === chosen.value && roleOf(tokens, index) === role,
  );
}

function isText({ kind, isOpen, text }: Token): boolean {
  return kind === 'string' && !isOpen && (text.startsWith('"') || text.startsWith("'"));
}

/** Values of one field are one thing; the key "env" and the value "env" are two. */
function roleOf(tokens: readonly Token[], index: number): string {
  const call = callPath(tokens.slice(0, index)).findLast((frame) => frame.kind === 'call');
  if (call?.field === undefined) return call?.name ?? '';
  const field = resolveField(call.field);
  return field?.type === 'json' && call.name === 'exists' ? 'metadata_key' : (field?.name ?? call.field);
}

function inner({ from, to }: Token): Range {
  return { from: from + 1, to: to - 1 };
}

function escapeFor(quote: string, value: string): string {
  const json = JSON.stringify(value).slice(1, -1);
  return quote === '"' ? json : json.replaceAll('\\"', '"').replaceAll("'", "\\'");
}
