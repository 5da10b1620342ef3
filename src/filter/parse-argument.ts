/**
 * One argument of a call, or the whole filter: a call, a value, a field, or one of the things people
 * write instead, each reported once with what to write. Recursive descent by hand: filters are short,
 * and recovery is what a person who types feels.
 */
import type { Argument } from './argument.ts';
import type { Expression, FieldRef, Invalid, Literal } from './ast.ts';
import { infixComparator, rewriteBarClause } from './foreign-syntax.ts';
import { findOperator } from './operators.ts';
import { parseList, parseScalar, rangeOf, skipBalanced } from './parse-literal.ts';
import { shapeCall } from './shape-call.ts';
import type { Token } from './token.ts';
import type { TokenReader } from './token-reader.ts';

/** Far beyond any sensible filter, far below the stack. */
export const MAX_DEPTH = 200;

/** Undefined, and nothing taken, at a comma, a closing parenthesis or the end. */
function parseArgument(reader: TokenReader): Argument | undefined {
  const first = parseOperand(reader);
  return first && parseInfix(reader, first);
}

function parseOperand(reader: TokenReader): Argument | undefined {
  const token = reader.peek();
  if (!token || token.text === ',' || token.text === ')') return undefined;
  if (reader.depth > MAX_DEPTH) return refuseDepth(reader);
  switch (token.kind) {
    case 'function':
      return parseCall(reader);
    case 'field':
      return parseWord(reader);
    case 'punctuation':
      if (token.text === '[') return parseList(reader);
      if (token.text === '(') return parseGroup(reader);
      return refuseToken(reader);
    case 'error':
      return isBarMinus(reader) ? parseBarClause(reader) : refuseToken(reader);
    default:
      return refuseUnit(reader, parseScalar(reader));
  }
}

function parseCall(reader: TokenReader): Expression {
  const name = reader.take();
  reader.take();
  return parseArguments(reader, name);
}

/** After the opening parenthesis. */
function parseArguments(reader: TokenReader, name: Token): Expression {
  reader.depth += 1;
  const { args, isClosed } = parseSequence(reader, name);
  reader.depth -= 1;
  if (!isClosed) reader.unclosed.push(name);
  return shapeCall(reader, name, args, isClosed);
}

/** Arguments up to and with the closing parenthesis; without `opener` up to the end of the text. */
export function parseSequence(
  reader: TokenReader,
  opener: Token | undefined,
): { args: readonly Argument[]; isClosed: boolean } {
  const args: Argument[] = [];
  let comma: Token | undefined;
  for (let token = reader.peek(); token; token = reader.peek()) {
    const argument = parseArgument(reader);
    if (argument) args.push(argument);
    const next = reader.peek();
    if (next?.text === ')' && opener) {
      if (!argument && comma) reader.report(comma, 'trailing-comma', 'Delete this comma.');
      reader.take();
      return { args, isClosed: true };
    }
    if (next?.text === ',') {
      if (!argument) {
        reader.report(next, 'missing-argument', 'Something is missing before this comma.');
        // Holds the place, or the second argument would be judged as a first one.
        if (args.length === 0) args.push(invalid(next.from, next.from, []));
      }
      comma = reader.take();
    } else {
      comma = undefined;
      if (!opener) return { args, isClosed: true };
      if (argument && next && startsArgument(next)) {
        reader.report(next, 'missing-comma', 'Put a comma before this.');
      }
    }
  }
  return { args, isClosed: false };
}

function startsArgument({ kind, text }: Token): boolean {
  return kind !== 'error' && !(kind === 'punctuation' && text !== '(' && text !== '[');
}

function parseWord(reader: TokenReader): Argument {
  const next = reader.peek(1);
  const isAdjacent = next?.from === reader.peek()!.to;
  if (next?.text === ':' && isAdjacent) return parseBarClause(reader);
  const startsOperand = next && (next.kind === 'function' || next.kind === 'field');
  if (startsOperand && reader.peek()!.text.toLowerCase() === 'not')
    return parsePrefixNot(reader, reader.take());
  const comparator = next && next.kind !== 'string' ? infixComparator(next.text) : undefined;
  if (comparator) return parseInfixComparison(reader, comparator);
  const word = reader.take();
  if (findOperator(word.text) && next && startsArgument(next)) {
    const { signature } = findOperator(word.text)!;
    reader.report(word, 'missing-parenthesis', `"${word.text}" needs parentheses: ${signature}.`);
    return parseArguments(reader, word);
  }
  return { kind: 'field', ...rangeOf(word), name: word.text };
}

function parsePrefixNot(reader: TokenReader, word: Token): Invalid {
  reader.depth += 1;
  const operand = parseOperand(reader);
  reader.depth -= 1;
  const message =
    'LangSmith cannot negate a filter; use neq or notlike in it, for example neq(status, "error").';
  reader.report(word, 'prefix-not', message);
  return invalid(word.from, reader.end, operand ? [operand] : []);
}

/** `status = "success"`, `name like "%a%"`. */
function parseInfixComparison(reader: TokenReader, comparator: string): Invalid {
  const word = reader.take();
  const operator = reader.take();
  const field: FieldRef = { kind: 'field', ...rangeOf(word), name: word.text };
  const value = reader.isAt('[') ? parseList(reader) : parseScalar(reader);
  const next = value ? undefined : reader.peek();
  // `latency > 5s`: the scanner has said what is wrong with the value.
  if (next?.kind === 'field' || (next?.kind === 'error' && next.problem)) reader.take();
  else if (!value && reader.isAt('(')) skipBalanced(reader);
  const range = { from: word.from, to: reader.end };
  const written = value ? reader.quote(value) : 'value';
  const rewrite = `${comparator}(${word.text}, ${written})`;
  reader.report(range, 'infix-comparison', `"${operator.text}" is written as a call: ${rewrite}.`);
  return invalid(range.from, range.to, value ? [field, value] : [field]);
}

