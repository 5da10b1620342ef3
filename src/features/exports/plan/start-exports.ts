import type { BulkExportDraft } from '../../../contract/bulk-export.ts';

export type StartOutcome =
  | { readonly kind: 'started'; readonly lastId: string }
  | {
      readonly kind: 'refused';
      readonly message: string;
      readonly startedCount: number;
      readonly wantedCount: number;
    };

/**
 * Starts one export after the other and stops at the first refusal. `started` remembers ids by draft: what was
 * started once is not started again by another try.
 */
export async function startExports(
  drafts: readonly BulkExportDraft[],
  started: Map<string, string>,
  create: (draft: BulkExportDraft) => Promise<{ readonly id: string }>,
): Promise<StartOutcome> {
  const keys = drafts.map((draft) => JSON.stringify(draft));
  try {
    for (const [index, key] of keys.entries()) {
      if (!started.has(key)) started.set(key, (await create(drafts[index]!)).id);
    }
    return { kind: 'started', lastId: started.get(keys.at(-1) ?? '') ?? '' };
  } catch (failure) {
    return {
      kind: 'refused',
      message: failure instanceof Error ? failure.message : String(failure),
      startedCount: keys.filter((key) => started.has(key)).length,
      wantedCount: keys.length,
    };
  }
}
