/** The call around an offset: its parameters, and the one that is being written. */
import { callPath } from './call-path.ts';
import { typeInWords } from './describe-field.ts';
import type { Field } from './field.ts';
import { type Operator, findOperator, isConnective } from './operators.ts';
import { resolveField } from './resolve-field.ts';
import { scan } from './scan.ts';

export interface Parameter {
  /** A part of the signature's label. */
  readonly label: string;
  readonly documentation: string;
}

export interface Signature {
  readonly label: string;
  readonly parameters: readonly Parameter[];
  /** Index into the parameters. */
  readonly activeParameter: number;
  readonly documentation: string;
}

export function signatureAt(text: string, offset: number): Signature | undefined {
  const before = scan(text).filter((token) => token.to <= offset);
  const call = callPath(before).findLast((frame) => frame.kind === 'call');
  const operator = call && (findOperator(call.name) ?? findOperator(call.name.toLowerCase()));
  if (!call || !operator) return undefined;
  const parameters = parametersOf(operator, call.field === undefined ? undefined : resolveField(call.field));
  return {
    label: `${operator.name}(${parameters.map(({ label }) => label).join(', ')})`,
    parameters,
    activeParameter: Math.min(call.index, parameters.length - 1),
    documentation: `${operator.description}\nExample: ${operator.example}`,
  };
}

function parametersOf(operator: Operator, field: Field | undefined): readonly Parameter[] {
  if (operator.name === 'search') {
    return [{ label: '"text"', documentation: 'Words that all have to occur, in any order.' }];
  }
  if (isConnective(operator.name)) {
    return operator.takes === 'one filter'
      ? [{ label: 'filter', documentation: 'A call, such as eq(status, "error").' }]
      : [{ label: 'filter, …', documentation: 'Calls, such as eq(status, "error"), with commas between.' }];
  }
  return [
    {
      label: field?.name ?? 'field',
      documentation: field?.description ?? 'A field of the run, without quotes, such as name.',
    },
    valueParameter(operator, field),
  ];
}

function valueParameter({ name }: Operator, field: Field | undefined): Parameter {
  const type = field ? typeInWords(field) : 'text in quotes, number, true, false or null';
  if (name === 'in') return { label: '[value, …]', documentation: `A list; each: ${type}.` };
  if (name === 'like' || name === 'notlike') {
    return {
      label: '"%pattern%"',
      documentation: '% is any run of characters; letter case does not matter.',
    };
  }
  if (name === 'exists') return { label: '"key"', documentation: 'A metadata key in quotes.' };
  return { label: 'value', documentation: `${type[0]!.toUpperCase()}${type.slice(1)}.` };
}
