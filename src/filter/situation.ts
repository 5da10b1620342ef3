/** What can be written at an offset. Ranges cover the word or the text that a choice would replace. */
import type { Comparison, Range } from './ast.ts';
import { type Frame, callPath } from './call-path.ts';
import { metadataPath } from './dotted-field.ts';
import { findNode } from './find-node.ts';
import { parse } from './parse.ts';
import { resolveField } from './resolve-field.ts';
import { findOperator, isConnective } from './operators.ts';
import { scan } from './scan.ts';
import type { Token } from './token.ts';

export type Situation =
  | { readonly kind: 'filter'; readonly range: Range; readonly hasParenthesis: boolean }
  | { readonly kind: 'field'; readonly range: Range; readonly op: string; readonly hasComma: boolean }
  | ValueSituation
  | { readonly kind: 'search'; readonly range: Range; readonly string: OpenText | undefined }
  | NextSituation
  /** Where nothing helps. */
  | { readonly kind: 'none'; readonly range: Range };

export interface ValueSituation {
  readonly kind: 'value';
  readonly range: Range;
  readonly op: string;
  readonly field: string;
  /** Where an `in` wants its list: between brackets, or still before them. */
  readonly list: 'inside' | 'before' | undefined;
  /** Set when the offset is between quotes; the range is then what stands between them. */
  readonly string: OpenText | undefined;
  /** Value of the key that stands in the same and(), for a value of a pair. */
  readonly key: string | undefined;
}

/** Behind something finished: a comma or a bracket comes next, or a filter around the whole. */
export interface NextSituation {
  readonly kind: 'next';
  /** The blanks behind what is finished. */
  readonly range: Range;
  readonly after: 'filter in and, or' | 'field' | 'last argument' | 'list item' | 'whole filter';
  /** Nothing follows that could be the bracket already. */
  readonly isOpen: boolean;
}

export interface OpenText {
  readonly quote: '"' | "'";
  readonly needsClosing: boolean;
}

export function situationAt(text: string, offset: number): Situation {
  const tokens = scan(text);
  const touched = tokens.findLast((token) => token.from < offset && isTouched(token, offset));
  const before = tokens.filter((token) => token.to <= offset && token !== touched);
  const path = callPath(before);
  const top = path.at(-1)!;
  const range = touched ? rangeOf(touched, offset) : { from: offset, to: offset };
  const after = tokens.find((token) => token.from >= range.to && token !== touched);
  if (top.isFilled) return touched ? { kind: 'none', range } : nextIn(text, offset, { path, before, after });
  return expectedIn(text, path, { range, after, string: touched && openText(touched) });
}

interface Place {
  readonly range: Range;
  readonly after: Token | undefined;
  readonly string: OpenText | undefined;
}

interface Behind {
  readonly path: readonly Frame[];
  readonly before: readonly Token[];
  readonly after: Token | undefined;
}

function nextIn(text: string, offset: number, { path, before, after }: Behind): Situation {
  const nothing = { kind: 'none', range: { from: offset, to: offset } } as const;
  const last = before.at(-1);
  const what = finishedIn(path);
  if (!last || !what || after?.text === ',' || (what === 'whole filter' && (after || last.text !== ')'))) {
    return nothing;
  }
  const isOpen = after?.text !== ')' && after?.text !== ']';
  if (!isOpen && (what === 'last argument' || what === 'field')) return nothing;
  const gap = text.slice(last.to, offset);
  const from = /^[ \t]*$/.test(gap) ? last.to : offset;
  return { kind: 'next', range: { from, to: offset }, after: what, isOpen };
}

function finishedIn(path: readonly Frame[]): NextSituation['after'] | undefined {
  const top = path.at(-1)!;
  if (top.kind === 'list') return 'list item';
  if (top.kind === 'group') return path.length === 1 ? 'whole filter' : undefined;
  const operator = findOperator(top.name);
  if (operator?.name === 'search') return top.index === 0 ? 'last argument' : undefined;
  if (operator && isConnective(operator.name)) return 'filter in and, or';
  if (top.index === 0) return top.field === undefined ? undefined : 'field';
  return top.index === 1 ? 'last argument' : undefined;
}

function expectedIn(text: string, path: readonly Frame[], place: Place): Situation {
  const { range } = place;
  const top = path.at(-1)!;
  const call = top.kind === 'list' ? path.at(-2)! : top;
  const operator = findOperator(call.name);
  if (call.kind === 'group' || (operator && isConnective(operator.name))) {
    if (top.kind === 'list' || place.string) return { kind: 'none', range };
    return { kind: 'filter', range, hasParenthesis: place.after?.text === '(' };
  }
  if (operator?.name === 'search') return { kind: 'search', range, string: place.string };
  if (call.index === 0) {
    if (place.string || top.kind === 'list') return { kind: 'none', range };
    return { kind: 'field', range, op: call.name, hasComma: place.after?.text === ',' };
  }
  if (call.index > 1 || call.field === undefined) return { kind: 'none', range };
  return valueIn(text, path, call, call.field, place);
}

function valueIn(
  text: string,
  path: readonly Frame[],
  call: Frame,
  field: string,
  place: Place,
): ValueSituation {
  const isInside = path.at(-1)!.kind === 'list';
  const parent = path[path.indexOf(call) - 1];
  const group = resolveField(field)?.pair?.group;
  return {
    kind: 'value',
    range: place.range,
    op: call.name,
    field,
    list: isInside ? 'inside' : call.name === 'in' ? 'before' : undefined,
    string: place.string,
    key:
      metadataPath(field) ?? parent?.equals.get(`${group}_key`) ?? (group && keyBehind(text, place, group)),
  };
}

/** `and(eq(metadata_value, |), eq(metadata_key, "env"))`: the key may also come later. */
function keyBehind(text: string, { range, after }: Place, group: string): string | undefined {
  if (!after) return undefined;
  const and = findNode(parse(text).tree, { from: range.to, to: range.to }, 'logical');
  const key = and?.args.find((arg): arg is Comparison => {
    return arg.kind === 'comparison' && arg.op === 'eq' && arg.field.name === `${group}_key`;
  });
  return and?.op === 'and' && key?.value.kind === 'string' ? key.value.value : undefined;
}

/** Inside a text, or within or at the end of a word. */
function isTouched(token: Token, offset: number): boolean {
  if (token.kind === 'punctuation') return false;
  if (token.kind === 'string') return offset < token.to || token.isOpen === true;
  return offset <= token.to;
}

function rangeOf(token: Token, offset: number): Range {
  if (token.kind !== 'string') return { from: token.from, to: token.to };
  // An unclosed text has swallowed everything behind it, which is not to be replaced.
  return { from: token.from + 1, to: token.isOpen ? offset : token.to - 1 };
}

function openText(token: Token): OpenText | undefined {
  if (token.kind !== 'string') return undefined;
  return { quote: token.text.startsWith("'") ? "'" : '"', needsClosing: token.isOpen === true };
}
