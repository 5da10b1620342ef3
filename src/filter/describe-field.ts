import type { Evidence, Field, ValueType } from './field.ts';

const TYPES: Readonly<Record<ValueType, string>> = {
  string: 'text',
  uuid: 'id in quotes',
  enum: 'one of a few words',
  number: 'number',
  boolean: 'true or false',
  time: 'time in quotes, UTC unless it says otherwise',
  duration: 'seconds, as 5 or "5s"',
  tag: 'text',
  key: 'text',
  scalar: 'text, number, true or false',
  text: 'pattern, % being any run of characters',
  json: 'a key, or a JSON object written in a text',
  error: 'null, true, false or text',
  cursor: 'text',
};

const EVIDENCE: Readonly<Record<Evidence, string | undefined>> = {
  proven: undefined,
  documented: undefined,
  unproven: 'Nobody has shown that LangSmith filters by it.',
  refused: 'LangSmith refuses it in filters, although it is documented.',
};

/** Plain sentences for hover, completion and help; the first names the field and what it is compared with. */
export function describeField(field: Field): readonly string[] {
  const values = field.values ? `: ${field.values.join(', ')}` : '';
  const evidence = EVIDENCE[field.evidence];
  return [
    `${field.name}: ${TYPES[field.type]}${values}`,
    field.description,
    `Operators: ${field.operators.join(', ')}`,
    ...(evidence ? [field.advice ? `${evidence.slice(0, -1)}; there, ${field.advice}.` : evidence] : []),
    `Example: ${field.example}`,
  ];
}
