import type { Argument } from './argument.ts';
import type { Expression, FieldRef, Literal } from './ast.ts';
import { findField } from './fields.ts';
import { findOperator } from './operators.ts';
import type { TokenReader } from './token-reader.ts';

/** Where only a filter can stand, a value or a lonely name becomes a hole. */
export function expectFilter(reader: TokenReader, argument: Argument): Expression {
  switch (argument.kind) {
    case 'logical':
    case 'search':
    case 'comparison':
    case 'invalid':
      return argument;
    default:
      reader.report({ from: argument.from, to: argument.to }, 'expected-filter', explain(argument));
      return { kind: 'invalid', from: argument.from, to: argument.to, parts: [argument] };
  }
}

function explain(argument: Literal | FieldRef): string {
  if (argument.kind === 'string') {
    return `A text alone is no filter; to search for it, write search(${JSON.stringify(argument.value)}).`;
  }
  if (argument.kind !== 'field') return 'A value alone is no filter; write a call, such as gt(latency, 5).';
  const operator = findOperator(argument.name);
  if (operator) return `"${argument.name}" needs parentheses: ${operator.signature}.`;
  const field = findField(argument.name);
  if (field) return `"${argument.name}" is a field; compare it, for example ${field.example}.`;
  return `"${argument.name}" is no filter; write a call, such as search("${argument.name}").`;
}
