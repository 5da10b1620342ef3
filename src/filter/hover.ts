import type { Range } from './ast.ts';
import { callPath } from './call-path.ts';
import { describeField } from './describe-field.ts';
import { readDuration } from './duration.ts';
import { OPERATORS, findOperator } from './operators.ts';
import { resolveField } from './resolve-field.ts';
import { scan } from './scan.ts';
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
      return describeValue(token, before);
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
  return [operator.signature, operator.description, `Example: ${operator.example}`];
}

/** Only what the text itself does not say: the moment in UTC, other units in seconds. */
function describeValue(token: Token, before: readonly Token[]): readonly string[] | undefined {
  const name = callPath(before).findLast((frame) => frame.kind === 'call')?.field;
  const type = name === undefined ? undefined : resolveField(name)?.type;
  const value = token.value ?? '';
  if (type === 'time') {
    const time = parseTime(value);
    return time === undefined ? ['Not a possible time.'] : [`${new Date(time).toISOString()} (UTC)`];
  }
  if (type !== 'duration') return undefined;
  const duration = readDuration(value);
  return duration.kind === 'unreadable' ? ['Not a duration.'] : [`${duration.seconds} seconds`];
}
