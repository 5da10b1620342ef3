/** Chooses, shows the first rows and the plan, and only then starts. */
import { useMemo, useState } from 'react';
import type { Api } from '../../../contract/api.ts';
import { remarksOf, tierRemarks } from '../../../extract/plan/remarks.ts';
import { LoadError } from '../../../parts/load-error.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { kindWords } from '../kind-words.ts';
import type { DownloadManager } from '../machine/download-manager.ts';
import type { DownloadOffer } from '../offer.ts';
import { previewOf } from '../prepare/preview.ts';
import { fileName } from '../record.ts';
import { Choices } from './choices.tsx';
import styles from './download-form.module.css';
import { newDraft, specOf } from './draft.ts';
import { newRecord } from './new-record.ts';
import { canPickFile, pickFile } from './pick-file.ts';
import { PlanFacts } from './plan-facts.tsx';
import { ScriptPanel } from './script-panel.tsx';
import { refusalOfBrowser } from './can-download.ts';
import { PreviewTable } from './preview-table.tsx';
import { useEstimate } from './use-estimate.ts';
import { useSample } from './use-sample.ts';

export interface DownloadFormProps {
  readonly api: Api;
  readonly offer: DownloadOffer;
  readonly manager: DownloadManager;
  readonly onClose: () => void;
  readonly onStarted: (title: string) => void;
}

export function DownloadForm({ api, offer, manager, onClose, onStarted }: DownloadFormProps) {
  const [canPick] = useState(canPickFile);
  const [draft, setDraft] = useState(() => newDraft(offer.kind, canPick));
  const [refusal] = useState(refusalOfBrowser);
  const [failure, setFailure] = useState<string>();
  const spec = useMemo(() => specOf(draft, offer.source), [draft, offer]);
  const sample = useSample(api, draft.kind, offer.source, draft.columns);
  const preview = useMemo(() => sample.data && previewOf(spec, sample.data), [spec, sample.data]);
  const estimate = useEstimate(api, spec, sample.data, preview);
  const remarks = [...remarksOf(spec), ...tierRemarks(sample.data?.tasks ?? [])];

  async function start(): Promise<void> {
    if (!sample.data || !estimate) return;
    const record = newRecord(offer, spec, sample.data, estimate, Date.now());
    try {
      const handle = draft.isPicked ? await pickFile(fileName(record, true)) : undefined;
      if (draft.isPicked && !handle) return;
      await manager.start({ ...record, ...(handle ? { handle } : {}) });
      onStarted(record.title);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <Dialog
      title={`Download: ${offer.name}`}
      isOpen
      size="lg"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isDisabled={!estimate || refusal !== undefined}
            onPress={() => void start()}
          >
            Start download
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Choices draft={draft} source={offer.source} canPick={canPick} onChange={setDraft} />
        {sample.error ? (
          <LoadError what="the first rows" error={sample.error} onRetry={() => void sample.refetch()} />
        ) : preview ? (
          <>
            <PreviewTable preview={preview} looked={sample.data!.looked} isAll={sample.data!.isAll} />
            <PlanFacts estimate={estimate} parts={kindWords(draft.kind, offer.source).parts} />
          </>
        ) : (
          <div role="status" aria-label="Asking for the first rows">
            <Skeleton height={120} />
          </div>
        )}
        {[...remarks, ...(sample.data?.notices ?? [])].map((notice) => (
          <p key={notice} className={styles.note}>
            {notice}
          </p>
        ))}
        <ScriptPanel spec={spec} deployment={offer.deployment} />
        {refusal !== undefined && <p className={styles.failure}>{refusal}</p>}
        {failure !== undefined && (
          <p role="alert" className={styles.failure}>
            The download could not be started: {failure}
          </p>
        )}
      </div>
    </Dialog>
  );
}
