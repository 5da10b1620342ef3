/**
 * The same question in words that LangSmith is known to take (FILTER-LANGUAGE §9), as text; undefined
 * where there is none. Also what a person is shown as the way out of a refusal.
 */
import type { Comparison, Expression } from './ast.ts';
import { metadataPath } from './dotted-field.ts';
import { metadataObject } from './metadata-object.ts';
import { printLiteral } from './print.ts';

export function portable(tree: Expression): string | undefined {
  if (tree.kind === 'comparison') return portableComparison(tree);
  if (tree.kind !== 'logical' || tree.op !== 'not') return undefined;
  const [inner] = tree.args;
  return inner?.kind === 'comparison' ? negated(inner) : undefined;
}

function portableComparison(comparison: Comparison): string | undefined {
  const { field, op, value } = comparison;
  const path = metadataPath(field.name);
  if (path !== undefined) return portablePath(path, comparison);
  switch (field.name) {
    case 'error':
      return portableError(comparison);
    case 'execution_order':
      return value.kind === 'number' && value.value === 1 ? `${op}(is_root, true)` : undefined;
    case 'metadata':
      return value.kind === 'string' ? portableMetadata(op, value.value) : undefined;
    case 'parent_run_id':
      return value.kind === 'null' ? `eq(is_root, ${op === 'eq'})` : undefined;
    case 'end_time':
      return value.kind === 'null' ? `${op}(status, "pending")` : undefined;
    default:
      return undefined;
  }
}

function portableError({ op, value }: Comparison): string | undefined {
  if (value.kind === 'null') return `${op === 'eq' ? 'neq' : 'eq'}(status, "error")`;
  if (value.kind !== 'boolean') return undefined;
  return `${(op === 'eq') === value.value ? 'eq' : 'neq'}(status, "error")`;
}

/**
 * Nearest to a question about the text of an error, which LangSmith cannot be asked: whether search looks
 * into errors is disputed (FILTER-LANGUAGE §4). A denial has nothing near it: failures without the words
 * cannot be told from others.
 */
export function nearestToErrorText({ field, op, value }: Comparison): string | undefined {
  if (field.name !== 'error' || value.kind !== 'string' || (op !== 'like' && op !== 'eq')) return undefined;
  const words = value.value.replaceAll('%', ' ').trim().replace(/\s+/g, ' ');
  return words === '' ? 'eq(status, "error")' : `and(eq(status, "error"), search(${JSON.stringify(words)}))`;
}

function portableMetadata(op: string, text: string): string | undefined {
  if (op === 'exists') return `eq(metadata_key, ${JSON.stringify(text)})`;
  const items = metadataObject(text) ?? [];
  const pairs = items.map(({ path, value }) => pair(path, 'eq', JSON.stringify(value ?? null)));
  return pairs.length > 1 ? `and(${pairs.join(', ')})` : pairs[0];
}

function portablePath(path: string, { op, value }: Comparison): string | undefined {
  if (value.kind === 'null') return `${op === 'eq' ? 'neq' : 'eq'}(metadata_key, ${JSON.stringify(path)})`;
  const written = printLiteral(value);
  if (op !== 'neq' && op !== 'notlike') return pair(path, op === 'has' ? 'eq' : op, written);
  return `or(neq(metadata_key, ${JSON.stringify(path)}), ${pair(path, op, written)})`;
}

function pair(path: string, op: string, value: string): string {
  return `and(eq(metadata_key, ${JSON.stringify(path)}), ${op}(metadata_value, ${value}))`;
}

const OPPOSITES: Readonly<Record<string, string>> = {
  eq: 'neq',
  neq: 'eq',
  like: 'notlike',
  notlike: 'like',
};

/** Only exact complements; not(gt) is not lte when the value may be missing. */
function negated({ op, field, value }: Comparison): string | undefined {
  if (op === 'in' && value.kind === 'list' && value.items.length > 0) {
    const parts = value.items.map((item) => `neq(${field.name}, ${printLiteral(item)})`);
    return parts.length > 1 ? `and(${parts.join(', ')})` : parts[0];
  }
  const opposite = OPPOSITES[op];
  return opposite && `${opposite}(${field.name}, ${printLiteral(value)})`;
}