function isBarMinus(reader: TokenReader): boolean {
  return reader.isAt('-') && reader.peek(1)?.kind === 'field' && reader.peek(2)?.text === ':';
}

/** LangSmith's search bar has a language of its own, which its API does not take (FILTER-LANGUAGE §13). */
function parseBarClause(reader: TokenReader): Invalid {
  const { from } = reader.take();
  const isEnd = (token: Token) => token.from !== reader.end || token.text === ',' || token.text === ')';
  for (let token = reader.peek(); token && !isEnd(token); token = reader.peek()) {
    if (token.text === '[' || token.text === '(') skipBalanced(reader);
    else reader.take();
  }
  const range = { from, to: reader.end };
  const rewrite = rewriteBarClause(reader.text.slice(from, reader.end));
  const message = `This is the syntax of LangSmith's search bar; here write ${rewrite ?? 'a call, such as eq(name, "a")'}.`;
  reader.report(range, 'search-bar-syntax', message);
  return invalid(range.from, range.to, []);
}

/** Parentheses that follow no function. */
function parseGroup(reader: TokenReader): Invalid {
  const isInner = reader.lastGroup !== undefined && reader.lastGroup === reader.lastTaken;
  const open = reader.take();
  reader.lastGroup = open;
  if (!isInner) {
    const message = 'Parentheses only stand after a function; to group, write and(…) or or(…).';
    reader.report(open, 'grouping', message);
  }
  reader.depth += 1;
  const { args, isClosed } = parseSequence(reader, open);
  reader.depth -= 1;
  if (!isClosed) reader.unclosed.push(open);
  return invalid(open.from, reader.end, args);
}

/** `a and b or c` as one hole with all operands, so that a long chain is no deep tree. */
function parseInfix(reader: TokenReader, first: Argument): Argument {
  const parts: Argument[] = [first];
  const connectors: Token[] = [];
  for (let token = reader.peek(); token && isInfixConnective(reader, token); token = reader.peek()) {
    connectors.push(reader.take());
    const right = parseOperand(reader);
    if (right) parts.push(right);
  }
  const [connector] = connectors;
  if (!connector) return first;
  const operands = parts.length > 1 ? parts.map((part) => reader.quote(part)).join(', ') : '…, …';
  const name = isOr(connector) ? 'or' : 'and';
  const message = connectors.every((each) => isOr(each) === isOr(connector))
    ? `"${connector.text}" stands before its filters: ${name}(${operands}).`
    : 'and and or stand before their filters, which also says what belongs together: or(and(a, b), c).';
  reader.report(connector, 'infix', message);
  return invalid(first.from, reader.end, parts);
}

function isOr({ text }: Token): boolean {
  return /^(?:or|\|\|?)$/i.test(text);
}

function isInfixConnective(reader: TokenReader, { kind, text, to }: Token): boolean {
  if (kind === 'error') return ['&&', '||', '&', '|'].includes(text);
  if (kind === 'field') return /^(?:and|or)$/i.test(text);
  if (kind !== 'function' || !/^(?:and|or)$/i.test(text)) return false;
  // `x and (y)` is infix; `x and(y, z)` is a call after a forgotten comma.
  return text !== text.toLowerCase() || reader.peek(1)!.from > to;
}

function refuseDepth(reader: TokenReader): Invalid {
  const { from } = reader.peek()!;
  if (!reader.isTooDeep) {
    reader.isTooDeep = true;
    const message = `Filters may be nested ${MAX_DEPTH} deep; this goes deeper. Flatten it, or split it up.`;
    reader.report(reader.peek()!, 'too-deep', message);
  }
  if (reader.peek()!.kind === 'function') reader.take();
  if (reader.isAt('(') || reader.isAt('[')) skipBalanced(reader);
  else reader.take();
  return invalid(from, reader.end, []);
}

function refuseToken(reader: TokenReader): Invalid {
  const token = reader.take();
  if (!token.problem) {
    const isLastSemicolon = token.text === ';' && !reader.peek();
    if (isLastSemicolon) reader.report(token, 'trailing-semicolon', 'Delete the semicolon.');
    else reader.report(token, 'unexpected', `"${token.text}" has no meaning here; delete it.`);
  }
  return invalid(token.from, token.to, []);
}

/** `5 s` is one mistake, not a number and a word. */
function refuseUnit(reader: TokenReader, literal: Literal | undefined): Argument | undefined {
  const next = reader.peek();
  if (literal?.kind !== 'number' || next?.kind !== 'field' || !/^(?:m?s|m|h|d)$/.test(next.text)) {
    return literal;
  }
  reader.take();
  const range = { from: literal.from, to: next.to };
  const message = `A duration is written in quotes, without a blank: "${literal.value}${next.text}".`;
  reader.report(range, 'unquoted-duration', message);
  return invalid(range.from, range.to, [literal]);
}

function invalid(from: number, to: number, parts: readonly Argument[]): Invalid {
  return { kind: 'invalid', from, to, parts };
}
