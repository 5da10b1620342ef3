/** A name and its arguments → the node they make, or a hole and the reason. */
import type { Comparator, Connective, Expression, Invalid } from './ast.ts';
import { functionHint } from './function-hints.ts';
import { nearest } from './nearest.ts';
import { OPERATORS, type FunctionName, type Operator, findOperator, isConnective } from './operators.ts';
import type { Argument } from './argument.ts';
import { expectFilter } from './expect-filter.ts';
import { shapeField, shapeValue } from './shape-operand.ts';
import type { Token } from './token.ts';
import type { TokenReader } from './token-reader.ts';

/** Of a call that the text ends inside of, only what is there is judged. */
export function shapeCall(
  reader: TokenReader,
  name: Token,
  args: readonly Argument[],
  isClosed: boolean,
): Expression {
  const call: Call = { reader, name, args, isClosed, range: { from: name.from, to: reader.end } };
  const operator = findOperator(name.text) ?? findOperator(name.text.toLowerCase());
  if (!operator) return refuseFunction(call);
  if (operator.name !== name.text) {
    reader.report(name, 'function-case', `Functions are in lower case; write ${operator.name}.`);
  }
  if (isConnective(operator.name)) return shapeLogical(call, operator.name, operator);
  if (operator.name === 'search') return shapeSearch(call);
  return shapeComparison(call, operator.name, operator);
}

interface Call {
  readonly reader: TokenReader;
  readonly name: Token;
  readonly args: readonly Argument[];
  readonly isClosed: boolean;
  readonly range: { readonly from: number; readonly to: number };
}

function refuseFunction(call: Call): Invalid {
  const written = call.name.text;
  const names: readonly FunctionName[] = OPERATORS.filter((each) => !each.hidden).map((each) => each.name);
  const near = nearest(written, names);
  const hint =
    functionHint(written) ?? (near ? `Did you mean ${near}?` : `The functions are ${names.join(', ')}.`);
  call.reader.report(call.name, 'unknown-function', `There is no function "${written}". ${hint}`);
  return hole(call);
}

function shapeLogical(call: Call, op: Connective, operator: Operator): Expression {
  const args = call.args.map((argument) => expectFilter(call.reader, argument));
  if (args.length === 0) return refuseArity(call, operator, `"${op}" needs at least one filter`);
  if (op === 'not' && args.length > 1) return refuseArity(call, operator, '"not" takes one filter');
  return { kind: 'logical', ...call.range, op, args, callee: calleeOf(call) };
}

function shapeSearch(call: Call): Expression {
  const { reader, args } = call;
  const text = args[0];
  if (!text) return refuseArity(call, findOperator('search')!, '"search" needs a text');
  if (args.length === 1 && text.kind === 'string') {
    return { kind: 'search', ...call.range, text, callee: calleeOf(call) };
  }
  const [field, value] = args;
  if (field?.kind === 'field' && value?.kind === 'string') {
    const written = JSON.stringify(value.value);
    const message = `"search" takes one text and no field; write search(${written}) or eq(${field.name}, ${written}).`;
    reader.report(call.range, 'search-arity', message);
  } else if (args.length > 1) {
    reader.report(call.range, 'search-arity', '"search" takes exactly one text: search("two words").');
  } else if (text.kind !== 'invalid') {
    const message = `"search" takes a text in quotes: search(${JSON.stringify(reader.quote(text))}).`;
    reader.report({ from: text.from, to: text.to }, 'bare-word', message);
  }
  return hole(call);
}

function shapeComparison(call: Call, op: Comparator, operator: Operator): Expression {
  const { reader, args } = call;
  if (args.length > 2) return refuseSurplus(call, operator);
  const [first, second] = args;
  const field = first && shapeField(reader, op, first);
  const value = second && shapeValue(reader, op, second);
  if (!second) return refuseArity(call, operator, `"${op}" needs ${operator.takes}`);
  if (!field || !value) return hole(call);
  return { kind: 'comparison', ...call.range, op, field, value, callee: calleeOf(call) };
}

function refuseSurplus(call: Call, operator: Operator): Invalid {
  const { reader, args, range } = call;
  const [field, ...values] = args;
  const source = reader.text.slice(values[0]!.from, values.at(-1)!.to);
  if (/^[+-]?\d{1,3}(?:,\d{3})+$/.test(source)) {
    const message = `Numbers have no thousands separator; write ${source.replaceAll(',', '')}.`;
    reader.report({ from: values[0]!.from, to: values.at(-1)!.to }, 'thousands-separator', message);
  } else if (operator.name === 'in' && field?.kind === 'field') {
    const list = values.map((value) => reader.quote(value)).join(', ');
    reader.report(range, 'too-many-arguments', `"in" takes a list: in(${field.name}, [${list}]).`);
  } else {
    const message = `"${operator.name}" takes two arguments, not ${args.length}: ${operator.example}.`;
    reader.report(range, 'too-many-arguments', message);
  }
  return hole(call);
}

function refuseArity(call: Call, operator: Operator, sentence: string): Invalid {
  if (call.isClosed) {
    const message = `${sentence}, for example ${operator.example}.`;
    call.reader.report(call.range, 'missing-argument', message);
  }
  return hole(call);
}

function hole({ range, args }: Call): Invalid {
  return { kind: 'invalid', ...range, parts: args };
}

function calleeOf({ name }: Call): { from: number; to: number } {
  return { from: name.from, to: name.to };
}
