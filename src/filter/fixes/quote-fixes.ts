/** Quotes that are missing, curly, unclosed, or around too much. */
import { closersFor } from '../call-path.ts';
import { scan } from '../scan.ts';
import { applyEdits } from '../text-edit.ts';
import { type FixMaker, type FixPlace, type FixSketch, replace, tokenAt } from './fix.ts';

/** A quote before the brackets and commas that were probably meant to stand outside. */
const closeQuote: FixMaker = (place) => {
  const open = tokenAt(place, place.problem.from);
  if (!open) return [];
  const quote = open.text.startsWith("'") ? "'" : '"';
  const inside = /^.[^,()[\]]*/su.exec(open.text)?.[0].trimEnd().length ?? 1;
  const beforeBrackets = open.text.trimEnd().replace(/[\s)\],]+$/, '').length;
  const ends = [beforeBrackets, inside, open.text.length].map((length) => open.from + length);
  // The quote that is missing may be of an earlier text, which has then swallowed the brackets behind it.
  const swallowed = place.tokens
    .filter((token) => token.kind === 'string' && !token.isOpen)
    .flatMap((token) => {
      const end = /[)\]]\s*,/.exec(token.text)?.index;
      return end === undefined ? [] : token.from + end;
    });
  return [...swallowed, ...ends].flatMap((at) => closings(place.text, at, quote));
};

/** The quote alone, and with the brackets that the open text had hidden. */
function closings(text: string, at: number, quote: string): readonly FixSketch[] {
  const edit = { from: at, to: at, text: quote };
  const closing = closersFor(scan(applyEdits(text, [edit])));
  const alone = { title: `Close the text with ${quote}`, edits: [edit] };
  if (closing === '') return [alone];
  const end = text.trimEnd().length;
  const edits =
    end <= at ? [{ ...edit, text: quote + closing }] : [edit, { from: end, to: end, text: closing }];
  return [alone, { title: `Close the text with ${quote}${closing}`, edits }];
}

const straighten: FixMaker = (place) => {
  const value = tokenAt(place, place.problem.from)?.value;
  return value === undefined ? [] : [replace(place.problem, JSON.stringify(value))];
};

const doubleBackslash: FixMaker = ({ problem }) => [
  replace({ from: problem.from, to: problem.from + 1 }, '\\\\', 'Write the backslash twice'),
];

/** `"eq(name, \"a\")"`, and `"eq(name, "a")"`, whose inner quotes tear it apart. */
const removeOuterQuotes: FixMaker = (place) => {
  const value = place.tokens[0]?.value ?? '';
  const { from, to } = place.problem;
  const title = 'Delete the quotes around the filter';
  const inner = place.text.slice(from + 1, to - 1);
  return [replace(place.problem, value, title), replace(place.problem, inner, title)];
};

const unquoteField: FixMaker = (place) => {
  const value = tokenAt(place, place.problem.from)?.value;
  return value !== undefined && /^[\w.]+$/.test(value) ? [replace(place.problem, value)] : [];
};

const NULLS = new Set(['undefined', 'nil', 'NULL', 'Null']);

const quoteWord: FixMaker = (place) => {
  const { problem, source } = place;
  const nothing: readonly FixSketch[] = NULLS.has(source) ? [replace(problem, 'null')] : [];
  return [
    ...nothing,
    replace(problem, JSON.stringify(source), `Put quotes around ${source}`),
    ...quoteWords(place),
  ];
};

/** `eq(name, docs agent)`: everything up to the bracket or comma. */
function quoteWords({ text, problem }: FixPlace): readonly FixSketch[] {
  const to = problem.from + /^[^,()[\]"']*/.exec(text.slice(problem.from))![0].trimEnd().length;
  if (to <= problem.to) return [];
  return [replace({ from: problem.from, to }, JSON.stringify(text.slice(problem.from, to)))];
}

const quoteSource: FixMaker = ({ problem, source }) => [replace(problem, JSON.stringify(source))];

export const QUOTE_FIXES: Readonly<Record<string, FixMaker>> = {
  'unclosed-quote': closeQuote,
  'typographic-quote': straighten,
  'escape-in-single-quotes': straighten,
  'bad-escape': doubleBackslash,
  'outer-quotes': removeOuterQuotes,
  'quoted-field': unquoteField,
  'bare-word': quoteWord,
  'unquoted-time': quoteSource,
};
