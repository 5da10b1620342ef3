import { useState } from 'react';
import type { Api } from '../../contract/api.ts';
import type { BulkExportDraft } from '../../contract/bulk-export.ts';
import { startExports, type StartOutcome } from './plan/start-exports.ts';

export type LaunchFault = Extract<StartOutcome, { readonly kind: 'refused' }>;

interface Launch {
  readonly isBusy: boolean;
  readonly fault: LaunchFault | undefined;
  /** The id of the last export; undefined when one was refused. */
  readonly start: (drafts: readonly BulkExportDraft[]) => Promise<string | undefined>;
}

export function useLaunch(api: Api): Launch {
  const [started] = useState(() => new Map<string, string>());
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<LaunchFault>();
  const start = async (drafts: readonly BulkExportDraft[]) => {
    setBusy(true);
    setFault(undefined);
    const outcome = await startExports(drafts, started, (draft) => api.bulkExports.createExport(draft));
    if (outcome.kind === 'started') return outcome.lastId;
    setFault(outcome);
    setBusy(false);
    return undefined;
  };
  return { isBusy, fault, start };
}
