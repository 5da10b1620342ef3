/**
 * The calls and lists that are open at an offset, read from tokens alone, so that it works in texts
 * too broken for a tree. Shared by completion and hover.
 */
import type { Token } from './token.ts';

export interface Frame {
  readonly kind: 'call' | 'group' | 'list';
  /** Of a call, as written. */
  readonly name: string;
  /** Commas passed so far. */
  readonly index: number;
  /** Whether something stands between the last comma and the offset. */
  readonly isFilled: boolean;
  /** First argument of a call, when it is a plain word. */
  readonly field: string | undefined;
  /** Values of the closed eq() calls inside, by field: the keys that a value may belong to. */
  readonly equals: ReadonlyMap<string, string>;
}

type OpenFrame = {
  -readonly [K in keyof Frame]: K extends 'equals' ? Map<string, string> : Frame[K];
} & { text: string | undefined };

/** Outermost first; `before` are the tokens that end at or before the offset. */
export function callPath(before: readonly Token[]): readonly Frame[] {
  const path: OpenFrame[] = [open('group', '')];
  before.forEach((token, position) => {
    const top = path.at(-1)!;
    if (token.kind !== 'punctuation') return fill(top, token);
    switch (token.text) {
      case '(': {
        const name = before[position - 1];
        return void path.push(name?.kind === 'function' ? open('call', name.text) : open('group', ''));
      }
      case '[':
        return void path.push(open('list', ''));
      case ',':
        top.index += 1;
        top.isFilled = false;
        return undefined;
      default:
        return close(path, token.text === ')');
    }
  });
  return path;
}

/** The brackets that close all that the tokens leave open. */
export function closersFor(tokens: readonly Token[]): string {
  const frames = callPath(tokens).slice(1).toReversed();
  return frames.map((frame) => (frame.kind === 'list' ? ']' : ')')).join('');
}

function open(kind: Frame['kind'], name: string): OpenFrame {
  return { kind, name, index: 0, isFilled: false, field: undefined, text: undefined, equals: new Map() };
}

function fill(top: OpenFrame, token: Token): void {
  // The name of a call that is about to open fills nothing by itself.
  if (token.kind === 'function') return;
  top.isFilled = true;
  if (top.index === 0 && token.kind === 'field') top.field = token.text;
  if (top.index === 1 && token.kind === 'string') top.text = token.value;
}

/** A parenthesis also closes lists that were left open inside it. */
function close(path: OpenFrame[], isParenthesis: boolean): void {
  if (isParenthesis) while (path.length > 1 && path.at(-1)!.kind === 'list') path.pop();
  if (path.length === 1 || (path.at(-1)!.kind === 'list') === isParenthesis) return;
  const closed = path.pop()!;
  const parent = path.at(-1)!;
  parent.isFilled = true;
  if (closed.name === 'eq' && closed.field !== undefined && closed.text !== undefined) {
    parent.equals.set(closed.field, closed.text);
  }
}
