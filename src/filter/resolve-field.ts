import { metadataPath, metadataPathField } from './dotted-field.ts';
import type { Field } from './field.ts';
import { findField } from './fields.ts';

/** The table's field of that name, or the metadata value that a dotted name stands for. */
export function resolveField(name: string): Field | undefined {
  return findField(name) ?? (metadataPath(name) === undefined ? undefined : metadataPathField(name));
}
