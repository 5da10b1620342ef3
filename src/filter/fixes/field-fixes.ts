/** Fields that do not exist: the one that was meant, or the key and value it stands for. */
import type { Comparison } from '../ast.ts';
import { type FieldMeaning, fieldMeaning } from '../field-hints.ts';
import { findField } from '../fields.ts';
import { printLiteral } from '../print.ts';
import { findComparison } from '../find-node.ts';
import { type FixMaker, type FixSketch, replace } from './fix.ts';

const repairField: FixMaker = ({ tree, problem, source, scope }) => {
  const comparison = findComparison(tree, problem);
  const meaning = fieldMeaning(source, scope);
  if (!comparison) return [];
  return [...(meaning ? meant(comparison, meaning) : []), ...asMetadata(comparison, scope)];
};

function meant(comparison: Comparison, meaning: FieldMeaning): readonly FixSketch[] {
  const { op, value, field } = comparison;
  const written = printLiteral(value);
  switch (meaning.kind) {
    case 'field': {
      const isTag = findField(meaning.name)?.type === 'tag' && op !== 'has';
      const tag = isTag ? [replace(comparison, `has(${meaning.name}, ${written})`)] : [];
      return [replace(field, meaning.name), ...tag];
    }
    case 'pair':
      return [replace(comparison, pair(meaning.group, meaning.key, op, written))];
    case 'feedback': {
      const key = JSON.stringify(meaning.key);
      return [replace(comparison, `and(eq(feedback_key, ${key}), ${op}(${meaning.part}, ${written}))`)];
    }
    default:
      return [replace(comparison, 'eq(status, "error")')];
  }
}

/** Perhaps it is a key that somebody wrote into the metadata. */
function asMetadata(comparison: Comparison, scope: string): readonly FixSketch[] {
  const { op, value, field } = comparison;
  if (scope !== 'run' || field.name.includes('_details.')) return [];
  const text = pair('metadata', field.name, op, printLiteral(value));
  return [{ ...replace(comparison, text), isGuess: true }];
}

function pair(group: string, key: string, op: string, value: string): string {
  const comparator = op === 'has' ? 'eq' : op;
  return `and(eq(${group}_key, ${JSON.stringify(key)}), ${comparator}(${group}_value, ${value}))`;
}

export const FIELD_FIXES: Readonly<Record<string, FixMaker>> = { 'unknown-field': repairField };
