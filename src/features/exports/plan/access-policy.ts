/** The smallest permission that lets LangSmith write, and check that it can (CONTRACT §12.1). */
import { cleanPrefix, type DestinationDraft } from './destination-draft.ts';

export interface PolicyText {
  readonly title: string;
  readonly language: 'json' | 'shell';
  readonly text: string;
  /** Where it is put, or what it leaves out. */
  readonly note: string;
}

type Place = Pick<DestinationDraft, 'provider' | 'bucket' | 'prefix' | 'access'>;

/** Reading back the size, deleting the test file and giving up half uploads are wished for, not needed. */
const OPTIONAL_S3 = ['s3:GetObject', 's3:DeleteObject', 's3:AbortMultipartUpload'];

export function accessPolicies(place: Place, hasOptional: boolean): readonly PolicyText[] {
  switch (place.provider) {
    case 'gcs':
      return [gcsRole(place, hasOptional)];
    case 'r2':
      return [];
    default:
      return [s3Policy(place, hasOptional), ...(place.access === 'role' ? [trustPolicy()] : [])];
  }
}

function s3Policy({ provider, bucket, prefix }: Place, hasOptional: boolean): PolicyText {
  const policy = {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'LangSmithBulkExport',
        Effect: 'Allow',
        Action: ['s3:PutObject', ...(hasOptional ? OPTIONAL_S3 : [])],
        Resource: `arn:aws:s3:::${objectsOf(bucket, prefix)}`,
      },
    ],
  };
  return {
    title: provider === 'aws' ? 'IAM policy' : 'Policy',
    language: 'json',
    text: JSON.stringify(policy, undefined, 2),
    note:
      provider === 'aws'
        ? 'Attach it to the user whose keys you type, or to the role.'
        : 'Attach it to the user of the keys, for example with mc admin policy.',
  };
}

/** LangSmith's audience and issuer; its subjects differ by region, so a person copies theirs (CONTRACT §12.1). */
function trustPolicy(): PolicyText {
  const policy = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: 'accounts.google.com' },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: {
            'accounts.google.com:oaud': 'langsmith-bulk-export',
            'accounts.google.com:sub': ['SUBJECTS_OF_YOUR_REGION_FROM_LANGSMITHS_DOCUMENTATION'],
          },
        },
      },
    ],
  };
  return {
    title: 'Trust policy of the role',
    language: 'json',
    text: JSON.stringify(policy, undefined, 2),
    note: 'LangSmith Cloud on Google only. Each region has three subjects of its own; the role’s longest session must be 43,200 seconds.',
  };
}

const OPTIONAL_GCS = ['storage.objects.get', 'storage.objects.delete', 'storage.multipartUploads.create'];

function gcsRole({ bucket, prefix }: Place, hasOptional: boolean): PolicyText {
  const permissions = ['storage.objects.create', ...(hasOptional ? OPTIONAL_GCS : [])].join(',');
  const path = cleanPrefix(prefix);
  const condition =
    path === ''
      ? ''
      : ` \\\n  --condition='title=langsmith-export,expression=resource.name.startsWith("projects/_/buckets/${bucket || 'BUCKET'}/objects/${path}/")'`;
  return {
    title: 'Role and HMAC key',
    language: 'shell',
    text: [
      `gcloud iam roles create langsmithBulkExport --project=PROJECT_ID --title="LangSmith bulk export" \\\n  --permissions=${permissions}`,
      `gcloud storage buckets add-iam-policy-binding gs://${bucket || 'BUCKET'} \\\n  --member=serviceAccount:SERVICE_ACCOUNT_EMAIL --role=projects/PROJECT_ID/roles/langsmithBulkExport${condition}`,
      'gcloud storage hmac create SERVICE_ACCOUNT_EMAIL --project=PROJECT_ID',
    ].join('\n'),
    note: 'The last command prints the access ID and the secret; the secret is shown once.',
  };
}

function objectsOf(bucket: string, prefix: string): string {
  const path = cleanPrefix(prefix);
  return `${bucket || 'BUCKET'}/${path === '' ? '' : `${path}/`}*`;
}
