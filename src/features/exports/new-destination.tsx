import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Api } from '../../contract/api.ts';
import type { JsonObject } from '../../contract/run.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { AccessHelp } from './access-help.tsx';
import { DestinationForm } from './destination-form.tsx';
import { destinationsOptions } from './exports-queries.ts';
import styles from './exports.module.css';
import { checkDestination } from './plan/check-destination.ts';
import { destinationBody } from './plan/destination-body.ts';
import { EMPTY_DESTINATION } from './plan/destination-draft.ts';
import { RefusalPanel } from './refusal-panel.tsx';

interface NewDestinationProps {
  readonly api: Api;
  readonly isServer: boolean;
  readonly onClose: () => void;
  readonly onCreated: () => void;
}

/** The secret lives in this form's state, goes to the API once, and is forgotten with the form. */
export function NewDestination({ api, isServer, onClose, onCreated }: NewDestinationProps) {
  const client = useQueryClient();
  const [draft, setDraft] = useState(EMPTY_DESTINATION);
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Error>();
  const problems = useMemo(() => checkDestination(draft), [draft]);
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
      setRefusal(error instanceof Error ? error : new Error(String(error)));
      setBusy(false);
    }
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
          onDraft={setDraft}
          problems={problems}
          isTried={isTried}
          isServer={isServer}
        />
        {isTried && isWrong && (
          <p className={styles.remark} role="alert">
            Some boxes are missing or wrong; nothing was sent.
          </p>
        )}
        {refusal && <RefusalPanel error={refusal} draft={draft} />}
        <AccessHelp draft={draft} />
        <p className={styles.remark}>
          {isServer
            ? 'On creating, LangSmith writes a small file under tmp/ and tries to delete it.'
            : 'The engine in this browser writes the test file itself, so the bucket must allow this page’s origin (CORS: PUT, DELETE).'}
        </p>
      </div>
    </Dialog>
  );
}
