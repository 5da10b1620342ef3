/** What was measured: times, tokens, money, and whether the run failed. */
import type { Field } from '../field.ts';
import { EQUALITY, ORDER_AND_EQUALITY, PATTERN } from './operator-sets.ts';

const scopes = ['run'] as const;
const bothScopes = ['run', 'thread'] as const;
const localAdvice = 'sort or filter the loaded runs instead';

export const MEASURE_FIELDS: readonly Field[] = [
  {
    name: 'start_time',
    type: 'time',
    operators: ORDER_AND_EQUALITY,
    unprovenOperators: EQUALITY,
    description: 'When the run began. Does not widen the time window of the request.',
    example: 'gt(start_time, "2026-01-31T12:00:00Z")',
    evidence: 'proven',
    scopes,
  },
  {
    name: 'end_time',
    type: 'time',
    operators: ORDER_AND_EQUALITY,
    unprovenOperators: EQUALITY,
    description: 'When the run ended; unfinished runs have none.',
    example: 'lt(end_time, "2026-01-31T12:00:00Z")',
    evidence: 'proven',
    scopes,
    nullable: true,
  },
  {
    name: 'latency',
    type: 'duration',
    operators: ORDER_AND_EQUALITY,
    unprovenOperators: EQUALITY,
    description: 'Seconds from start to end, as a number or as "5s"; unfinished runs have none.',
    example: 'gt(latency, "5s")',
    evidence: 'proven',
    scopes,
    nullable: true,
  },
  {
    name: 'first_token_time',
    type: 'duration',
    operators: ORDER_AND_EQUALITY,
    description: 'Seconds from start to the first streamed token.',
    example: 'gt(first_token_time, 2)',
    evidence: 'unproven',
    scopes,
    nullable: true,
    advice: localAdvice,
  },
  {
    name: 'error',
    type: 'error',
    operators: [...EQUALITY, ...PATTERN],
    unprovenOperators: PATTERN,
    description: 'Error text; neq(error, null) means that the run failed.',
    example: 'neq(error, null)',
    evidence: 'refused',
    scopes,
    nullable: true,
    advice: 'write eq(status, "error")',
  },
  tokens('total_tokens', 'Tokens of prompt and completion together.', 5000, 'refused'),
  tokens('prompt_tokens', 'Tokens that went in.', 4000, 'unproven'),
  tokens('completion_tokens', 'Tokens that came out.', 1000, 'unproven'),
  cost('total_cost', 'Cost of prompt and completion together.'),
  cost('prompt_cost', 'Cost of the tokens that went in.'),
  cost('completion_cost', 'Cost of the tokens that came out.'),
];

function tokens(name: string, description: string, sample: number, evidence: Field['evidence']): Field {
  return {
    ...measure(name, `${description} In tokens.`, sample),
    unit: 'tokens',
    evidence,
    scopes: name === 'total_tokens' ? bothScopes : scopes,
  };
}

function cost(name: string, description: string): Field {
  return {
    ...measure(name, `${description} In US dollars.`, 0.1),
    unit: 'US dollars',
    evidence: 'unproven',
    scopes: name === 'total_cost' ? bothScopes : scopes,
  };
}

function measure(name: string, description: string, sample: number) {
  return {
    name,
    type: 'number',
    operators: ORDER_AND_EQUALITY,
    description,
    example: `gt(${name}, ${sample})`,
    nullable: true,
    advice: localAdvice,
  } as const;
}
