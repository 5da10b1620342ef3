/** A value that groups or differences name, as a target of the filter. */
import type { FacetTarget } from '../../../filter/edit/facet.ts';
import type { ValueKind } from '../../../model/run-values.ts';

export function targetOf(by: ValueKind): FacetTarget {
  if (by.kind === 'metadata') return { kind: 'pair', group: 'metadata', key: by.key };
  return { kind: 'field', field: by.kind === 'tag' ? 'tags' : by.kind };
}

export function nameOf(by: ValueKind): string {
  if (by.kind === 'metadata') return by.key;
  return by.kind === 'run_type' ? 'type' : by.kind;
}
