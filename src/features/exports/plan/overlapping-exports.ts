import { overlaps, type Span } from './export-windows.ts';

/** What is compared of an export; `to` is missing while a schedule runs on. */
export interface ExportSpan {
  readonly id: string;
  readonly projectId: string | undefined;
  readonly destinationId: string;
  readonly from: number;
  readonly to: number | undefined;
  readonly filter: string;
  readonly status: string;
}

export interface Overlap {
  readonly id: string;
  /** `same`: the very same rows are there already or on their way. */
  readonly kind: 'same' | 'part';
  readonly isRunning: boolean;
}

const OVER = /^(?:failed|timedout|cancelled)$/i;

/**
 * Exports whose rows a new one would write again; those that ended without success are no loss to repeat.
 * Without a project: of all experiments.
 */
export function overlappingExports(
  wanted: Span & { readonly projectId: string | undefined; readonly filter: string },
  existing: readonly ExportSpan[],
): readonly Overlap[] {
  return existing.flatMap((one) => {
    if (one.projectId !== wanted.projectId || OVER.test(one.status)) return [];
    const span = { from: one.from, to: one.to ?? Infinity };
    if (!overlaps(wanted, span)) return [];
    const isSame =
      span.from === wanted.from && span.to === wanted.to && one.filter.trim() === wanted.filter.trim();
    return [
      { id: one.id, kind: isSame ? 'same' : 'part', isRunning: !/^completed$/i.test(one.status) } as const,
    ];
  });
}
