/** Brackets, commas, and characters that mean nothing. */
import { closersFor } from '../call-path.ts';
import { type FixMaker, type FixPlace, type FixSketch, replace, tokenAt, tokenBefore } from './fix.ts';

const remove: FixMaker = ({ problem, source }) => [
  { title: `Delete ${source.trim() === '' ? 'it' : source}`, edits: [{ ...rangeOf(problem), text: '' }] },
];

/** In a list the problem is at the bracket, in a call at the comma. */
const removeComma: FixMaker = (place) => {
  const comma = place.source === ',' ? place.problem : tokenBefore(place, place.problem.from);
  if (!comma) return [];
  const { from } = comma;
  // With the blank behind it, unless a line ends there.
  const blanks = /^[ \t]*(?=[)\]])/.exec(place.text.slice(comma.to))?.[0] ?? '';
  const to = comma.to + blanks.length;
  return [{ title: 'Delete the comma', edits: [{ from, to, text: '' }] }];
};

const insertComma: FixMaker = (place) => {
  const before = tokenBefore(place, place.problem.from);
  if (!before) return [];
  const gap = place.text.slice(before.to, place.problem.from);
  return [
    { title: 'Put a comma here', edits: [{ from: before.to, to: before.to, text: gap === '' ? ', ' : ',' }] },
  ];
};

/** Closes what is open at the end, lists too. */
const closeAll: FixMaker = (place) => {
  const closing = closersFor(place.tokens);
  const end = place.text.trimEnd().replace(/[,\s]+$/, '').length;
  if (closing === '') return [];
  return [replace({ from: end, to: place.text.trimEnd().length }, closing, `Close with ${closing}`)];
};

/** Behind the last value, before the parenthesis that ended the list. */
const closeList: FixMaker = (place) => {
  const from = place.tokens.findIndex((token) => token.from === place.problem.from);
  const rest = place.tokens.slice(from + 1);
  const end = rest.findIndex(({ kind, text }) => kind === 'punctuation' && text === ')');
  const last = rest[(end < 0 ? rest.length : end) - 1] ?? place.tokens[from];
  if (!last) return [];
  const at = last.text === ',' ? last : { from: last.to, to: last.to };
  return [replace(at, ']', 'Close the list with ]')];
};

/** `eq name, "a")` */
const openCall: FixMaker = (place) => {
  const next = place.tokens.find((token) => token.from >= place.problem.to);
  const to = next?.from ?? place.problem.to;
  return [replace({ from: place.problem.to, to }, '(', `Write ${place.source}(`)];
};

const removeBackticks: FixMaker = ({ tokens }) => {
  const ticks = tokens.filter(({ kind, text }) => kind === 'error' && text === '`');
  return [{ title: 'Delete the backticks', edits: ticks.map((tick) => ({ ...rangeOf(tick), text: '' })) }];
};

const plainBlank: FixMaker = ({ problem, source }) => {
  const hasWidth = !/^[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]+$/.test(source);
  return [
    replace(
      problem,
      hasWidth ? ' ' : '',
      hasWidth ? 'Type a normal blank' : 'Delete the invisible character',
    ),
  ];
};

const flattenList: FixMaker = (place) => {
  const start = place.tokens.findIndex((token) => token.from === place.problem.from);
  let depth = 0;
  for (const token of place.tokens.slice(start)) {
    if (token.kind !== 'punctuation') continue;
    if (token.text === '[') depth += 1;
    if (token.text === ']') depth -= 1;
    if (depth === 0) return [withoutBrackets(place, token.from)];
  }
  return [];
};

function withoutBrackets({ problem }: FixPlace, close: number): FixSketch {
  const edits = [problem.from, close].map((from) => ({ from, to: from + 1, text: '' }));
  return { title: 'Make it one list', edits };
}

/** `eq(name,, "a")`: the comma itself is what is too many. */
const removeDoubleComma: FixMaker = (place) =>
  tokenAt(place, place.problem.from)?.text === ',' ? remove(place) : [];

function rangeOf({ from, to }: { readonly from: number; readonly to: number }) {
  return { from, to };
}

export const PUNCTUATION_FIXES: Readonly<Record<string, FixMaker>> = {
  'trailing-comma': removeComma,
  'missing-comma': insertComma,
  'missing-argument': removeDoubleComma,
  'unclosed-parenthesis': closeAll,
  'unclosed-bracket': closeList,
  'extra-parenthesis': remove,
  'missing-parenthesis': openCall,
  'trailing-semicolon': remove,
  unexpected: remove,
  backtick: removeBackticks,
  'invisible-character': plainBlank,
  'nested-list': flattenList,
};
