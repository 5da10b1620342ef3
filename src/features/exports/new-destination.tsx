import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Api } from '../../contract/api.ts';
import type { JsonObject } from '../../contract/run.ts';
import type { Deployment } from '../../url/screens.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { AccessHelp } from './access-help.tsx';
import { DestinationForm } from './destination-form.tsx';
import { destinationsOptions } from './exports-queries.ts';
import styles from './exports.module.css';
import { checkDestination } from './plan/check-destination.ts';
import { destinationBody } from './plan/destination-body.ts';
import { boxesOf, type DestinationDraft, EMPTY_DESTINATION } from './plan/destination-draft.ts';
import { destinationRequest } from './plan/destination-request.ts';
import { writerOf } from './plan/destination-writer.ts';
import { RefusalPanel } from './refusal-panel.tsx';

interface NewDestinationProps {
  readonly api: Api;
  readonly deployment: Deployment;
  readonly onClose: () => void;
  readonly onCreated: () => void;
}

/** With what was sent: what is typed afterwards has not been refused. */
interface Refused {
  readonly error: Error;
  readonly draft: DestinationDraft;
}

/** The secret lives in this form's state, goes to the API once, and is forgotten with the form. */
export function NewDestination({ api, deployment, onClose, onCreated }: NewDestinationProps) {
  const client = useQueryClient();
  const [draft, setDraft] = useState(EMPTY_DESTINATION);
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refused>();
  const writer = useMemo(() => writerOf(deployment, location.origin), [deployment]);
  const problems = useMemo(() => checkDestination(draft, writer), [draft, writer]);
  const isWrong = problems.some(({ severity }) => severity === 'error');
  const create = async () => {
    setTried(true);
    if (isWrong) return;
    setBusy(true);
    setRefusal(undefined);
    try {
      await api.bulkExports.createDestination(destinationBody(draft) as unknown as JsonObject);
      await client.invalidateQueries({ queryKey: destinationsOptions(api).queryKey });
      toast('The destination is ready: a test file could be written.');
      onCreated();
    } catch (error) {
      setRefusal({ error: error instanceof Error ? error : new Error(String(error)), draft });
      setBusy(false);
    }
  };
  const change = (next: DestinationDraft) => {
    // Another store has refused nothing yet.
    if (next.provider !== draft.provider || next.access !== draft.access) setRefusal(undefined);
    setDraft(next);
  };
  return (
    <Dialog
      title="New destination"
      isOpen
      size="lg"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isPending={isBusy} onPress={() => void create()}>
            Create and test
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <DestinationForm
          draft={draft}
          onDraft={change}
          problems={problems}
          isTried={isTried}
          isServer={writer.kind === 'server'}
        />
        {isTried && isWrong && (
          <p className={styles.remark} role="alert">
            Some boxes are missing or wrong; nothing was sent.
          </p>
        )}
        {refusal && <RefusalPanel {...refusal} writer={writer} boxes={boxesOf(draft)} />}
        <AccessHelp draft={draft} writer={writer} request={destinationRequest(draft, writer)} />
        <p className={styles.remark}>
          {writer.kind === 'server'
            ? 'On creating, LangSmith writes a small file under tmp/ and tries to delete it.'
            : 'The engine in this browser writes the test file itself, so the bucket must allow this page’s origin (CORS: PUT, DELETE).'}
        </p>
      </div>
    </Dialog>
  );
}
