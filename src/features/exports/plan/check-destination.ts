import { bucketProblem } from './check-bucket.ts';
import { type DestinationDraft, type DestinationField, PROVIDERS } from './destination-draft.ts';

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
export function checkDestination(draft: DestinationDraft): readonly FieldProblem[] {
  return [...nameProblems(draft), ...placeProblems(draft), ...accessProblems(draft)];
}

function nameProblems({ displayName }: DestinationDraft): FieldProblem[] {
  if (displayName.trim() === '') return [missing('displayName', 'Give the destination a name.')];
  if (NAME.test(displayName)) return [];
  return [
    error('displayName', 'LangSmith takes letters, digits, spaces, hyphens, underscores and apostrophes.'),
  ];
}

function placeProblems(draft: DestinationDraft): FieldProblem[] {
  return [
    ...bucketProblems(draft),
    ...prefixProblems(draft),
    ...regionProblems(draft),
    ...endpointProblems(draft),
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

function endpointProblems({ provider, endpoint, bucket }: DestinationDraft): FieldProblem[] {
  if (endpoint.trim() === '')
    return PROVIDERS[provider].needsEndpoint ? [missing('endpoint', 'Where does the store answer?')] : [];
  if (provider === 'aws')
    return [error('endpoint', 'For Amazon S3 leave the endpoint out; the region says it.')];
  const url = urlOf(endpoint);
  if (!url || !/^https?:$/.test(url.protocol))
    return [error('endpoint', 'An endpoint is an address that begins with https://.')];
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return [error('endpoint', 'An endpoint has no user, no question mark and no #.')];
  if (AWS_HOST.test(url.hostname))
    return [error('endpoint', 'This is Amazon’s own address; choose Amazon S3 instead.')];
  return endpointWarnings(url, bucket);
}

function endpointWarnings(url: URL, bucket: string): FieldProblem[] {
  const isLocal = /^(?:localhost|127\.|10\.|192\.168\.|\[::1\])/.test(url.hostname);
  const holdsBucket =
    bucket !== '' && (url.hostname.startsWith(`${bucket}.`) || url.pathname.split('/').includes(bucket));
  return [
    ...(holdsBucket
      ? [
          warning(
            'endpoint',
            'The endpoint holds the bucket’s name already: take it out, or switch off “bucket in the prefix”.',
          ),
        ]
      : []),
    ...(isLocal
      ? [
          warning(
            'endpoint',
            'LangSmith writes from its own servers; Cloud cannot reach this machine’s network.',
          ),
        ]
      : []),
    ...(url.protocol === 'http:' && !isLocal
      ? [warning('endpoint', 'Without https the data travels readable by others.')]
      : []),
  ];
}

function accessProblems(draft: DestinationDraft): FieldProblem[] {
  if (draft.access === 'environment') return [];
  return draft.access === 'role' ? roleProblems(draft.roleArn) : keyProblems(draft);
}

function roleProblems(roleArn: string): FieldProblem[] {
  if (roleArn.trim() === '') return [missing('roleArn', 'Which role should LangSmith take?')];
  return /^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(roleArn)
    ? []
    : [error('roleArn', 'A role looks like arn:aws:iam::123456789012:role/name.')];
}

function keyProblems({
  provider,
  accessKeyId,
  secretAccessKey,
  sessionToken,
}: DestinationDraft): FieldProblem[] {
  const { keyName, secretName } = PROVIDERS[provider];
  const problems: FieldProblem[] = [];
  if (accessKeyId === '') problems.push(missing('accessKeyId', `The ${keyName} is missing.`));
  else if (looksLikeSecret(accessKeyId))
    problems.push(
      error(
        'accessKeyId',
        `This looks like a secret. It belongs into “${secretName}”; the ${keyName} is the short one.`,
      ),
    );
  else if (accessKeyId.startsWith('ASIA') && sessionToken === '')
    problems.push(
      error('sessionToken', 'A key that begins with ASIA is temporary and needs its session token.'),
    );
  if (secretAccessKey === '') problems.push(missing('secretAccessKey', `The ${secretName} is missing.`));
  else if (/^(?:AKIA|ASIA)[A-Z0-9]{12,}$/.test(secretAccessKey))
    problems.push(error('secretAccessKey', `This is a key ID. It belongs into “${keyName}”.`));
  else if (/\s/.test(secretAccessKey))
    problems.push(
      warning('secretAccessKey', 'There is a space or a line break in it; was more copied than the secret?'),
    );
  return problems;
}

/** Amazon's secrets have 40 letters of base64, Google's likewise; key IDs are 20 capitals or begin with GOOG. */
const looksLikeSecret = (text: string) => /^[A-Za-z0-9/+]{40}$/.test(text) && !/^[A-Z0-9]+$/.test(text);

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
