import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Api } from '../../contract/api.ts';
import type { Destination } from '../../contract/bulk-export.ts';
import type { JsonObject } from '../../contract/run.ts';
import type { Deployment } from '../../url/screens.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { AccessHelp } from './access-help.tsx';
import { destinationsOptions } from './exports-queries.ts';
import styles from './exports.module.css';
import { keyProblems } from './plan/check-destination.ts';
import { credentialsBody } from './plan/destination-body.ts';
import { type DestinationDraft, KEY_BOXES, PROVIDERS } from './plan/destination-draft.ts';
import { draftOfDestination } from './plan/destination-known.ts';
import { rotationRequest } from './plan/destination-request.ts';
import { writerOf } from './plan/destination-writer.ts';
import { RefusalPanel } from './refusal-panel.tsx';

interface RotateCredentialsProps {
  readonly api: Api;
  readonly destination: Destination;
  readonly deployment: Deployment;
  readonly onClose: () => void;
}

/** New keys for the same bucket; they are tried before they count. */
export function RotateCredentials({ api, destination, deployment, onClose }: RotateCredentialsProps) {
  const client = useQueryClient();
  const [draft, setDraft] = useState<DestinationDraft>(() => ({
    ...draftOfDestination(destination),
    access: 'keys',
    sessionToken: '',
  }));
  const [refusal, setRefusal] = useState<{ readonly error: Error; readonly draft: DestinationDraft }>();
  const writer = writerOf(deployment, location.origin);
  const problems = keyProblems(draft);
  const [isBusy, setBusy] = useState(false);
  const isWhole = problems.every(({ severity }) => severity === 'warning');
  const change = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const credentials = credentialsBody(draft) as unknown as JsonObject;
      await api.bulkExports.updateDestination(destination.id, { credentials });
      await client.invalidateQueries({ queryKey: destinationsOptions(api).queryKey });
      toast('The new credentials work, and count from now on.');
      onClose();
    } catch (error) {
      setRefusal({ error: error instanceof Error ? error : new Error(String(error)), draft });
      setBusy(false);
    }
  };
  const { keyName, secretName } = PROVIDERS[draft.provider];
  const box = (field: (typeof KEY_BOXES)[number], label: string) => {
    const problem = problems.find((each) => each.field === field && each.isMissing !== true);
    return (
      <TextField
        label={label}
        value={draft[field]}
        onChange={(value) => setDraft({ ...draft, [field]: value })}
        type={field === 'accessKeyId' ? 'text' : 'password'}
        autoComplete={field === 'accessKeyId' ? 'off' : 'new-password'}
        error={problem?.severity === 'error' ? problem.message : undefined}
        description={problem?.severity === 'warning' ? problem.message : undefined}
      />
    );
  };
  return (
    <Dialog
      title={`New credentials for ${destination.displayName}`}
      isOpen
      size="lg"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={!isWhole} isPending={isBusy} onPress={() => void change()}>
            Test and change
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.remark}>
          Exports that run keep the old keys until they end, so both must be valid for a while. The old ones
          are replaced for everything that starts from now on.
          {destination.roleArn === undefined
            ? ' A destination with keys cannot be given a role here; make a new one for that.'
            : ' The keys take the place of the role.'}
        </p>
        {box('accessKeyId', keyName)}
        {box('secretAccessKey', secretName)}
        {box('sessionToken', 'Session token (temporary keys only)')}
        {refusal && <RefusalPanel {...refusal} writer={writer} boxes={KEY_BOXES} />}
        <AccessHelp draft={draft} writer={writer} request={rotationRequest(destination.id, draft, writer)} />
      </div>
    </Dialog>
  );
}
