import { describe, expect, test } from 'vitest';
import { accessCommands } from './access-commands.ts';
import { accessPolicies } from './access-policy.ts';
import { destinationBody, shownDestinationBody } from './destination-body.ts';
import { type DestinationDraft, EMPTY_DESTINATION } from './destination-draft.ts';

const SECRET = 'never-show-this';
const AWS: DestinationDraft = {
  ...EMPTY_DESTINATION,
  displayName: ' Mine ',
  bucket: 'my-bucket',
  prefix: '/data exports/',
  region: 'eu-central-1',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: SECRET,
  sessionToken: 'never-show-that',
};
const MINIO: DestinationDraft = {
  ...AWS,
  provider: 'minio',
  endpoint: 'https://minio.example.com:9000',
  addressing: 'path',
  region: '',
};

interface Policy {
  readonly Version: string;
  readonly Statement: readonly { Effect: string; Action: string | string[]; Resource?: string }[];
}

describe('the policy', () => {
  test('allows the writing of objects under the prefix, and nothing else', () => {
    const [policy] = accessPolicies(AWS, false);
    const { Version, Statement } = JSON.parse(policy!.text) as Policy;
    expect(Version).toBe('2012-10-17');
    expect(Statement).toEqual([
      expect.objectContaining({
        Effect: 'Allow',
        Action: ['s3:PutObject'],
        Resource: 'arn:aws:s3:::my-bucket/data exports/*',
      }),
    ]);
  });

  test('takes in what is wished for', () => {
    const { Statement } = JSON.parse(accessPolicies(AWS, true)[0]!.text) as Policy;
    expect(Statement[0]!.Action).toEqual(
      expect.arrayContaining(['s3:GetObject', 's3:DeleteObject', 's3:AbortMultipartUpload']),
    );
  });

  test('of a role comes with whom it trusts', () => {
    const [, trust] = accessPolicies({ ...AWS, access: 'role' }, false);
    const { Statement } = JSON.parse(trust!.text) as Policy;
    expect(Statement[0]).toMatchObject({
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: { StringEquals: { 'accounts.google.com:oaud': 'langsmith-bulk-export' } },
    });
  });

  test('of Google is a role of its own, bound to the prefix', () => {
    const [role] = accessPolicies({ ...AWS, provider: 'gcs' }, false);
    expect(role!.text).toContain('--permissions=storage.objects.create\n');
    expect(role!.text).toContain('buckets/my-bucket/objects/data exports/');
  });
});

describe('the commands', () => {
  test('try the same access at Amazon', () => {
    expect(accessCommands(AWS).split('\n')).toEqual([
      'export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE',
      'export AWS_SECRET_ACCESS_KEY=YOUR_SECRET_ACCESS_KEY',
      'export AWS_SESSION_TOKEN=YOUR_SESSION_TOKEN',
      'export AWS_DEFAULT_REGION=eu-central-1',
      '',
      '# LangSmith writes a file like this one, and tries to delete it',
      'echo test > test.txt',
      "aws s3 cp test.txt 's3://my-bucket/data exports/tmp/test.txt'",
      "aws s3 rm 's3://my-bucket/data exports/tmp/test.txt'",
    ]);
  });

  test('go to the endpoint, in its style', () => {
    const text = accessCommands(MINIO);
    expect(text).toContain('aws s3 --endpoint-url https://minio.example.com:9000 cp test.txt');
    expect(text).toContain('aws configure set default.s3.addressing_style path');
  });

  test.each([
    ["a bucket that tries to escape'; rm -rf /", { bucket: "x'; rm -rf /" }],
    ['an endpoint that tries to', { endpoint: 'https://x.example/$(reboot)' }],
    ['a key that tries to', { accessKeyId: '`reboot`' }],
  ])('quote %s', (_what, change) => {
    const text = accessCommands({ ...MINIO, ...change });
    for (const line of text.split('\n')) {
      const bare = line.replace(/'[^']*'|\\'/g, '');
      expect(bare).not.toMatch(/[;`$]/);
    }
  });
});

test('nothing that is shown holds a secret; what is sent does', () => {
  const shown = JSON.stringify([shownDestinationBody(AWS), accessCommands(AWS), accessPolicies(AWS, true)]);
  expect(shown).not.toContain('never-show');
  expect(destinationBody(AWS)).toEqual({
    destination_type: 's3',
    display_name: 'Mine',
    config: {
      bucket_name: 'my-bucket',
      prefix: 'data exports',
      region: 'eu-central-1',
      include_bucket_in_prefix: true,
    },
    credentials: {
      access_key_id: 'AKIAIOSFODNN7EXAMPLE',
      secret_access_key: SECRET,
      session_token: 'never-show-that',
    },
  });
});

test.each([
  ['role', { access: 'role', roleArn: 'arn:aws:iam::1:role/x' }, 'arn:aws:iam::1:role/x'],
  ['environment', { access: 'environment' }, undefined],
] as const)('with %s access no keys are sent', (_what, change, arn) => {
  const body = destinationBody({ ...AWS, ...change });
  expect(body.credentials).toBeUndefined();
  expect(body.config.aws_role_arn).toBe(arn);
});
