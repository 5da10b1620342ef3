import { describe, expect, test } from 'vitest';
import type { Destination } from '../../../contract/bulk-export.ts';
import {
  type Access,
  boxesOf,
  type DestinationDraft,
  EMPTY_DESTINATION,
  type Provider,
  PROVIDERS,
  withProvider,
} from './destination-draft.ts';
import { draftOfDestination } from './destination-known.ts';
import type { Writer } from './destination-writer.ts';
import type { Cause } from './explain-cause.ts';
import { explainRefusal } from './explain-refusal.ts';

const SERVER: Writer = { kind: 'server', url: 'https://eu.api.smith.langchain.com' };
const PAGE: Writer = { kind: 'browser', origin: 'https://runlens.example' };
const AWS: DestinationDraft = {
  ...EMPTY_DESTINATION,
  bucket: 'my-bucket',
  prefix: "it's/exports",
  region: 'us-east-1',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'never-show-this',
  roleArn: 'arn:aws:iam::123456789012:role/ls',
};
const MINIO: DestinationDraft = { ...AWS, provider: 'minio', endpoint: 'https://minio.example.com' };
const WORDS = [
  'Access denied',
  'Bucket is not valid',
  'Key ID you provided does not exist',
  'Invalid endpoint',
  'InvalidBucketName',
  'SignatureDoesNotMatch: no',
  'PermanentRedirect',
];

/** What of the causes does not fit the form, the access or the writer. */
function unfit(causes: readonly Cause[], draft: DestinationDraft, writer: Writer): readonly string[] {
  const boxes = boxesOf(draft);
  const foreign = [
    /never-show/,
    ...(draft.access === 'keys' ? [] : [/\bsecret\b|session token/]),
    ...(writer === PAGE ? [/LangSmith’s servers/] : []),
  ];
  return causes.flatMap(({ sentence, field, remedy }) => [
    ...(field === undefined || boxes.includes(field) ? [] : [`${field}: ${sentence}`]),
    ...foreign
      .filter((words) => words.test(`${sentence} ${remedy?.text}`))
      .map((words) => `${words}: ${sentence}`),
  ]);
}

test.each([
  ['Access denied', /may not write/, 'prefix'],
  ['The blob store credentials or bucket are not valid: Access Denied', /may not write/, 'prefix'],
  ['Bucket is not valid', /not there/, 'bucket'],
  ['Key ID you provided does not exist', /does not know this key/, 'accessKeyId'],
  ['Invalid endpoint', /speaks S3/, 'endpoint'],
  ['InvalidBucketName', /form of address/, 'addressing'],
  ['SignatureDoesNotMatch: The request signature', /does not belong to the key/, 'secretAccessKey'],
  ['PermanentRedirect', /another region/, 'region'],
  ['The store answered with status 503', /busy/, undefined],
  ['SlowDown: Reduce your request rate.', /busy/, undefined],
])('%s is explained', (words, title, field) => {
  const refusal = explainRefusal(words, MINIO, SERVER);
  expect(refusal.isKnown).toBe(true);
  expect(refusal.title).toMatch(title);
  expect(refusal.causes[0]!.field).toBe(field);
  expect(new Set(refusal.causes.map(({ sentence }) => sentence)).size).toBe(refusal.causes.length);
});

test.each([
  ['The disk is full', 'The disk is full'],
  ['', 'The server refused without a reason.'],
])('an unknown one keeps its words (%s)', (words, title) => {
  const refusal = explainRefusal(words, AWS, SERVER);
  expect(refusal).toMatchObject({ title, isKnown: false });
  expect(refusal.causes[0]!.sentence).toMatch(/by hand/);
});

describe.each(Object.keys(PROVIDERS) as Provider[])('at %s', (provider) => {
  const accesses: readonly Access[] =
    provider === 'aws' ? ['keys', 'role', 'environment'] : ['keys', 'environment'];
  test.each(accesses)('with %s, advice is about boxes that are there, and holds no secret', (access) => {
    const draft = withProvider({ ...AWS, access }, provider);
    const wrong = [SERVER, PAGE].flatMap((writer) =>
      WORDS.flatMap((words) => unfit(explainRefusal(words, draft, writer).causes, draft, writer)),
    );
    expect(wrong).toEqual([]);
  });

  test('a browser that got no answer is told of CORS first, with the rules to set', () => {
    const [first] = explainRefusal('Invalid endpoint', withProvider(AWS, provider), PAGE).causes;
    expect(first!.sentence).toContain('CORS');
    expect(first!.remedy!.text).toContain('https://runlens.example');
    expect(
      explainRefusal('Invalid endpoint', withProvider(AWS, provider), SERVER).causes[0]!.sentence,
    ).not.toContain('CORS');
  });
});

test.each([
  ['keys', AWS, 'aws iam put-user-policy'],
  ['a role', { ...AWS, access: 'role' }, 'aws iam put-role-policy --role-name ls'],
  ['Google', withProvider(AWS, 'gcs'), 'gcloud storage buckets add-iam-policy-binding'],
  ['MinIO', MINIO, 'mc admin policy attach'],
] as [string, DestinationDraft, string][])(
  'the permission of %s comes with its command',
  (_who, draft, command) => {
    expect(explainRefusal('Access denied', draft, SERVER).causes[0]!.remedy!.text).toContain(command);
  },
);

test('the trust of a role is that of the server’s region', () => {
  const { causes } = explainRefusal('Access denied', { ...AWS, access: 'role' }, SERVER);
  expect(causes.map(({ remedy }) => remedy?.text).join()).toContain('110207823358662523645');
});

test.each([
  ['no token', {}, false],
  ['a token', { sessionToken: 'x' }, true],
])('keys with %s: is it asked for?', (_what, change, isAsked) => {
  const { causes } = explainRefusal('Access denied', { ...AWS, ...change }, SERVER);
  expect(causes.some(({ field }) => field === 'sessionToken')).toBe(isAsked);
});

describe('a destination that is kept', () => {
  const KEPT: Destination = {
    id: 'd',
    tenantId: undefined,
    displayName: 'Kept',
    bucket: 'my-bucket',
    prefix: 'runs',
    region: undefined,
    endpoint: 'https://storage.googleapis.com',
    includesBucketInPrefix: false,
    addressing: 'path',
    roleArn: undefined,
    credentialKeys: ['access_key_id', 'secret_access_key'],
    createdAt: undefined,
    updatedAt: undefined,
  };

  test('is explained as what it is', () => {
    expect(draftOfDestination(KEPT)).toMatchObject({
      provider: 'gcs',
      prefix: 'runs',
      addressing: 'path',
      includesBucketInPrefix: false,
      access: 'keys',
    });
  });

  test.each([
    [{ endpoint: undefined }, 'aws'],
    [{ endpoint: 'https://a.r2.cloudflarestorage.com' }, 'r2'],
    [{ endpoint: 'https://minio.example.com:9000' }, 'minio'],
    [{ endpoint: 'https://s3.example.com' }, 'other'],
  ] as const)('has the provider of its address (%o)', (change, provider) => {
    expect(draftOfDestination({ ...KEPT, ...change }).provider).toBe(provider);
  });

  test.each([
    [{ roleArn: 'arn:aws:iam::1:role/x', credentialKeys: [] }, 'role'],
    [{ credentialKeys: [] }, 'environment'],
  ] as const)('has the access of its keys (%o)', (change, access) => {
    expect(draftOfDestination({ ...KEPT, ...change }).access).toBe(access);
  });
});
