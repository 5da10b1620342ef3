import { describe, expect, test } from 'vitest';
import { checkDestination } from './check-destination.ts';
import { type DestinationDraft, EMPTY_DESTINATION, withProvider } from './destination-draft.ts';
import type { Writer } from './destination-writer.ts';

const SERVER: Writer = { kind: 'server', url: 'https://api.smith.langchain.com' };
const PAGE: Writer = { kind: 'browser', origin: 'https://runlens.example' };

const AWS: DestinationDraft = {
  ...EMPTY_DESTINATION,
  displayName: 'My bucket',
  bucket: 'my-bucket',
  prefix: 'langsmith/exports',
  region: 'us-east-1',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const MINIO: DestinationDraft = {
  ...AWS,
  provider: 'minio',
  region: '',
  endpoint: 'https://minio.example.com:9000',
};
const ROLE: DestinationDraft = {
  ...AWS,
  access: 'role',
  roleArn: 'arn:aws:iam::123456789012:role/langsmith',
};

const GCS = { ...withProvider(AWS, 'gcs'), accessKeyId: 'GOOG1EABCDEFGHIJKL' };
const R2 = { ...withProvider(AWS, 'r2'), endpoint: 'https://abc.r2.cloudflarestorage.com' };
const HEX = '0123456789abcdef';

test.each([
  ['Amazon with keys', AWS],
  ['Amazon with a role', { ...ROLE, accessKeyId: '', secretAccessKey: '' }],
  ['MinIO', MINIO],
  ['R2', { ...R2, accessKeyId: HEX.repeat(2), secretAccessKey: HEX.repeat(4) }],
  ['Google', GCS],
  ['Oracle', { ...MINIO, provider: 'other', accessKeyId: HEX.repeat(3).slice(0, 40) }],
  [
    'the bucket’s own host at Amazon, without the bucket in the prefix',
    {
      ...MINIO,
      provider: 'other',
      endpoint: 'https://my-bucket.s3.us-east-1.amazonaws.com',
      includesBucketInPrefix: false,
    },
  ],
  ['the server’s own access', { ...MINIO, access: 'environment', accessKeyId: '', secretAccessKey: '' }],
] as [string, DestinationDraft][])('%s has nothing to complain about', (_name, draft) => {
  expect(checkDestination(draft, SERVER)).toEqual([]);
});

describe.each<[string, DestinationDraft, Partial<DestinationDraft>, string, string, RegExp]>([
  ['a name with a slash', AWS, { displayName: 'a/b' }, 'displayName', 'error', /letters, digits/],
  ['no bucket', AWS, { bucket: '' }, 'bucket', 'error', /Which bucket/],
  ['an address as bucket', AWS, { bucket: 's3://my-bucket/x' }, 'bucket', 'error', /without s3:/],
  ['an ARN as bucket', AWS, { bucket: 'arn:aws:s3:::my-bucket' }, 'bucket', 'error', /not its ARN/],
  ['a path as bucket', AWS, { bucket: 'my-bucket/exports' }, 'bucket', 'error', /prefix/],
  ['capitals', AWS, { bucket: 'MyBucket' }, 'bucket', 'error', /capital/],
  ['an underscore at Amazon', AWS, { bucket: 'my_bucket' }, 'bucket', 'error', /“_”/],
  ['two letters', AWS, { bucket: 'ab' }, 'bucket', 'error', /3 to 63/],
  ['an IP address', AWS, { bucket: '10.0.0.1' }, 'bucket', 'error', /IP address/],
  ['two dots', AWS, { bucket: 'a..b' }, 'bucket', 'error', /two dots/],
  ['a reserved ending', AWS, { bucket: 'mine-s3alias' }, 'bucket', 'error', /for itself/],
  [
    'dots with the bucket as host',
    MINIO,
    { bucket: 'my.bucket', addressing: 'virtual' },
    'bucket',
    'warning',
    /path style/,
  ],
  ['slashes around the prefix', AWS, { prefix: '/exports/' }, 'prefix', 'warning', /without a name/],
  ['an address as prefix', AWS, { prefix: 's3://x' }, 'prefix', 'error', /path inside/],
  ['no region at Amazon', AWS, { region: '' }, 'region', 'error', /Which region/],
  ['a city as region', AWS, { region: 'Frankfurt' }, 'region', 'error', /us-east-1/],
  [
    'an endpoint at Amazon',
    AWS,
    { endpoint: 'https://x.example' },
    'endpoint',
    'error',
    /leave the endpoint out/,
  ],
  ['no endpoint elsewhere', MINIO, { endpoint: '' }, 'endpoint', 'error', /Where does/],
  ['a bare host as endpoint', MINIO, { endpoint: 'minio.example.com:9000' }, 'endpoint', 'error', /https:/],
  [
    'a password in the endpoint',
    MINIO,
    { endpoint: 'https://a:b@minio.example.com' },
    'endpoint',
    'error',
    /no user/,
  ],
  [
    'Amazon’s address as endpoint',
    MINIO,
    { endpoint: 'https://s3.eu-west-1.amazonaws.com' },
    'endpoint',
    'error',
    /Amazon/,
  ],
  [
    'the bucket in the host',
    MINIO,
    { endpoint: 'https://my-bucket.s3.example.com' },
    'endpoint',
    'warning',
    /already/,
  ],
  [
    'the bucket in the path',
    MINIO,
    { endpoint: 'https://s3.example.com/my-bucket' },
    'endpoint',
    'warning',
    /already/,
  ],
  ['this machine', MINIO, { endpoint: 'http://127.0.0.1:9000' }, 'endpoint', 'warning', /own servers/],
  ['http', MINIO, { endpoint: 'http://minio.example.com' }, 'endpoint', 'warning', /readable/],
  [
    'the secret in the box of the key',
    AWS,
    { accessKeyId: AWS.secretAccessKey },
    'accessKeyId',
    'error',
    /looks like a secret/,
  ],
  [
    'the key in the box of the secret',
    AWS,
    { secretAccessKey: AWS.accessKeyId },
    'secretAccessKey',
    'error',
    /key ID/,
  ],
  [
    'Cloudflare’s secret in the box of the key',
    R2,
    { accessKeyId: HEX.repeat(4) },
    'accessKeyId',
    'error',
    /looks like a secret/,
  ],
  [
    'Cloudflare’s key in the box of the secret',
    R2,
    { secretAccessKey: HEX.repeat(2) },
    'secretAccessKey',
    'error',
    /key ID/,
  ],
  [
    'Google’s key in the box of the secret',
    GCS,
    { secretAccessKey: 'GOOG1EABCDEFGHIJKLMNOPQ' },
    'secretAccessKey',
    'error',
    /key ID/,
  ],
  ['Amazon’s key at Google', GCS, { accessKeyId: AWS.accessKeyId }, 'accessKeyId', 'warning', /GOOG/],
  [
    'Google’s key at Amazon',
    AWS,
    { accessKeyId: GCS.accessKeyId },
    'accessKeyId',
    'warning',
    /is the provider right/,
  ],
  [
    'the same text twice',
    MINIO,
    { accessKeyId: 'minio', secretAccessKey: 'minio' },
    'secretAccessKey',
    'error',
    /the same as the key/,
  ],
  [
    'a line break in the secret',
    AWS,
    { secretAccessKey: 'abc\ndef' },
    'secretAccessKey',
    'warning',
    /line break/,
  ],
  [
    'a temporary key without token',
    AWS,
    { accessKeyId: 'ASIAIOSFODNN7EXAMPLE' },
    'sessionToken',
    'error',
    /temporary/,
  ],
  ['a role by name', ROLE, { roleArn: 'langsmith' }, 'roleArn', 'error', /arn:aws:iam/],
])('%s', (_what, base, change, field, severity, message) => {
  test(`is said at ${field}`, () => {
    const problems = checkDestination({ ...base, ...change }, SERVER);
    expect(problems).toEqual([expect.objectContaining({ field, severity })]);
    expect(problems[0]!.message).toMatch(message);
  });
});

test('no message repeats a secret', () => {
  const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
  const draft = { ...EMPTY_DESTINATION, accessKeyId: secret, secretAccessKey: `${secret} ${secret}` };
  expect(JSON.stringify(checkDestination(draft, SERVER))).not.toContain(secret);
});

test('another provider keeps what still holds', () => {
  const gcs = withProvider(AWS, 'gcs');
  expect(gcs.endpoint).toBe('https://storage.googleapis.com');
  expect(withProvider(gcs, 'aws').endpoint).toBe('');
  expect(withProvider(MINIO, 'other').endpoint).toBe(MINIO.endpoint);
  expect(withProvider(ROLE, 'minio').access).toBe('keys');
  expect(withProvider(gcs, 'minio').endpoint).toBe('');
});

test.each([
  ['aws', 'us-east-1', 'gcs', ''],
  ['aws', 'eu-central-1', 'r2', 'auto'],
  ['aws', 'eu-central-1', 'minio', 'eu-central-1'],
  ['r2', 'auto', 'aws', ''],
  ['r2', 'auto', 'other', ''],
] as const)('the region of %s (%s) is at %s “%s”', (before, region, after, expected) => {
  expect(withProvider({ ...AWS, provider: before, region }, after).region).toBe(expected);
});

test('a page in a browser is told what it may ask, not what Cloud can reach', () => {
  const messages = (endpoint: string) =>
    checkDestination({ ...MINIO, endpoint }, PAGE).map(({ message }) => message);
  expect(messages('http://127.0.0.1:9000')).toEqual([]);
  expect(messages('http://minio.example.com')).toEqual([expect.stringMatching(/plain http/)]);
});
