import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './exports.module.css';
import type { FieldProblem } from './plan/check-destination.ts';
import {
  type Access,
  type AddressingStyle,
  boxesOf,
  type DestinationDraft,
  type DestinationField,
  type Provider,
  PROVIDERS,
  withProvider,
} from './plan/destination-draft.ts';

interface DestinationFormProps {
  readonly draft: DestinationDraft;
  readonly onDraft: (draft: DestinationDraft) => void;
  readonly problems: readonly FieldProblem[];
  /** What is missing is said once somebody has tried to send the form. */
  readonly isTried: boolean;
  /** Roles and keys of the server's own are for LangSmith, not for an engine. */
  readonly isServer: boolean;
}

export function DestinationForm(props: DestinationFormProps) {
  const { draft, onDraft } = props;
  const facts = PROVIDERS[draft.provider];
  const boxes = boxesOf(draft);
  return (
    <div className={styles.form}>
      <Select
        label="Provider"
        value={draft.provider}
        onChange={(provider: Provider) => onDraft(withProvider(draft, provider))}
        options={Object.entries(PROVIDERS).map(([value, { name }]) => ({
          value: value as Provider,
          label: name,
        }))}
      />
      <Box {...props} field="displayName" label="Name" placeholder="e.g. Analytics bucket" />
      <div className={styles.pair}>
        <Box {...props} field="bucket" label="Bucket" isMono />
        <Box {...props} field="prefix" label="Prefix" isMono placeholder="e.g. langsmith" />
      </div>
      <div className={styles.pair}>
        {boxes.includes('region') && (
          <Box
            {...props}
            field="region"
            label={facts.needsRegion ? 'Region' : 'Region (if the store has one)'}
            isMono
            placeholder={facts.regionExample}
          />
        )}
        {boxes.includes('endpoint') && (
          <Box {...props} field="endpoint" label="Endpoint" isMono placeholder={facts.endpointExample} />
        )}
      </div>
      <AccessBoxes {...props} />
      <details className={styles.more}>
        <summary>How the bucket is addressed</summary>
        <div className={styles.form}>
          <Select
            label="Addressing style"
            value={draft.addressing}
            onChange={(addressing: AddressingStyle) => onDraft({ ...draft, addressing })}
            options={[
              { value: 'auto', label: 'Automatic' },
              { value: 'path', label: 'Path', description: 'https://host/bucket/file' },
              { value: 'virtual', label: 'Virtual host', description: 'https://bucket.host/file' },
            ]}
          />
          <Switch
            isSelected={draft.includesBucketInPrefix}
            onChange={(includesBucketInPrefix) => onDraft({ ...draft, includesBucketInPrefix })}
          >
            Bucket in the prefix (off when the endpoint holds it already)
          </Switch>
        </div>
      </details>
    </div>
  );
}

function AccessBoxes(props: DestinationFormProps) {
  const { draft, onDraft, isServer } = props;
  const facts = PROVIDERS[draft.provider];
  const options: readonly { value: Access; label: string; description: string }[] = [
    { value: 'keys', label: 'Keys', description: 'An access key and its secret' },
    ...(draft.provider === 'aws'
      ? [
          {
            value: 'role' as const,
            label: 'Role',
            description: 'LangSmith Cloud on Google takes an AWS role',
          },
        ]
      : []),
    { value: 'environment', label: 'The server’s own', description: 'Self-hosted: instance profile or IRSA' },
  ];
  return (
    <>
      {isServer && (
        <Select
          label="Access"
          value={draft.access}
          onChange={(access) => onDraft({ ...draft, access })}
          options={options}
        />
      )}
      {draft.access === 'role' && (
        <Box
          {...props}
          field="roleArn"
          label="Role ARN"
          isMono
          placeholder="arn:aws:iam::123456789012:role/name"
        />
      )}
      {draft.access === 'keys' && (
        <>
          <div className={styles.pair}>
            <Box {...props} field="accessKeyId" label={facts.keyName} isMono />
            <Box {...props} field="secretAccessKey" label={facts.secretName} isSecret />
          </div>
          <Box {...props} field="sessionToken" label="Session token (temporary keys only)" isSecret />
        </>
      )}
    </>
  );
}

interface BoxProps extends DestinationFormProps {
  readonly field: DestinationField;
  readonly label: string;
  readonly placeholder?: string;
  readonly isMono?: boolean;
  readonly isSecret?: boolean;
}

function Box({ draft, onDraft, problems, isTried, field, label, placeholder, isMono, isSecret }: BoxProps) {
  const problem = problems.find((each) => each.field === field && (isTried || !each.isMissing));
  const isError = problem?.severity === 'error';
  return (
    <TextField
      label={label}
      value={draft[field]}
      onChange={(value) => onDraft({ ...draft, [field]: value })}
      placeholder={placeholder}
      isMono={isMono}
      type={isSecret ? 'password' : 'text'}
      autoComplete={isSecret ? 'new-password' : 'off'}
      error={isError ? problem.message : undefined}
      description={problem && !isError ? problem.message : undefined}
    />
  );
}
