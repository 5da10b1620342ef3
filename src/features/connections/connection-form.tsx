import { useId } from 'react';
import { REGIONS } from '../../contract/regions.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { OTHER, type DraftStart } from './connection-draft.ts';
import styles from './connections.module.css';
import type { ConnectionStore } from './connection-store.ts';
import type { KeyVault } from './key-vault.ts';
import type { ServerConnection } from './server-connection.ts';
import { TestReport } from './test-report.tsx';
import { type ConnectionFormState, useConnectionForm } from './use-connection-form.ts';
import { WorkspaceField } from './workspace-field.tsx';

export interface ConnectionFormProps {
  readonly start: DraftStart;
  readonly connections: ConnectionStore;
  readonly keys: KeyVault;
  readonly onSaved: (connection: ServerConnection) => void;
  readonly onCancel?: () => void;
}

const places = [
  ...REGIONS.filter(({ isListed }) => isListed).map(({ id, name, apiHost }) => ({
    value: id,
    label: `LangSmith Cloud, ${name}`,
    description: apiHost,
  })),
  { value: OTHER, label: 'Self-hosted or another address', description: 'Also a Runlens engine' },
];

export function ConnectionForm(props: ConnectionFormProps) {
  const form = useConnectionForm(props);
  const titleId = useId();
  const { draft, change } = form;
  return (
    <form
      className={styles.form}
      aria-labelledby={titleId}
      onSubmit={(event) => {
        event.preventDefault();
        void form.connect();
      }}
    >
      <h2 id={titleId} className={styles.subheading}>
        {props.start.connection ? `Change ${props.start.connection.name}` : 'Connect a LangSmith server'}
      </h2>
      <Select label="Server" value={draft.place} onChange={(place) => change({ place })} options={places} />
      {draft.place === OTHER && <AddressField form={form} />}
      <TextField
        label="API key"
        type="password"
        value={draft.apiKey}
        onChange={(apiKey) => change({ apiKey })}
        placeholder={form.isKeyKnown ? 'Unchanged' : undefined}
        description={
          draft.place === OTHER
            ? 'Leave it empty if the server asks for none.'
            : 'LangSmith makes one in Settings › API Keys. A personal access token reads every project that you can.'
        }
        error={form.problem?.field === 'apiKey' ? form.problem.reason : undefined}
        autoComplete="off"
        autoFocus={props.start.connection !== undefined}
      />
      <Checkbox
        isSelected={draft.isKeyRemembered}
        onChange={(isKeyRemembered) => change({ isKeyRemembered })}
        description="Otherwise the key is forgotten when this tab is closed. Remembered, it is kept unencrypted in this browser’s storage, for this server only."
      >
        Remember the key in this browser
      </Checkbox>
      <WorkspaceField form={form} />
      <TextField
        label="Name"
        value={draft.name}
        onChange={(name) => change({ name })}
        placeholder={form.suggestedName}
      />
      <ProxySwitch form={form} />
      {form.notes.length > 0 && (
        <Callout tone="info" title="About the address">
          {form.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </Callout>
      )}
      <TestReport test={form.test} />
      <div className={styles.buttons}>
        <Button variant="primary" type="submit" isPending={form.isConnecting}>
          Connect
        </Button>
        <Button
          onPress={() => void form.runTest()}
          isPending={form.test.kind === 'running' && !form.isConnecting}
        >
          Test connection
        </Button>
        {form.canSaveAnyway && (
          <Button variant="ghost" onPress={form.saveAnyway}>
            Save anyway
          </Button>
        )}
        {props.onCancel && (
          <Button variant="ghost" onPress={props.onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  );
}

function AddressField({ form }: { readonly form: ConnectionFormState }) {
  return (
    <>
      <TextField
        label="Address"
        type="url"
        value={form.draft.address}
        onChange={form.changeAddress}
        placeholder="https://langsmith.example.com"
        error={form.problem?.field === 'address' ? form.problem.reason : undefined}
        isMono
      />
      {form.hadKeyInAddress && (
        <Callout tone="warning" title="A key or password was taken out of the address">
          Addresses end up in histories and links. Enter the key in its own field below.
        </Callout>
      )}
    </>
  );
}

function ProxySwitch({ form }: { readonly form: ConnectionFormState }) {
  if (!form.isProxyOffered) return undefined;
  return (
    <Switch
      isSelected={form.isProxyUsed}
      onChange={(viaProxy) => form.change({ viaProxy })}
      isDisabled={!form.isProxyAllowed}
      description={
        form.isProxyAllowed
          ? 'This page’s own server forwards the requests, which works whatever the CORS policy of the server is.'
          : 'The local proxy may not talk to this address. Start Runlens with RUNLENS_PROXY_HOSTS set to its host to allow it.'
      }
    >
      Through the local proxy
    </Switch>
  );
}
