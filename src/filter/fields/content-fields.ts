/** Inputs, outputs and metadata: as whole texts, and as key and value of one item. */
import type { Field, PairGroup } from '../field.ts';
import { NAMING, ORDER, PATTERN, SCALAR } from './operator-sets.ts';

const scopes = ['run'] as const;

export const CONTENT_FIELDS: readonly Field[] = [
  {
    name: 'metadata_key',
    type: 'key',
    operators: NAMING,
    unprovenOperators: PATTERN,
    description: 'Key of a metadata item; neq means that no item has it.',
    example: 'and(eq(metadata_key, "user_id"), eq(metadata_value, "u-1"))',
    pair: { group: 'metadata', part: 'key' },
    source: 'metadata-keys',
    evidence: 'proven',
    scopes,
  },
  {
    name: 'metadata_value',
    type: 'scalar',
    operators: SCALAR,
    unprovenOperators: ['in', ...PATTERN],
    description: 'Value of the metadata item whose key stands in the same and(). true and "true" differ.',
    example: 'and(eq(metadata_key, "user_id"), eq(metadata_value, "u-1"))',
    pair: { group: 'metadata', part: 'value' },
    source: 'metadata-values',
    evidence: 'proven',
    scopes,
    nullable: true,
  },
  ...payloadPair('input', 'question'),
  ...payloadPair('output', 'messages.role'),
  wholeText('inputs', 'input_key and input_value'),
  wholeText('outputs', 'output_key and output_value'),
  {
    name: 'metadata',
    type: 'json',
    operators: ['has', 'exists'],
    description: 'All metadata: has takes a JSON object written in a string, exists takes a key.',
    example: 'exists(metadata, "user_id")',
    source: 'metadata-keys',
    evidence: 'unproven',
    scopes,
    advice: 'write metadata_key and metadata_value inside one and()',
  },
];

function payloadPair(group: Extract<PairGroup, 'input' | 'output'>, sampleKey: string): readonly Field[] {
  const example = `and(eq(${group}_key, "${sampleKey}"), like(${group}_value, "%refund%"))`;
  return [
    {
      name: `${group}_key`,
      type: 'key',
      operators: NAMING,
      unprovenOperators: PATTERN,
      description: `Dotted path into the ${group}s, array positions left out; neq means that no item has it.`,
      example,
      pair: { group, part: 'key' },
      source: `${group}-keys`,
      evidence: 'documented',
      scopes,
    },
    {
      name: `${group}_value`,
      type: 'scalar',
      operators: SCALAR,
      unprovenOperators: [...ORDER, 'in'],
      description: `Value of the ${group} item whose key stands in the same and(). 1, "1" and true differ.`,
      example,
      pair: { group, part: 'value' },
      evidence: 'documented',
      scopes,
      nullable: true,
    },
  ];
}

function wholeText(name: string, pair: string): Field {
  return {
    name,
    type: 'text',
    operators: PATTERN,
    unprovenOperators: ['like'],
    description: `All texts of the ${name}; without % the pattern may stand anywhere. See also ${pair}.`,
    example: `like(${name}, "%refund%")`,
    evidence: 'documented',
    scopes,
  };
}
