import type { Range } from './ast.ts';
import { type Frame, callPath } from './call-path.ts';
import { describeField } from './describe-field.ts';
import { readDuration } from './duration.ts';
import type { Field } from './field.ts';
import { FIELDS } from './fields.ts';
import { SEARCH_NOTE } from './index-notes.ts';
import { INDEXED_CHARACTERS } from './indexing.ts';
import { type FunctionName, OPERATORS, findOperator, isConnective } from './operators.ts';
import { resolveField } from './resolve-field.ts';
import { scan } from './scan.ts';
import { searchTerms } from './search-text.ts';
import { isStopWord } from './stop-words.ts';
import { parseTime } from './time.ts';
import type { Token } from './token.ts';

export interface Hover extends Range {
  /** Plain text, one thought a line. */
  readonly lines: readonly string[];
}

/** What the word or value under an offset means; undefined where there is nothing to say. */
export function hoverAt(text: string, offset: number): Hover | undefined {
  const tokens = scan(text);
  const index = tokens.findIndex((token) => token.from <= offset && offset < token.to);
  const token = tokens[index];
  const lines = token && linesFor(token, tokens.slice(0, index));
  return token && lines && { from: token.from, to: token.to, lines };
}

function linesFor(token: Token, before: readonly Token[]): readonly string[] | undefined {
  switch (token.kind) {
    case 'function':
      return describeFunction(token.text);
    case 'field': {
      const field = resolveField(token.text);
      return field && describeField(field);
    }
    case 'keyword':
      return /^n/i.test(token.text) ? ['null: the value is missing'] : undefined;
    case 'string':
      return describeValue(token.value ?? '', before);
    case 'number':
      return describeNumber(Number(token.text), before);
    default:
      return undefined;
  }
}

function describeFunction(name: string): readonly string[] {
  const operator = findOperator(name);
  if (!operator) {
    const names = OPERATORS.filter((each) => !each.hidden).map((each) => each.name);
    return [`There is no function "${name}".`, `The functions are ${names.join(', ')}.`];
  }
  const fields = FIELDS.filter((field) => !field.hidden && takes(field, operator.name));
  return [
    operator.signature,
    operator.description,
    ...(operator.name === 'search' ? [SEARCH_NOTE] : []),
    ...(fields.length > 0 ? [`Fields: ${fields.map((field) => field.name).join(', ')}`] : []),
    ...(operator.name === 'not' ? ['Write neq or notlike instead.'] : []),
    `Example: ${operator.example}`,
  ];
}

function takes({ operators }: Field, name: FunctionName): boolean {
  return name !== 'search' && !isConnective(name) && operators.includes(name);
}

/** Only what the text itself does not say: the moment in UTC, other units in seconds, what no index holds. */
function describeValue(value: string, before: readonly Token[]): readonly string[] | undefined {
  const call = callPath(before).findLast((frame) => frame.kind === 'call');
  const type = fieldOf(call)?.type;
  if (type === 'time') {
    const time = parseTime(value);
    return time === undefined ? ['Not a possible time.'] : [`${new Date(time).toISOString()} (UTC)`];
  }
  if (type === 'duration') {
    const duration = readDuration(value);
    return duration.kind === 'unreadable' ? ['Not a duration.'] : [`${duration.seconds} seconds`];
  }
  if (call?.name === 'search') return describeSearch(value);
  if (value.length <= INDEXED_CHARACTERS) return undefined;
  return [`${value.length} characters; LangSmith indexes up to ${INDEXED_CHARACTERS}.`];
}

function describeSearch(value: string): readonly string[] {
  const words = searchTerms(value);
  const left = words.filter((word) => word.length < 2 || isStopWord(word));
  return [
    words.length > 1 ? `All ${words.length} words have to occur, in any order.` : 'The word has to occur.',
    ...(left.length > 0 ? [`LangSmith does not index ${left.map((word) => `"${word}"`).join(', ')}.`] : []),
  ];
}

function describeNumber(value: number, before: readonly Token[]): readonly string[] | undefined {
  const field = fieldOf(callPath(before).findLast((frame) => frame.kind === 'call'));
  if (!field) return undefined;
  const unit = field.type === 'duration' ? 'seconds' : field.unit;
  return unit === undefined ? undefined : [`${value.toLocaleString('en-US')} ${unit}`];
}

function fieldOf(call: Frame | undefined): Field | undefined {
  return call?.field === undefined ? undefined : resolveField(call.field);
}
