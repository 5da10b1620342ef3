/**
 * Text → tree and problems. Total: any text gives an answer, in linear time. The tree keeps what could
 * be understood; holes are `invalid` nodes.
 */
import type { Argument } from './argument.ts';
import type { Expression, Parsed, Problem } from './ast.ts';
import { expectFilter } from './expect-filter.ts';
import { parseSequence } from './parse-argument.ts';
import { TokenReader } from './token-reader.ts';
import { problemAt } from './token.ts';

/** A blank text is an error here; callers for whom "no filter" is fine do not ask. */
export function parse(text: string): Parsed {
  const reader = new TokenReader(text);
  if (!reader.peek()) {
    const message = 'There is no filter here; write one, such as eq(status, "error").';
    reader.report({ from: 0, to: text.length }, 'empty', message);
    return { tree: undefined, problems: reader.problems };
  }
  const tree = isQuotedWhole(reader) ? quotedWhole(reader) : parseWhole(reader);
  reportUnclosed(reader);
  return { tree, problems: withoutFlood(reader.problems.toSorted((a, b) => a.from - b.from || a.to - b.to)) };
}

/** Something else than a filter was pasted when there are more. */
const MOST_PROBLEMS = 100;

function withoutFlood(problems: readonly Problem[]): readonly Problem[] {
  const rest = problems.slice(MOST_PROBLEMS);
  const next = rest[0];
  if (!next) return problems;
  const severity = rest.some((problem) => problem.severity === 'error') ? 'error' : 'warning';
  const message = `There are ${rest.length} more problems from here on; is this a filter at all?`;
  return [...problems.slice(0, MOST_PROBLEMS), problemAt(next, 'more-problems', message, severity)];
}

/** `"eq(name, \"a\")"`: pasted out of a program together with its quotes. */
function isQuotedWhole(reader: TokenReader): boolean {
  const first = reader.peek();
  return first?.kind === 'string' && !first.isOpen && /^\s*\w+\s*\(/.test(first.value ?? '');
}

function quotedWhole(reader: TokenReader): Expression {
  const range = { from: reader.peek()!.from, to: reader.text.trimEnd().length };
  // Whatever else is odd comes from the inner quotes, which the outer ones have torn apart.
  reader.problems.length = 0;
  reader.report(range, 'outer-quotes', 'Delete the quotes around the whole filter.');
  return { kind: 'invalid', ...range, parts: [] };
}

function parseWhole(reader: TokenReader): Expression {
  const filters: Expression[] = [];
  while (reader.peek()) {
    const before = reader.end;
    const { args } = parseSequence(reader, undefined);
    const added = args.filter(isWorthKeeping).map((argument) => expectFilter(reader, argument));
    filters.push(...added);
    if (filters.length > 1 && filters.length - added.length < 2) reportSecond(reader, filters[1]!);
    if (reader.isAt(')')) {
      reader.report(reader.take(), 'extra-parenthesis', 'Nothing is open here; delete the parenthesis.');
    } else if (reader.peek() && reader.end === before) {
      throw new Error('The parser stands still.');
    }
  }
  const [only] = filters;
  if (only && filters.length === 1) return only;
  return { kind: 'invalid', from: only?.from ?? 0, to: reader.end, parts: filters };
}

/** Refused tokens around the filter have their problem already and hold nothing. */
function isWorthKeeping(argument: Argument): boolean {
  return argument.kind !== 'invalid' || argument.parts.length > 0;
}

/** Of any number of filters in a row only the second is reported. */
function reportSecond(reader: TokenReader, { from, to }: Expression): void {
  const message = 'There is one filter in a text; put them into and(…, …) or or(…, …).';
  reader.report({ from, to }, 'several-filters', message);
}

/** One problem for all of them; none when an unclosed text has swallowed the rest. */
function reportUnclosed(reader: TokenReader): void {
  const outermost = reader.unclosed.at(-1);
  if (!outermost || reader.hasOpenString) return;
  const count = reader.unclosed.length;
  const message =
    count === 1
      ? `"${outermost.text}" is never closed; add ) at its end.`
      : `${count} parentheses are never closed, from "${outermost.text}" on; add ${')'.repeat(Math.min(count, 10))}${count > 10 ? '…' : ''}.`;
  reader.report({ from: outermost.from, to: outermost.to }, 'unclosed-parenthesis', message);
}
