import { describe, expect, test } from 'vitest';
import { accessCommands } from './access-commands.ts';
import { corsPolicy } from './access-cors.ts';
import { grantCommands } from './access-grant.ts';
import { accessPolicy } from './access-policy.ts';
import { trustPolicy } from './access-trust.ts';
import { destinationBody, shownDestinationBody } from './destination-body.ts';
import { type DestinationDraft, EMPTY_DESTINATION, withProvider } from './destination-draft.ts';
import { destinationRequest } from './destination-request.ts';
import type { Writer } from './destination-writer.ts';

const SERVER: Writer = { kind: 'server', url: 'https://api.smith.langchain.com', workspaceId: 'w-1' };
const ORIGIN = 'https://runlens.example';

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

const GCS: DestinationDraft = { ...withProvider(AWS, 'gcs'), accessKeyId: 'GOOG1EABCDEFGHIJKL' };
const ROLE: DestinationDraft = { ...AWS, access: 'role', roleArn: 'arn:aws:iam::123456789012:role/team/ls' };

describe('the policy', () => {
  test('allows the writing of objects under the prefix, and nothing else', () => {
    const { Version, Statement } = JSON.parse(accessPolicy(AWS, false)!.text) as Policy;
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
    const { Statement } = JSON.parse(accessPolicy(AWS, true)!.text) as Policy;
    expect(Statement[0]!.Action).toEqual(
      expect.arrayContaining(['s3:GetObject', 's3:DeleteObject', 's3:AbortMultipartUpload']),
    );
  });

  test.each([
    ['cn-north-1', 'aws', 'arn:aws-cn:s3:::my-bucket/'],
    ['us-gov-west-1', 'aws', 'arn:aws-us-gov:s3:::my-bucket/'],
    ['cn-north-1', 'minio', 'arn:aws:s3:::my-bucket/'],
  ] as const)('names the partition of %s at %s', (region, provider, arn) => {
    expect(accessPolicy({ ...AWS, region, provider }, false)!.text).toContain(arn);
  });

  test('of Google is a role of its own, bound to the prefix, which needs uniform access', () => {
    const { text, note } = accessPolicy(GCS, false)!;
    expect(text).toContain('--permissions=storage.objects.create\n');
    expect(text).toContain('buckets/my-bucket/objects/data exports/');
    expect(text).toContain('gcloud storage buckets update gs://my-bucket --uniform-bucket-level-access');
    expect(note).toContain('uniform bucket-level access');
    expect(accessPolicy({ ...GCS, prefix: '' }, false)!.text).not.toContain('uniform');
  });

  test('of Google parts its pairs by a sign that the prefix has not', () => {
    expect(accessPolicy({ ...GCS, prefix: 'a,b' }, false)!.text).toContain(
      `--condition='^|^title=langsmith-export|expression=`,
    );
  });
});

test.each([
  ['https://api.smith.langchain.com', '110136955440523778103', /US/],
  ['https://eu.api.smith.langchain.com', '110207823358662523645', /EU/],
  ['https://apac.api.smith.langchain.com', '105923862603785245337', /APAC/],
  ['https://aws.api.smith.langchain.com', '110136955440523778103', /not known as one of its regions/],
])('a role of %s trusts three subjects', (url, first, note) => {
  const trust = trustPolicy(url);
  const [statement] = (JSON.parse(trust.text) as Policy).Statement;
  expect(statement).toMatchObject({
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: {
        'accounts.google.com:oaud': 'langsmith-bulk-export',
        'accounts.google.com:sub': [first, expect.any(String), expect.any(String)],
      },
    },
  });
  expect(trust.note).toMatch(note);
});

