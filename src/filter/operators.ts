/** The functions of the language: what they take, what they mean, how they look. */
import type { Comparator, Connective } from './ast.ts';

export type FunctionName = Comparator | Connective | 'search';

export interface Operator {
  readonly name: FunctionName;
  readonly takes: 'field and value' | 'field and list' | 'filters' | 'one filter' | 'text';
  /** With the parameter names that a hint shows. */
  readonly signature: string;
  readonly description: string;
  readonly example: string;
  /** Understood when written, never offered. */
  readonly hidden?: true;
}

export const OPERATORS: readonly Operator[] = [
  logical('and', 'All hold. Key and value of one item stand together in one and().', [
    'eq(status, "error")',
    'gt(latency, 5)',
  ]),
  logical('or', 'At least one holds. Key and value are not tied together across or().', [
    'eq(run_type, "llm")',
    'eq(run_type, "tool")',
  ]),
  compare('eq', 'Equal; texts exactly, with letter case.', 'eq(status, "error")'),
  compare('neq', 'Not equal; of a key: no item has that key.', 'neq(status, "success")'),
  compare('gt', 'Greater, or later.', 'gt(latency, "5s")'),
  compare('gte', 'Greater or equal.', 'gte(feedback_score, 0.8)'),
  compare('lt', 'Less, or earlier.', 'lt(start_time, "2026-01-31T12:00:00Z")'),
  compare('lte', 'Less or equal.', 'lte(latency, 2)'),
  {
    ...compare('in', 'Equal to one value of a list.', 'in(metadata_key, ["session_id", "thread_id"])'),
    takes: 'field and list',
    signature: 'in(field, [value, …])',
  },
  compare('has', 'The run has this tag.', 'has(tags, "production")'),
  {
    name: 'search',
    takes: 'text',
    signature: 'search("text")',
    description: 'Runs in whose texts all these words occur, in any order and without letter case.',
    example: 'search("image classification")',
  },
  compare('like', 'Matches a pattern, % being any run of characters.', 'like(input_value, "%refund%")'),
  compare('notlike', 'Does not match a pattern.', 'notlike(inputs, "%refund%")'),
  compare('exists', 'The metadata has this key.', 'exists(metadata, "user_id")'),
  {
    name: 'not',
    takes: 'one filter',
    signature: 'not(filter)',
    description: 'The filter does not hold. LangSmith refuses it on runs.',
    example: 'not(eq(status, "error"))',
    hidden: true,
  },
];

const BY_NAME: ReadonlyMap<string, Operator> = new Map(OPERATORS.map((each) => [each.name, each]));

export function findOperator(name: string): Operator | undefined {
  return BY_NAME.get(name);
}

export function isConnective(name: FunctionName): name is Connective {
  return name === 'and' || name === 'or' || name === 'not';
}

function compare(name: Comparator, description: string, example: string): Operator {
  return { name, takes: 'field and value', signature: `${name}(field, value)`, description, example };
}

function logical(name: Connective, description: string, clauses: readonly string[]): Operator {
  const example = `${name}(${clauses.join(', ')})`;
  return { name, takes: 'filters', signature: `${name}(filter, …)`, description, example };
}
