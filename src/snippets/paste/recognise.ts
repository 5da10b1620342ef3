/**
 * Whatever people have at hand as a query: links, commands, code, bodies, filters. Total: any text gives an
 * answer, or undefined when it is none of these. Keys are taken out first and are in no part of the answer.
 */
import { barToFilter } from '../../filter/bar/bar-to-filter.ts';
import { parse } from '../../filter/parse.ts';
import { shown } from './argument-notes.ts';
import type { Reading, Recognised, RunsPatch } from './patch.ts';
import { readBody } from './read-body.ts';
import { recogniseCli } from './recognise-cli.ts';
import { recogniseCode } from './recognise-code.ts';
import { recogniseCurl } from './recognise-curl.ts';
import { recogniseFragment } from './recognise-fragment.ts';
import { recogniseLink, recogniseLinkWithin } from './recognise-link.ts';
import { recogniseBar, recogniseFilter, recogniseId } from './recognise-query.ts';
import { recogniseRequest } from './recognise-request.ts';
import { redact } from './secrets.ts';

/** More is a document, not a query. */
const LONGEST = 200_000;
const CURLY = /[\u201c\u201d\u201e]|\u03b2\u20ac\u0153|\u00e2\u20ac[\u0153\u009d]/g;
const CURLY_SINGLE = /[\u2018\u2019\u201a]/g;

/** Where code has the quotes of an argument; elsewhere curly ones belong to a text. */
const CURLY_ARGUMENT = /[=([,:]\s*(?:[\u2018-\u201e]|\u03b2\u20ac\u0153|\u00e2\u20ac)/;

/** `now` fixes windows that count back from the moment of running, in epoch milliseconds. */
export function recognise(text: string, now: number): Recognised | undefined {
  if (text.trim() === '' || text.length > LONGEST) return undefined;
  const redacted = redact(text);
  const reading = read(redacted.text, now);
  if (!reading) return undefined;
  const notes = [
    ...(redacted.found
      ? [
          'A key or password stood in the text; it was dropped and is kept nowhere. If the text came from elsewhere, consider that key known.',
        ]
      : []),
    ...reading.notes,
  ];
  return { ...inApiLanguage(reading, notes), secretsFound: redacted.found };
}

const FENCE = /(?:^|\n)[ \t]*(```|~~~)[^\n`]*\n([\s\S]*?)\n[ \t]*\1/g;

/** Of a text with blocks of code, as Markdown has them, the first that holds a query. */
function read(text: string, now: number): Reading | undefined {
  const blocks = [...text.matchAll(FENCE)].slice(0, 20);
  for (const [, , block = ''] of blocks) {
    const found = readOne(block, now);
    if (found && found.confidence !== 'maybe') return found;
  }
  return readOne(text, now);
}

function readOne(text: string, now: number): Reading | undefined {
  return (
    recogniseId(text) ??
    recogniseLink(text, now) ??
    recogniseCurl(text, now) ??
    recogniseCli(text, now) ??
    recogniseFilter(text) ??
    recogniseJson(text, now) ??
    withStraightQuotes(text, now) ??
    recogniseCode(text, now) ??
    recogniseRequest(text, now) ??
    recogniseFragment(text, now) ??
    recogniseLinkWithin(text, now) ??
    recogniseBar(text)
  );
}

function recogniseJson(text: string, now: number): Reading | undefined {
  const found = readBody(text, undefined, now);
  return found && { kind: 'json', confidence: 'sure', ...found };
}

/** Web pages and word processors make quotes curly. */
function withStraightQuotes(text: string, now: number): Reading | undefined {
  if (!CURLY_ARGUMENT.test(text)) return undefined;
  const straight = text.replace(CURLY, '"').replace(CURLY_SINGLE, "'");
  const found = recogniseCode(straight, now);
  return found && { ...found, notes: ['Curly quotes were read as straight ones.', ...found.notes] };
}

/** A filter may be written in the syntax of LangSmith's search bar, which its API does not take. */
function inApiLanguage(reading: Reading, notes: readonly string[]): Reading {
  const said = [...notes];
  const patch: { -readonly [Key in keyof RunsPatch]: RunsPatch[Key] } = { ...reading.patch };
  for (const key of ['filter', 'traceFilter', 'treeFilter'] as const) {
    const text = patch[key];
    if (
      text === undefined ||
      text.trim() === '' ||
      /^\s*\w+\s*\(/.test(text) ||
      parse(text).problems.length === 0
    )
      continue;
    const found = barToFilter(text);
    if (found.filter === '' || found.problems.some(({ severity }) => severity === 'error')) continue;
    patch[key] = found.filter;
    said.push('The filter was written for LangSmith’s search bar and is translated.');
    said.push(
      ...found.untranslated.map(({ text: part, reason }) => `“${shown(part)}” is left out. ${reason}`),
    );
    said.push(...found.notes.map(({ text: part, reason }) => `“${shown(part)}”: ${reason}`));
  }
  return { ...reading, patch, notes: said };
}
