/** Refusals that are about who writes and what they may do. */
import { shellLiteral, shellWord } from '../../../lib/shell-text.ts';
import { grantCommands } from './access-grant.ts';
import { accessPolicy } from './access-policy.ts';
import { arnOf, awsWords, bucketOf, folderOf, roleName, signedRegion } from './access-place.ts';
import { shownKeyId } from './check-keys.ts';
import { type DestinationDraft, PROVIDERS } from './destination-draft.ts';
import type { Writer } from './destination-writer.ts';
import { trustPolicy } from './access-trust.ts';
import { type Cause, remedy } from './explain-cause.ts';
import { regionCommand } from './explain-address.ts';

export function accessCauses(draft: DestinationDraft, writer: Writer): readonly Cause[] {
  return [
    permissionCause(draft),
    ...identityCauses(draft, writer),
    {
      sentence:
        'The bucket belongs to another account, or its own policy refuses (encryption, network, organisation rules).',
      field: 'bucket',
      ...remedy('What the bucket itself refuses', bucketPolicyCommand(draft)),
    },
    ...tokenCauses(draft),
  ];
}

function permissionCause(draft: DestinationDraft): Cause {
  const { provider, access } = draft;
  const permission = provider === 'gcs' ? 'storage.objects.create' : 's3:PutObject';
  const place = provider === 'gcs' ? `gs://${folderOf(draft)}` : arnOf(draft, `${folderOf(draft)}*`);
  const how =
    provider === 'r2' && access === 'keys'
      ? ' In Cloudflare, make an API token with “Object Read & Write” for this bucket and take its keys.'
      : '';
  return {
    sentence: `The permission ${permission} is missing for ${place}.${how}`,
    field: 'prefix',
    ...permissionRemedy(draft),
  };
}

/** Where no command is known, the policy itself. */
function permissionRemedy(draft: DestinationDraft): Pick<Cause, 'remedy'> {
  const commands = grantCommands(draft);
  return commands === undefined
    ? remedy('A policy that gives the permission', accessPolicy(draft, false)?.text)
    : remedy('Give the permission', commands);
}

function identityCauses(draft: DestinationDraft, writer: Writer): readonly Cause[] {
  if (draft.access === 'keys') return secretCauses(draft);
  return [draft.access === 'role' ? trustCause(draft, writer) : environmentCause()];
}

const trustCause = (draft: DestinationDraft, writer: Writer): Cause => ({
  sentence:
    'The role does not trust LangSmith: its trust policy must be as this one, and its longest session 43,200 seconds.',
  field: 'roleArn',
  ...remedy('Trust LangSmith', trustCommands(draft, writer)),
});

const environmentCause = (): Cause => ({
  sentence:
    'The server runs as somebody else than you think, or has no access of its own: on Kubernetes its service account must carry the role, on a virtual machine the instance profile.',
  ...remedy('Who is it? To be run where LangSmith runs', 'aws sts get-caller-identity'),
});

function trustCommands({ roleArn }: DestinationDraft, writer: Writer): string {
  const { text } = trustPolicy(writer.kind === 'server' ? writer.url : '');
  const role = shellWord(roleName(roleArn));
  return [
    `aws iam update-assume-role-policy --role-name ${role} --policy-document ${shellLiteral(text)}`,
    `aws iam update-role --role-name ${role} --max-session-duration 43200`,
  ].join('\n');
}

/** A server signs with keys of its own where nobody typed any. */
export function secretCauses(draft: DestinationDraft): readonly Cause[] {
  if (draft.access !== 'keys') return accessWithoutKeys(draft);
  const { secretName } = PROVIDERS[draft.provider];
  return [
    {
      sentence: `The ${lower(secretName)} belongs to another key, or was cut while copying. Paste it again, or make a new pair of keys: no store shows a secret twice.`,
      field: 'secretAccessKey',
    },
  ];
}

/** Only temporary keys have a token; nobody else is to look for one. */
function tokenCauses({ access, accessKeyId, sessionToken }: DestinationDraft): readonly Cause[] {
  if (access !== 'keys' || (sessionToken === '' && !accessKeyId.startsWith('ASIA'))) return [];
  return [
    {
      sentence: 'The keys are temporary and have run out, or the session token belongs to other keys.',
      field: 'sessionToken',
    },
  ];
}

