/** The smallest permission that lets LangSmith write, and check that it can (CONTRACT §12.1). */
import { shellLiteral, shellWord } from '../../../lib/shell-text.ts';
import { arnOf, bucketOf, folderOf, printJson } from './access-place.ts';
import { cleanPrefix, type DestinationDraft } from './destination-draft.ts';

export interface PolicyText {
  readonly title: string;
  readonly text: string;
  /** Where it is put, or what it leaves out. */
  readonly note: string;
}

type Place = Pick<DestinationDraft, 'provider' | 'bucket' | 'prefix' | 'region'>;

/** Reading back the size, deleting the test file and giving up half uploads are wished for, not needed. */
const OPTIONAL_S3 = ['s3:GetObject', 's3:DeleteObject', 's3:AbortMultipartUpload'];

/** Undefined where permissions are no text: Cloudflare gives them with the token. */
export function accessPolicy(place: Place, hasOptional: boolean): PolicyText | undefined {
  switch (place.provider) {
    case 'gcs':
      return gcsRole(place, hasOptional);
    case 'r2':
      return undefined;
    default:
      return s3Policy(place, hasOptional);
  }
}

export function s3PolicyDocument(place: Place, hasOptional: boolean): object {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'LangSmithBulkExport',
        Effect: 'Allow',
        Action: ['s3:PutObject', ...(hasOptional ? OPTIONAL_S3 : [])],
        Resource: arnOf(place, `${folderOf(place)}*`),
      },
    ],
  };
}

function s3Policy(place: Place, hasOptional: boolean): PolicyText {
  return {
    title: place.provider === 'aws' ? 'IAM policy' : 'Policy',
    text: printJson(s3PolicyDocument(place, hasOptional)),
    note:
      place.provider === 'aws'
        ? 'Attach it to the user whose keys you type, or to the role.'
        : 'Attach it to the user of the keys.',
  };
}

const OPTIONAL_GCS = ['storage.objects.get', 'storage.objects.delete', 'storage.multipartUploads.create'];

function gcsRole(place: Place, hasOptional: boolean): PolicyText {
  const permissions = ['storage.objects.create', ...(hasOptional ? OPTIONAL_GCS : [])].join(',');
  const bucket = shellWord(`gs://${bucketOf(place)}`);
  const condition = prefixCondition(place);
  const hasPrefix = condition !== undefined;
  return {
    title: 'Role and HMAC key',
    text: [
      `gcloud iam roles create langsmithBulkExport --project=PROJECT_ID --title="LangSmith bulk export" \\\n  --permissions=${permissions}`,
      ...(hasPrefix ? [`gcloud storage buckets update ${bucket} --uniform-bucket-level-access`] : []),
      `gcloud storage buckets add-iam-policy-binding ${bucket} \\\n  --member=serviceAccount:SERVICE_ACCOUNT_EMAIL --role=projects/PROJECT_ID/roles/langsmithBulkExport${hasPrefix ? ` \\\n  --condition=${shellLiteral(condition)}` : ''}`,
      'gcloud storage hmac create SERVICE_ACCOUNT_EMAIL --project=PROJECT_ID',
    ].join('\n'),
    note: `${hasPrefix ? 'A role for one prefix needs uniform bucket-level access, which switches off the permissions of single files; without a prefix neither is needed. ' : ''}The last command prints the access ID and the secret; the secret is shown once.`,
  };
}

/** gcloud splits its pairs at commas, or at what stands between two ^ in front of them. */
function prefixCondition(place: Place): string | undefined {
  const path = cleanPrefix(place.prefix);
  if (path === '') return undefined;
  const folder = JSON.stringify(`projects/_/buckets/${bucketOf(place)}/objects/${path}/`);
  const pairs = ['title=langsmith-export', `expression=resource.name.startsWith(${folder})`];
  const separator = [',', '|', '#', '~', ';'].find((sign) => !path.includes(sign)) ?? '@@';
  return `${separator === ',' ? '' : `^${separator}^`}${pairs.join(separator)}`;
}
