/** Feedback given to the run: some score of a key satisfies, not their average (UNKNOWNS U8). */
import type { Field, PairPart } from '../field.ts';
import { EQUALITY, MEMBERSHIP, ORDER_AND_EQUALITY, PATTERN } from './operator-sets.ts';

const scopes = ['run', 'thread'] as const;
const runOnly = ['run'] as const;

export const FEEDBACK_FIELDS: readonly Field[] = [
  {
    ...part('key'),
    type: 'key',
    operators: MEMBERSHIP,
    unprovenOperators: ['in'],
    description: 'Key of a feedback; neq means that there is no feedback with it.',
    source: 'feedback-keys',
    evidence: 'proven',
    scopes,
  },
  {
    ...part('score'),
    type: 'number',
    operators: ORDER_AND_EQUALITY,
    description: 'Score of the feedback whose key stands in the same and(); true counts as 1, false as 0.',
    evidence: 'proven',
    scopes,
    nullable: true,
  },
  {
    ...part('value', 'eq(feedback_value, "pass")'),
    type: 'scalar',
    operators: MEMBERSHIP,
    unprovenOperators: ['neq', 'in'],
    description: 'Label of a categorical feedback whose key stands in the same and().',
    source: 'feedback-values',
    evidence: 'proven',
    scopes,
    nullable: true,
  },
  {
    ...part('comment', 'like(feedback_comment, "%wrong%")'),
    type: 'string',
    operators: [...EQUALITY, ...PATTERN],
    description: 'Comment of the feedback.',
    evidence: 'unproven',
    scopes: runOnly,
    nullable: true,
  },
  {
    ...part('source', 'eq(feedback_source, "api")'),
    type: 'string',
    operators: MEMBERSHIP,
    description: 'Where the feedback came from: api, model, app, auto_eval.',
    evidence: 'unproven',
    scopes: runOnly,
    nullable: true,
  },
  {
    ...part('error', 'eq(feedback_error, true)'),
    type: 'boolean',
    operators: EQUALITY,
    description: 'Whether the evaluator failed instead of giving a score.',
    evidence: 'unproven',
    scopes: runOnly,
    nullable: true,
  },
];

function part(name: PairPart, clause = 'gte(feedback_score, 0.8)') {
  return {
    name: `feedback_${name}`,
    example: `and(eq(feedback_key, "correctness"), ${clause})`,
    pair: { group: 'feedback', part: name },
  } as const;
}
