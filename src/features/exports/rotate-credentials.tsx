import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Api } from '../../contract/api.ts';
import type { Destination } from '../../contract/bulk-export.ts';
import type { JsonObject } from '../../contract/run.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { destinationsOptions } from './exports-queries.ts';
import styles from './exports.module.css';
import { credentialsBody } from './plan/destination-body.ts';
import { type DestinationDraft, EMPTY_DESTINATION } from './plan/destination-draft.ts';
import { RefusalPanel } from './refusal-panel.tsx';

interface RotateCredentialsProps {
  readonly api: Api;
  readonly destination: Destination;
  readonly onClose: () => void;
}

/** New keys for the same bucket; they are tried before they count. */
export function RotateCredentials({ api, destination, onClose }: RotateCredentialsProps) {
  const client = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(destination));
  const [refusal, setRefusal] = useState<Error>();
  const [isBusy, setBusy] = useState(false);
  const isWhole = draft.accessKeyId.trim() !== '' && draft.secretAccessKey.trim() !== '';
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
      setRefusal(error instanceof Error ? error : new Error(String(error)));
      setBusy(false);
    }
  };
  const box = (
    field: 'accessKeyId' | 'secretAccessKey' | 'sessionToken',
    label: string,
    isSecret: boolean,
  ) => (
    <TextField
      label={label}
      value={draft[field]}
      onChange={(value) => setDraft({ ...draft, [field]: value })}
      type={isSecret ? 'password' : 'text'}
      autoComplete={isSecret ? 'new-password' : 'off'}
    />
  );
  return (
    <Dialog
      title={`New credentials for ${destination.displayName}`}
      isOpen
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
        </p>
        {box('accessKeyId', 'Access key ID', false)}
        {box('secretAccessKey', 'Secret access key', true)}
        {box('sessionToken', 'Session token (temporary keys only)', true)}
        {refusal && <RefusalPanel error={refusal} draft={draft} />}
      </div>
    </Dialog>
  );
}

const draftOf = (destination: Destination): DestinationDraft => ({
  ...EMPTY_DESTINATION,
  provider: destination.endpoint === undefined ? 'aws' : 'other',
  bucket: destination.bucket ?? '',
  endpoint: destination.endpoint ?? '',
  region: destination.region ?? '',
});
