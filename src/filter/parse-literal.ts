import type { BooleanLiteral, ListLiteral, NullLiteral, Scalar } from './ast.ts';
import type { Token } from './token.ts';
import type { TokenReader } from './token-reader.ts';

/** Undefined when the token is no literal. */
export function parseScalar(reader: TokenReader): Scalar | undefined {
  const token = reader.peek();
  switch (token?.kind) {
    case 'string':
      return { kind: 'string', ...rangeOf(reader.take()), value: token.value ?? '' };
    case 'number':
      return { kind: 'number', ...rangeOf(reader.take()), value: Number(token.text) };
    case 'keyword':
      return keyword(reader, reader.take());
    default:
      return undefined;
  }
}

function keyword(reader: TokenReader, token: Token): BooleanLiteral | NullLiteral {
  const plain = token.text === 'None' ? 'null' : token.text.toLowerCase();
  if (plain !== token.text) {
    const message = `LangSmith writes ${plain}; nobody has shown that it reads ${token.text}.`;
    reader.report(token, 'literal-case', message, 'warning');
  }
  const range = rangeOf(token);
  return plain === 'null'
    ? { kind: 'null', ...range }
    : { kind: 'boolean', ...range, value: plain === 'true' };
}

/** At `[`. What cannot be in a list is reported and left out of it. */
export function parseList(reader: TokenReader): ListLiteral {
  const open = reader.take();
  const items: Scalar[] = [];
  let isSeparated = true;
  for (let token = reader.peek(); token && token.text !== ')'; token = reader.peek()) {
    if (reader.isAt(']')) {
      if (items.length > 0 && isSeparated) {
        reader.report(token, 'trailing-comma', 'Delete the comma before this bracket.');
      }
      return { kind: 'list', from: open.from, to: reader.take().to, items };
    }
    if (reader.isAt(',')) {
      if (isSeparated) reader.report(token, 'missing-argument', 'A value is missing before this comma.');
      reader.take();
      isSeparated = true;
      continue;
    }
    if (!isSeparated) reader.report(token, 'missing-comma', 'Put a comma before this value.');
    isSeparated = false;
    const item = parseScalar(reader);
    if (item) items.push(item);
    else refuseItem(reader);
  }
  if (!reader.hasOpenString) {
    reader.report(open, 'unclosed-bracket', 'This list is never closed; add ] after its last value.');
  }
  return { kind: 'list', from: open.from, to: reader.end, items };
}

function refuseItem(reader: TokenReader): void {
  const token = reader.peek()!;
  if (token.text === '[') {
    reader.report(token, 'nested-list', 'A list holds texts, numbers, true or false, not another list.');
    skipBalanced(reader);
  } else if (token.kind === 'function') {
    reader.report(token, 'call-as-value', 'A list holds values, not calls.');
    reader.take();
    skipBalanced(reader);
  } else if (token.kind === 'field') {
    reader.report(token, 'bare-word', `Put quotes around the text: "${token.text}".`);
    reader.take();
  } else {
    reader.take();
    if (!token.problem) reader.report(token, 'unexpected', `${token.text} has no meaning here.`);
    if (token.text === '(') skipRest(reader);
  }
}

/** Takes an opening parenthesis or bracket and everything to its end, without recursion. */
export function skipBalanced(reader: TokenReader): void {
  reader.take();
  skipRest(reader);
}

function skipRest(reader: TokenReader): void {
  for (let depth = 1; depth > 0 && reader.peek();) {
    const { kind, text } = reader.take();
    if (kind !== 'punctuation') continue;
    if (text === '(' || text === '[') depth += 1;
    if (text === ')' || text === ']') depth -= 1;
  }
}

export function rangeOf({ from, to }: Token): { from: number; to: number } {
  return { from, to };
}
