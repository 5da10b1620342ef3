/** The two arguments of a comparison. Undefined means refused, with a problem already reported. */
import type { Comparator, FieldRef, Literal, Range } from './ast.ts';
import type { Argument } from './argument.ts';
import { findField } from './fields.ts';
import type { TokenReader } from './token-reader.ts';

export function shapeField(reader: TokenReader, op: Comparator, argument: Argument): FieldRef | undefined {
  if (argument.kind === 'field') return argument;
  if (argument.kind === 'invalid') return undefined;
  const range = rangeOf(argument);
  if (argument.kind !== 'string') {
    reader.report(range, 'expected-field', `"${op}" begins with a field, for example ${op}(name, …).`);
    return undefined;
  }
  const name = argument.value;
  // One SDK test writes has("metadata", …) and it is documented nowhere; any other quoted field is a slip.
  const severity = name === 'metadata' ? 'warning' : 'error';
  const message = findField(name)
    ? `Fields have no quotes; write ${name}.`
    : `"${op}" begins with a field, without quotes, for example ${op}(name, …).`;
  reader.report(range, 'quoted-field', message, severity);
  return { kind: 'field', ...range, name };
}

const FOREIGN: Readonly<Record<string, string>> = {
  undefined: 'There is no undefined; for a missing value write null.',
  nil: 'There is no nil; for a missing value write null.',
  NULL: 'Write null in lower case.',
  Null: 'Write null in lower case.',
  NaN: 'There is no NaN; write a number.',
  Infinity: 'There is no Infinity; write a number.',
};

export function shapeValue(reader: TokenReader, op: Comparator, argument: Argument): Literal | undefined {
  const range = rangeOf(argument);
  switch (argument.kind) {
    case 'invalid':
      return undefined;
    case 'field': {
      const hint = Object.hasOwn(FOREIGN, argument.name) ? FOREIGN[argument.name] : undefined;
      const message = hint ?? `Put quotes around the text: ${JSON.stringify(argument.name)}.`;
      reader.report(range, 'bare-word', message);
      return undefined;
    }
    case 'logical':
    case 'search':
    case 'comparison': {
      const message = `"${op}" compares a field with a value, not with another call.`;
      reader.report(range, 'call-as-value', message);
      return undefined;
    }
    default:
      return argument;
  }
}

function rangeOf({ from, to }: Range): Range {
  return { from, to };
}