function bucketPolicyCommand(draft: DestinationDraft): string | undefined {
  const bucket = bucketOf(draft);
  if (draft.provider === 'gcs') return `gcloud storage buckets get-iam-policy ${shellWord(`gs://${bucket}`)}`;
  return draft.provider === 'aws'
    ? `aws s3api get-bucket-policy --bucket ${shellWord(bucket)} --query Policy --output text`
    : undefined;
}

export function keyCauses(draft: DestinationDraft): readonly Cause[] {
  const { provider } = draft;
  if (draft.access !== 'keys') return accessWithoutKeys(draft);
  return [
    {
      sentence: `The ${lower(PROVIDERS[provider].keyName)} is mistyped, was deleted, or is switched off.`,
      field: 'accessKeyId',
      ...remedy('Is the key known?', knownKeyCommand(draft)),
    },
    ...(provider === 'gcs'
      ? [
          {
            sentence: 'Google’s S3 interface wants an HMAC key, not the key file of a service account.',
            field: 'accessKeyId' as const,
            ...remedy(
              'Make an HMAC key',
              'gcloud storage hmac create SERVICE_ACCOUNT_EMAIL --project=PROJECT_ID',
            ),
          },
        ]
      : []),
    {
      sentence: `The key belongs to another store or account than the ${provider === 'aws' ? 'region' : 'endpoint'} says.`,
      field: provider === 'aws' ? 'region' : 'endpoint',
    },
  ];
}

/** The server brought keys that nobody typed here. */
const accessWithoutKeys = ({ access }: DestinationDraft): readonly Cause[] => [
  {
    sentence:
      access === 'role'
        ? 'The role gave keys that the store does not know: it is a role of Amazon’s, and the bucket must be there, too.'
        : 'The server’s own keys are unknown to the store: its environment holds keys of another one, or old ones.',
    ...(access === 'role' ? { field: 'roleArn' as const } : {}),
  },
];

function knownKeyCommand(draft: DestinationDraft): string | undefined {
  const id = shellWord(shownKeyId(draft));
  switch (draft.provider) {
    case 'aws':
      return `aws iam get-access-key-last-used --access-key-id ${id}`;
    case 'gcs':
      return `gcloud storage hmac describe ${id} --project=PROJECT_ID`;
    case 'minio':
      return `mc admin accesskey info ALIAS ${id}`;
    default:
      return undefined;
  }
}

export function bucketCauses(draft: DestinationDraft): readonly Cause[] {
  const { provider, addressing } = draft;
  return [
    {
      sentence: 'The bucket’s name is spelt differently, or it was never created.',
      field: 'bucket',
      ...remedy('Create it, if it is not there', createCommand(draft)),
    },
    provider === 'aws'
      ? {
          sentence: 'The bucket is in another region than the one given.',
          field: 'region',
          ...remedy('Which region is it in? This needs no keys', regionCommand(draft)),
        }
      : { sentence: 'The endpoint is another store than the one with this bucket.', field: 'endpoint' },
    ...(addressing === 'path' || provider === 'aws'
      ? []
      : [
          {
            sentence: 'The store wants the bucket in the path: choose path style.',
            field: 'addressing' as const,
          },
        ]),
    {
      sentence: `${WHO[draft.access]} may read the bucket but not write to it.`,
      ...(draft.access === 'keys' ? { field: 'accessKeyId' as const } : {}),
      ...permissionRemedy(draft),
    },
  ];
}

const WHO = { keys: 'The keys', role: 'The role', environment: 'The server’s own access' } as const;

function createCommand(draft: DestinationDraft): string {
  if (draft.provider === 'gcs')
    return `gcloud storage buckets create ${shellWord(`gs://${bucketOf(draft)}`)} --project=PROJECT_ID`;
  return `${awsWords('s3', draft)} mb ${shellWord(`s3://${bucketOf(draft)}`)} --region ${shellWord(signedRegion(draft))}`;
}

/** In the middle of a sentence; names in capitals stay. */
const lower = (name: string) =>
  /^[A-Z]{2}/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
