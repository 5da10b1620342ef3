/**
 * What a store's refusal means and what to do about it. LangSmith hands on the store's own words with
 * status 400 (CONTRACT §12.1); the five it documents are known here, everything else is shown as it came.
 */
import { type DestinationDraft, type DestinationField, PROVIDERS } from './destination-draft.ts';

export interface Refusal {
  /** What happened, in one sentence; for an unknown one, the server's words. */
  readonly title: string;
  /** The likeliest first. */
  readonly causes: readonly Cause[];
  readonly isKnown: boolean;
}

export interface Cause {
  readonly sentence: string;
  /** The box of the form to look at. */
  readonly field?: DestinationField;
}

type Place = Pick<DestinationDraft, 'provider' | 'access' | 'endpoint' | 'region' | 'addressing' | 'bucket'>;

interface Known {
  readonly words: RegExp;
  readonly title: string;
  readonly causes: (place: Place) => readonly Cause[];
}

/** The narrower first: "InvalidBucketName" is also about a bucket that is not valid. */
const KNOWN: readonly Known[] = [
  {
    words: /InvalidBucketName/i,
    title: 'The store does not take this bucket name in this form of address.',
    causes: addressingCauses,
  },
  {
    words: /key id you provided does not exist|InvalidAccessKeyId/i,
    title: 'The store does not know this key ID.',
    causes: keyCauses,
  },
  {
    words: /bucket is not valid|NoSuchBucket/i,
    title: 'The bucket is not there, or may not be written to.',
    causes: bucketCauses,
  },
  {
    words: /invalid endpoint|could not connect to the endpoint/i,
    title: 'Nothing that speaks S3 answers at this endpoint.',
    causes: endpointCauses,
  },
  {
    words: /access ?denied|forbidden|SignatureDoesNotMatch/i,
    title: 'The store knows the keys, but they may not write here.',
    causes: accessCauses,
  },
];

export function explainRefusal(message: string, place: Place): Refusal {
  const known = KNOWN.find(({ words }) => words.test(message));
  if (known) return { title: known.title, causes: known.causes(place), isKnown: true };
  const title = message.trim() === '' ? 'The server refused without a reason.' : message.trim();
  return {
    title,
    causes: [
      {
        sentence:
          'Run the commands below with the same access: the store’s own answer is longer than what LangSmith hands on.',
      },
    ],
    isKnown: false,
  };
}

function accessCauses({ provider, access }: Place): readonly Cause[] {
  const permission = provider === 'gcs' ? 'storage.objects.create' : 's3:PutObject';
  return [
    {
      sentence: `The permission ${permission} is missing for this bucket and prefix; the policy below has it.`,
      field: 'prefix',
    },
    ...(access === 'role'
      ? [
          {
            sentence: 'The role does not trust LangSmith: compare its trust policy with the one below.',
            field: 'roleArn' as const,
          },
        ]
      : [
          {
            sentence: `The ${PROVIDERS[provider].secretName.toLowerCase()} belongs to another key, or was cut while copying.`,
            field: 'secretAccessKey' as const,
          },
        ]),
    {
      sentence:
        'The bucket belongs to another account, or its own policy refuses (encryption, network, organisation rules).',
      field: 'bucket',
    },
    { sentence: 'Temporary keys have run out, or their session token is missing.', field: 'sessionToken' },
  ];
}

function bucketCauses({ provider, addressing }: Place): readonly Cause[] {
  return [
    { sentence: 'The bucket’s name is spelt differently, or it was never created.', field: 'bucket' },
    ...(provider === 'aws'
      ? [{ sentence: 'The bucket is in another region than the one given.', field: 'region' as const }]
      : [
          {
            sentence: 'The endpoint is another store than the one with this bucket.',
            field: 'endpoint' as const,
          },
        ]),
    ...(addressing === 'path' || provider === 'aws'
      ? []
      : [
          {
            sentence: 'The store wants the bucket in the path: choose path style.',
            field: 'addressing' as const,
          },
        ]),
    { sentence: 'The keys may read the bucket but not write to it.', field: 'accessKeyId' },
  ];
}

function keyCauses({ provider }: Place): readonly Cause[] {
  return [
    {
      sentence: `The ${PROVIDERS[provider].keyName.toLowerCase()} is mistyped, was deleted, or is switched off.`,
      field: 'accessKeyId',
    },
    ...(provider === 'gcs'
      ? [
          {
            sentence: 'Google’s S3 interface wants an HMAC key, not the key file of a service account.',
            field: 'accessKeyId' as const,
          },
        ]
      : []),
    {
      sentence: 'The key belongs to another store or account than the endpoint or region says.',
      field: provider === 'aws' ? 'region' : 'endpoint',
    },
  ];
}

function endpointCauses({ provider, endpoint }: Place): readonly Cause[] {
  if (provider === 'aws') return [{ sentence: 'Leave the endpoint out for Amazon S3.', field: 'endpoint' }];
  const example = PROVIDERS[provider].endpointExample;
  return [
    { sentence: `The address is not the store’s S3 interface; it looks like ${example}.`, field: 'endpoint' },
    ...(endpoint.startsWith('http:')
      ? [{ sentence: 'The store answers to https:// only.', field: 'endpoint' as const }]
      : []),
    {
      sentence:
        'LangSmith’s servers cannot reach it: a private network, a firewall, or a certificate that nobody else trusts.',
      field: 'endpoint',
    },
  ];
}

function addressingCauses({ addressing, provider }: Place): readonly Cause[] {
  const other = addressing === 'virtual' ? 'path' : 'virtual';
  return [
    {
      sentence: `Change the addressing style to ${other}; some stores take only one of the two (Volcengine TOS: virtual).`,
      field: 'addressing',
    },
    {
      sentence:
        'The endpoint holds the bucket’s name already: take it out, or switch off “bucket in the prefix”.',
      field: 'endpoint',
    },
    ...(provider === 'aws'
      ? [{ sentence: 'The name breaks a rule of Amazon’s: capitals, underscores.', field: 'bucket' as const }]
      : []),
  ];
}
