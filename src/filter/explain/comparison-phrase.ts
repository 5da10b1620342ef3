import type { Comparison, Literal } from '../ast.ts';
import { metadataObject } from '../metadata-object.ts';
import { metadataPath } from '../dotted-field.ts';
import type { Field } from '../field.ts';
import { resolveField } from '../resolve-field.ts';
import { type Grammar, type Phrase, that, whose } from './phrase.ts';
import { valueWords } from './value-words.ts';

/** A comparison that stands for itself; pairs are pair-phrase.ts' part. */
export function comparisonPhrase(comparison: Comparison, grammar: Grammar): Phrase {
  const { op, field: written, value } = comparison;
  const field = resolveField(written.name);
  const are = grammar === 'many' ? 'are' : 'is';
  const special = field && specialPhrase(field, comparison, grammar);
  if (special) return special;
  if (field?.name === 'run_type' && (op === 'eq' || op === 'in')) {
    return that(`${are} of type ${valueWords(field, value)}`);
  }
  return whose(
    `${nameInWords(written.name)} ${predicate(op, valueWords(field, value), value.kind === 'null', field)}`,
  );
}

function specialPhrase(field: Field, { op, value }: Comparison, grammar: Grammar): Phrase | undefined {
  const [are, have] = grammar === 'many' ? ['are', 'have'] : ['is', 'has'];
  const said = valueWords(field, value);
  switch (field.name) {
    case 'status':
      if (value.kind !== 'string' || (op !== 'eq' && op !== 'neq')) return undefined;
      return statusPhrase(value.value, op === 'eq', grammar);
    case 'error':
      if (op !== 'eq' && op !== 'neq') return undefined;
      if (value.kind === 'null') return that(op === 'neq' ? 'failed' : 'did not fail');
      return value.kind === 'boolean'
        ? that((op === 'eq') === value.value ? 'failed' : 'did not fail')
        : undefined;
    case 'is_root':
    case 'execution_order': {
      const isRoot = value.kind === 'boolean' ? value.value : value.kind === 'number' && value.value === 1;
      const a = grammar === 'many' ? 'roots' : 'a root';
      return that((op === 'eq') === isRoot ? `${are} ${a}` : `${are} not ${a}`);
    }
    case 'latency':
      return ORDER[op] ? that(`took ${ORDER[op]} ${said}`) : undefined;
    case 'start_time':
    case 'end_time':
      return TIME[op]
        ? that(`${field.name === 'start_time' ? 'started' : 'ended'} ${TIME[op]} ${said}`)
        : undefined;
    case 'tags':
      return op === 'has' ? that(`${have} the tag ${said}`) : undefined;
    case 'metadata':
      return op === 'exists' ? that(`${have} the metadata ${said}`) : metadataPhrase(value);
    default:
      return field.unit && ORDER[op]
        ? that(`${have} ${ORDER[op]} ${said}${OF[field.name] ?? ''}`)
        : undefined;
  }
}

function metadataPhrase(value: Literal): Phrase | undefined {
  const items = value.kind === 'string' ? metadataObject(value.value) : undefined;
  if (!items || items.length === 0) return undefined;
  return whose(
    items.map((item) => `metadata ${item.path} is ${JSON.stringify(item.value ?? null)}`).join(' and '),
  );
}

function statusPhrase(status: string, isEqual: boolean, grammar: Grammar): Phrase | undefined {
  const [are, have] = grammar === 'many' ? ['are', 'have'] : ['is', 'has'];
  if (status === 'error') return that(isEqual ? 'failed' : 'did not fail');
  if (status === 'success') return that(isEqual ? 'succeeded' : 'did not succeed');
  if (status === 'pending') return that(isEqual ? `${are} unfinished` : `${have} ended`);
  return undefined;
}

const ORDER: Readonly<Record<string, string>> = {
  gt: 'more than',
  gte: 'at least',
  lt: 'less than',
  lte: 'at most',
  eq: 'exactly',
};

const TIME: Readonly<Record<string, string>> = {
  gt: 'after',
  gte: 'at or after',
  lt: 'before',
  lte: 'at or before',
};

/** Of which tokens, of which cost. */
const OF: Readonly<Record<string, string>> = {
  prompt_tokens: ' in the prompt',
  completion_tokens: ' in the completion',
  total_tokens: ' in total',
  total_cost: ' of cost',
  prompt_cost: ' of prompt cost',
  completion_cost: ' of completion cost',
  num_errored_turns: ' that failed',
};

const PREDICATES: Readonly<Record<string, string>> = {
  eq: 'is',
  neq: 'is not',
  gt: 'is more than',
  gte: 'is at least',
  lt: 'is less than',
  lte: 'is at most',
  in: 'is',
  has: 'is',
  like: 'matches',
  notlike: 'does not match',
  exists: 'has',
};

export function predicate(op: string, said: string, isNull: boolean, field?: Field): string {
  if (isNull) return op === 'neq' ? 'is not missing' : 'is missing';
  const plain = /^"%?([^%]*)%?"$/.exec(said);
  const isContains = /^"%[^%]*%"$/.test(said) || (field?.type === 'text' && plain !== null);
  if ((op === 'like' || op === 'notlike') && plain && isContains) {
    return `${op === 'like' ? 'contains' : 'does not contain'} "${plain[1]}"`;
  }
  return `${PREDICATES[op] ?? op} ${said}`;
}

function nameInWords(name: string): string {
  const path = metadataPath(name);
  if (path !== undefined) return `metadata ${path}`;
  return NAMES[name] ?? name.replace(/_id$/, ' id').replaceAll('_', ' ');
}

const NAMES: Readonly<Record<string, string>> = {
  first_token_time: 'time to the first token',
  run_type: 'type',
  inputs: 'input text',
  outputs: 'output text',
  error: 'error text',
  trace_latency_p50: 'median turn latency',
  trace_latency_p99: '99th percentile turn latency',
};
