/** What a bucket must be told before a page may write to it: an engine in a browser is a page like any other. */
import { shellLiteral, shellWord } from '../../../lib/shell-text.ts';
import { awsWords, bucketOf, printJson } from './access-place.ts';
import type { PolicyText } from './access-policy.ts';
import type { DestinationDraft } from './destination-draft.ts';

/** PUT writes, DELETE takes the test file away; the headers are those of a signature. */
const METHODS = ['PUT', 'DELETE'];
const SIGNED_HEADERS = ['authorization', 'x-amz-content-sha256', 'x-amz-date', 'x-amz-security-token'];

export function corsPolicy(draft: DestinationDraft, origin: string): PolicyText {
  const title = 'Let this page write (CORS)';
  switch (draft.provider) {
    case 'gcs': {
      const rules = [
        { origin: [origin], method: METHODS, responseHeader: SIGNED_HEADERS, maxAgeSeconds: 3600 },
      ];
      return {
        title,
        text: [
          `printf '%s' ${shellLiteral(printJson(rules))} > cors.json`,
          `gcloud storage buckets update ${shellWord(`gs://${bucketOf(draft)}`)} --cors-file=cors.json`,
        ].join('\n'),
        note: 'It replaces the rules that the bucket has.',
      };
    }
    case 'minio':
      return {
        title,
        text: [
          `mc admin config set ALIAS api cors_allow_origin=${shellWord(origin)}`,
          'mc admin service restart ALIAS',
        ].join('\n'),
        note: 'MinIO sets this for all of its buckets, and allows every origin unless somebody changed it.',
      };
    default:
      return { title, text: bucketCors(draft, origin), note: 'It replaces the rules that the bucket has.' };
  }
}

function bucketCors(draft: DestinationDraft, origin: string): string {
  const rule = {
    AllowedOrigins: [origin],
    AllowedMethods: METHODS,
    AllowedHeaders: ['*'],
    MaxAgeSeconds: 3600,
  };
  return [
    '# As an administrator of the bucket',
    `${awsWords('s3api', draft)} put-bucket-cors --bucket ${shellWord(bucketOf(draft))} \\`,
    `  --cors-configuration ${shellLiteral(printJson({ CORSRules: [rule] }))}`,
  ].join('\n');
}
