import { bucketProblem } from './check-bucket.ts';
import { looksLikeKeyId, looksLikeSecret } from './check-keys.ts';
import { type DestinationDraft, type DestinationField, PROVIDERS } from './destination-draft.ts';
import type { Writer } from './destination-writer.ts';

export interface FieldProblem {
  readonly field: DestinationField;
  /** An error keeps the form from being sent; a warning is said. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** Nothing was typed yet: said when the form is sent, not before. */
  readonly isMissing?: boolean;
}

const NAME = /^[a-zA-Z0-9\-_ ']+$/;
const REGION = /^[a-z]{2,}(?:-[a-z]+)+-\d+$/;
const AWS_HOST = /(?:^|\.)amazonaws\.com(?:\.cn)?$/i;

/** Everything wrong with a destination before a server has seen it, in the order of the form. */
export function checkDestination(draft: DestinationDraft, writer: Writer): readonly FieldProblem[] {
  return [...nameProblems(draft), ...placeProblems(draft, writer), ...accessProblems(draft)];
}

function nameProblems({ displayName }: DestinationDraft): FieldProblem[] {
  if (displayName.trim() === '') return [missing('displayName', 'Give the destination a name.')];
  if (NAME.test(displayName)) return [];
  return [
    error('displayName', 'LangSmith takes letters, digits, spaces, hyphens, underscores and apostrophes.'),
  ];
}

function placeProblems(draft: DestinationDraft, writer: Writer): FieldProblem[] {
  return [
    ...bucketProblems(draft),
    ...prefixProblems(draft),
    ...regionProblems(draft),
    ...endpointProblems(draft, writer),
  ];
}

function bucketProblems({ bucket, provider, endpoint, addressing }: DestinationDraft): FieldProblem[] {
  if (bucket.trim() === '') return [missing('bucket', 'Which bucket?')];
  const problem = bucketProblem(bucket, provider);
  if (problem !== undefined) return [error('bucket', problem)];
  if (addressing === 'virtual' && bucket.includes('.') && !endpoint.startsWith('http:'))
    return [
      warning(
        'bucket',
        'With a dot in its name, the bucket’s own host fails the check of certificates; choose path style.',
      ),
    ];
  return [];
}

function prefixProblems({ prefix }: DestinationDraft): FieldProblem[] {
  if (prefix.length > 2048) return [error('prefix', 'A prefix has at most 2,048 characters.')];
  if (/^[a-z0-9]+:\/\//i.test(prefix))
    return [error('prefix', 'Only the path inside the bucket belongs here.')];
  if (/^\/|\/$|\/\//.test(prefix))
    return [warning('prefix', 'A slash at an end, or two in a row, makes folders without a name.')];
  return [];
}

function regionProblems({ provider, region }: DestinationDraft): FieldProblem[] {
  if (region.trim() === '')
    return PROVIDERS[provider].needsRegion ? [missing('region', 'Which region is the bucket in?')] : [];
  if (provider === 'aws' && !REGION.test(region))
    return [error('region', 'A region looks like us-east-1 or eu-central-1.')];
  return [];
}

function endpointProblems(draft: DestinationDraft, writer: Writer): FieldProblem[] {
  const { provider, endpoint, bucket, includesBucketInPrefix } = draft;
  if (endpoint.trim() === '')
    return PROVIDERS[provider].needsEndpoint ? [missing('endpoint', 'Where does the store answer?')] : [];
  if (provider === 'aws')
    return [error('endpoint', 'For Amazon S3 leave the endpoint out; the region says it.')];
  const url = urlOf(endpoint);
  if (!url || !/^https?:$/.test(url.protocol))
    return [error('endpoint', 'An endpoint is an address that begins with https://.')];
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return [error('endpoint', 'An endpoint has no user, no question mark and no #.')];
  // LangSmith's documents show the bucket's own host at Amazon as an endpoint, without the bucket in the prefix.
  if (AWS_HOST.test(url.hostname) && includesBucketInPrefix)
    return [error('endpoint', 'This is Amazon’s own address; choose Amazon S3 instead.')];
  return [
    ...bucketWarnings(url, includesBucketInPrefix ? bucket : ''),
    ...(writer.kind === 'server' ? networkWarnings(url) : pageWarnings(url)),
  ];
}

function bucketWarnings(url: URL, bucket: string): FieldProblem[] {
  const holdsBucket =
    bucket !== '' && (url.hostname.startsWith(`${bucket}.`) || url.pathname.split('/').includes(bucket));
  if (!holdsBucket) return [];
  return [
    warning(
      'endpoint',
      'The endpoint holds the bucket’s name already: take it out, or switch off “bucket in the prefix”.',
    ),
  ];
}

function networkWarnings(url: URL): FieldProblem[] {
  const isLocal = /^(?:localhost|127\.|10\.|192\.168\.|\[::1\])/.test(url.hostname);
  if (isLocal)
    return [
      warning(
        'endpoint',
        'LangSmith writes from its own servers; Cloud cannot reach this machine’s network.',
      ),
    ];
  return url.protocol === 'http:'
    ? [warning('endpoint', 'Without https the data travels readable by others.')]
    : [];
}

/** What the page's own policy lets it ask (connect-src). */
function pageWarnings(url: URL): FieldProblem[] {
  if (url.protocol === 'https:' || /^(?:localhost|127\.0\.0\.1)$/.test(url.hostname)) return [];
  return [
    warning(
      'endpoint',
      'This page may ask plain http:// of this machine only; everything else needs https://.',
    ),
  ];
}

function accessProblems(draft: DestinationDraft): readonly FieldProblem[] {
  if (draft.access === 'environment') return [];
  return draft.access === 'role' ? roleProblems(draft.roleArn) : keyProblems(draft);
}

function roleProblems(roleArn: string): FieldProblem[] {
  if (roleArn.trim() === '') return [missing('roleArn', 'Which role should LangSmith take?')];
  return /^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(roleArn)
    ? []
    : [error('roleArn', 'A role looks like arn:aws:iam::123456789012:role/name.')];
}

/** Of the boxes for keys alone, as where only they are changed. */
export function keyProblems(draft: DestinationDraft): readonly FieldProblem[] {
  return [...keyIdProblems(draft), ...secretProblems(draft)];
}

function keyIdProblems({ provider, accessKeyId, sessionToken }: DestinationDraft): FieldProblem[] {
  const { keyName, secretName } = PROVIDERS[provider];
  const id = accessKeyId.trim();
  if (id === '') return [missing('accessKeyId', `The ${keyName} is missing.`)];
  if (looksLikeSecret(id))
    return [
      error(
        'accessKeyId',
        `This looks like a secret. It belongs into “${secretName}”; the ${keyName} is the short one.`,
      ),
    ];
  if (provider === 'gcs' && !id.startsWith('GOOG'))
    return [warning('accessKeyId', 'Google’s HMAC access IDs begin with GOOG.')];
  if (provider !== 'gcs' && /^GOOG[A-Z0-9]{12,}$/.test(id))
    return [warning('accessKeyId', 'This is an HMAC access ID of Google’s; is the provider right?')];
  if (id.startsWith('ASIA') && sessionToken === '')
    return [error('sessionToken', 'A key that begins with ASIA is temporary and needs its session token.')];
  return [];
}

function secretProblems({ provider, accessKeyId, secretAccessKey }: DestinationDraft): FieldProblem[] {
  const { keyName, secretName } = PROVIDERS[provider];
  const secret = secretAccessKey.trim();
  if (secret === '') return [missing('secretAccessKey', `The ${secretName} is missing.`)];
  if (looksLikeKeyId(secret))
    return [error('secretAccessKey', `This is a key ID. It belongs into “${keyName}”.`)];
  if (secret === accessKeyId.trim() && !looksLikeSecret(secret))
    return [error('secretAccessKey', 'This is the same as the key; the secret is another text.')];
  if (/\s/.test(secret))
    return [
      warning('secretAccessKey', 'There is a space or a line break in it; was more copied than the secret?'),
    ];
  return [];
}

function urlOf(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

const error = (field: DestinationField, message: string): FieldProblem => ({
  field,
  severity: 'error',
  message,
});
const warning = (field: DestinationField, message: string): FieldProblem => ({
  field,
  severity: 'warning',
  message,
});
const missing = (field: DestinationField, message: string): FieldProblem => ({
  ...error(field, message),
  isMissing: true,
});