describe('the commands', () => {
  test('try the same access at Amazon', () => {
    expect(accessCommands(AWS).split('\n')).toEqual([
      'unset AWS_PROFILE AWS_SESSION_TOKEN AWS_ENDPOINT_URL AWS_ENDPOINT_URL_S3',
      'export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE',
      'export AWS_SECRET_ACCESS_KEY=YOUR_SECRET_ACCESS_KEY',
      'export AWS_SESSION_TOKEN=YOUR_SESSION_TOKEN',
      'export AWS_REGION=eu-central-1 AWS_DEFAULT_REGION=eu-central-1',
      '',
      '# The list of buckets is more than an export needs: a refusal here alone is no fault',
      "aws s3 ls / || echo 'The list was refused'",
      '',
      '# LangSmith writes a file like this one, and tries to delete it',
      'echo test > test.txt',
      "aws s3 cp test.txt 's3://my-bucket/data exports/tmp/test.txt'",
      "aws s3 rm 's3://my-bucket/data exports/tmp/test.txt' || echo 'It may not be deleted, so it stays'",
    ]);
  });

  test('go to the endpoint, in its style, without checksums, and change nobody’s settings', () => {
    const text = accessCommands(MINIO);
    expect(text).toContain('aws s3 --endpoint-url https://minio.example.com:9000 cp test.txt');
    expect(text).toContain('addressing_style = path');
    expect(text).toContain('export AWS_CONFIG_FILE=langsmith-test.config');
    expect(text).toContain('export AWS_REQUEST_CHECKSUM_CALCULATION=when_required');
    expect(text).not.toContain('aws configure');
  });

  test.each(['minio', 'r2', 'other'] as const)('never go to Amazon for %s', (provider) => {
    const text = accessCommands({ ...MINIO, provider, endpoint: '' });
    expect(text.match(/aws s3 (?!--endpoint-url YOUR_ENDPOINT_URL)/)).toBeNull();
  });

  test.each([
    ['https://my-bucket.s3.example.com', 'https://s3.example.com', 'virtual'],
    ['https://s3.example.com/my-bucket/', 'https://s3.example.com', 'path'],
  ])('take the bucket out of %s, since the command line adds it', (endpoint, without, style) => {
    const text = accessCommands({ ...MINIO, endpoint, addressing: 'auto', includesBucketInPrefix: false });
    expect(text).toContain(`aws s3 --endpoint-url ${without} cp test.txt`);
    expect(text).toContain(`addressing_style = ${style}`);
  });

  test('write with curl to a domain of the bucket’s own', () => {
    const text = accessCommands({
      ...MINIO,
      endpoint: 'https://files.example.com',
      includesBucketInPrefix: false,
    });
    expect(text).toContain("--upload-file test.txt 'https://files.example.com/data%20exports/tmp/test.txt'");
    expect(text).not.toMatch(/aws s3/);
  });

  test('of a role ask about the very objects, and write nothing', () => {
    const text = accessCommands(ROLE);
    expect(text).toContain("--resource-arns 'arn:aws:s3:::my-bucket/data exports/tmp/test.txt'");
    expect(text).toContain('aws iam get-role --role-name ls ');
    expect(text).not.toMatch(/aws s3|AWS_ACCESS_KEY_ID/);
  });

  test.each<[string, Partial<DestinationDraft>]>([
    ["a bucket that tries to escape'; rm -rf /", { bucket: "x'; rm -rf /" }],
    ["a prefix that tries to: it's $(reboot)", { prefix: "it's $(reboot)/a,b" }],
    ['an endpoint that tries to', { endpoint: 'https://x.example/$(reboot)' }],
    ['a key that tries to', { accessKeyId: '`reboot`' }],
    ['a role that tries to', { roleArn: "arn:aws:iam::1:role/'; reboot" }],
    ['a region that tries to', { region: '; reboot' }],
  ])('quote %s', (_what, change) => {
    for (const base of [AWS, ROLE, MINIO, GCS, { ...MINIO, includesBucketInPrefix: false }]) {
      const draft = { ...base, ...change };
      const texts = [
        accessCommands(draft),
        grantCommands(draft) ?? '',
        corsPolicy(draft, ORIGIN).text,
        destinationRequest(draft, SERVER).replace('$LANGSMITH_API_KEY', ''),
      ];
      for (const text of texts) {
        const bare = text.replace(/'[^']*'|\\'/g, '');
        expect(bare).not.toMatch(/[;`$']/);
      }
    }
  });
});

describe('the rules for pages', () => {
  test('name this page and the two methods', () => {
    const { text } = corsPolicy(AWS, ORIGIN);
    const [, rules] = /--cors-configuration '([^']+)'/.exec(text)!;
    expect(JSON.parse(rules!)).toEqual({
      CORSRules: [expect.objectContaining({ AllowedOrigins: [ORIGIN], AllowedMethods: ['PUT', 'DELETE'] })],
    });
  });

  test.each([
    [GCS, 'gcloud storage buckets update gs://my-bucket --cors-file'],
    [MINIO, `cors_allow_origin=${ORIGIN}`],
    [
      { ...MINIO, provider: 'r2' as const },
      'aws s3api --endpoint-url https://minio.example.com:9000 put-bucket-cors',
    ],
  ])('are set in the words of the store (%#)', (draft, command) => {
    expect(corsPolicy(draft, ORIGIN).text).toContain(command);
  });
});

test('the request is the one that is sent, as curl', () => {
  const text = destinationRequest(AWS, SERVER);
  expect(text).toContain(
    "curl --request POST 'https://api.smith.langchain.com/api/v1/bulk-exports/destinations'",
  );
  expect(text).toContain("--header 'X-Tenant-Id: w-1'");
  const [, body] = /--data '([\s\S]+)'$/.exec(text)!;
  expect(JSON.parse(body!)).toEqual(shownDestinationBody(AWS));
});

test('nothing that is shown holds a secret; what is sent does', () => {
  const misplaced = { ...AWS, accessKeyId: 'never-show-this/wJalrXUtnFEMI/K7MDENGbPxRfiCY' };
  const shown = JSON.stringify(
    [AWS, misplaced, { ...AWS, accessKeyId: SECRET }].map((draft) => [
      destinationRequest(draft, SERVER),
      accessCommands(draft),
      grantCommands(draft),
      accessPolicy(draft, true),
    ]),
  );
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
  expect([body.config.aws_role_arn, body.aws_role_arn]).toEqual([arn, arn]);
});
