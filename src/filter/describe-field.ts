import type { Evidence, Field, ValueType } from './field.ts';
import { indexNote } from './index-notes.ts';

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

const EVIDENCE: Readonly<Record<Evidence, string>> = {
  proven: 'Seen to work on LangSmith.',
  documented: 'LangSmith documents it.',
  unproven: 'Nobody has shown that LangSmith filters by it.',
  refused: 'LangSmith refuses it in filters, although it was documented.',
};

/** What the field is compared with, and in which unit. */
export function typeInWords({ type, unit, values }: Field): string {
  const known = values ? `: ${values.join(', ')}` : '';
  return `${TYPES[type]}${unit ? ` of ${unit}` : ''}${known}`;
}

/** Plain sentences for hover, completion and help; the first names the field and what it is compared with. */
export function describeField(field: Field): readonly string[] {
  const limits = indexNote(field);
  return [
    `${field.name}: ${typeInWords(field)}`,
    field.description,
    ...(field.pair ? [pairNote(field)] : []),
    `Operators: ${field.operators.join(', ')}`,
    evidenceInWords(field),
    ...(limits ? [limits] : []),
    `Example: ${field.example}`,
  ];
}

function evidenceInWords({ evidence, advice, operators, unprovenOperators = [] }: Field): string {
  const sentence = EVIDENCE[evidence];
  const isDoubted = evidence === 'unproven' || evidence === 'refused';
  if (isDoubted) return advice ? `${sentence.slice(0, -1)}; there, ${advice}.` : sentence;
  const doubted = operators.filter((op) => unprovenOperators.includes(op));
  if (doubted.length === 0) return sentence;
  return `${sentence.slice(0, -1)}, but nobody has shown ${doubted.join(', ')} on it.`;
}

function pairNote({ pair }: Field): string {
  return pair?.part === 'key'
    ? 'Tied to the values beside it in the same and(): they are about one item.'
    : `Tied to ${pair?.group}_key in the same and(): both are about one item.`;
}
