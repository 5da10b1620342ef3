/**
 * Dotted names (`metadata.user_id`) occur in the wild but in no document and no proven answer
 * (FILTER-LANGUAGE §2). The three prefixes below are read as a path into the metadata.
 */
import type { Field } from './field.ts';
import { SCALAR } from './fields/operator-sets.ts';

const PREFIXES = ['metadata.', 'extra.metadata.', 'extra.invocation_params.'];

export function metadataPath(name: string): string | undefined {
  const prefix = PREFIXES.find((start) => name.startsWith(start) && name.length > start.length);
  return prefix && name.slice(prefix.length);
}

/** What a metadata path can be asked; has() means that the key, or an array under it, holds the value. */
export function metadataPathField(name: string): Field {
  return {
    name,
    type: 'scalar',
    operators: [...SCALAR, 'has'],
    description: 'A metadata value by its path.',
    example: `eq(${name}, "value")`,
    source: 'metadata-values',
    evidence: 'unproven',
    scopes: ['run'],
    nullable: true,
    hidden: true,
  };
}
