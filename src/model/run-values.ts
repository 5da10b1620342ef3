/** The values by which runs are grouped and compared. */
import type { Run } from '../contract/run.ts';

export type ValueKind =
  | { readonly kind: 'name' | 'run_type' | 'status' | 'tag' }
  | { readonly kind: 'metadata'; readonly key: string };

export type Label = string | number | boolean;

/** Longer texts are payload, not labels: no two runs share them. */
const LONGEST_LABEL = 200;

export function isLabel(value: unknown): value is Label {
  if (typeof value === 'string') return value !== '' && value.length <= LONGEST_LABEL;
  return typeof value === 'number' || typeof value === 'boolean';
}

/** Each value once. */
export function valuesOf(run: Run, by: ValueKind): readonly Label[] {
  switch (by.kind) {
    case 'name':
      return run.name === '' ? [] : [run.name];
    case 'run_type':
      return [run.runType];
    case 'status':
      return [run.status];
    case 'tag':
      return [...new Set(run.tags)];
    default: {
      const value = run.metadata?.[by.key];
      return isLabel(value) ? [value] : [];
    }
  }
}
