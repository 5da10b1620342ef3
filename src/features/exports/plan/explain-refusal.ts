/**
 * What a store's refusal means and what to do about it. LangSmith hands on the store's own words with
 * status 400 (CONTRACT §12.1); the five it documents are known here, and some that stores add. Everything
 * else is shown as it came.
 */
import type { DestinationDraft } from './destination-draft.ts';
import type { Writer } from './destination-writer.ts';
import { accessCauses, bucketCauses, keyCauses, secretCauses } from './explain-access.ts';
import { addressingCauses, endpointCauses, regionCauses } from './explain-address.ts';
import type { Cause } from './explain-cause.ts';

export interface Refusal {
  /** What happened, in one sentence; for an unknown one, the server's words. */
  readonly title: string;
  /** The likeliest first. */
  readonly causes: readonly Cause[];
  readonly isKnown: boolean;
}

interface Known {
  readonly words: RegExp;
  readonly title: (draft: DestinationDraft, writer: Writer) => string;
  readonly causes: (draft: DestinationDraft, writer: Writer) => readonly Cause[];
}

/** The narrower first: "InvalidBucketName" is also about a bucket that is not valid. */
const KNOWN: readonly Known[] = [
  {
    words: /InvalidBucketName/i,
    title: () => 'The store does not take this bucket name in this form of address.',
    causes: addressingCauses,
  },
  {
    words: /key id you provided does not exist|InvalidAccessKeyId/i,
    title: () => 'The store does not know this key ID.',
    causes: keyCauses,
  },
  {
    words: /SignatureDoesNotMatch/i,
    title: () => 'The secret does not belong to the key.',
    causes: secretCauses,
  },
  {
    words: /PermanentRedirect|AuthorizationHeaderMalformed|IllegalLocationConstraint/i,
    title: () => 'The bucket is in another region than the one given.',
    causes: regionCauses,
  },
  {
    words: /bucket is not valid|NoSuchBucket/i,
    title: () => 'The bucket is not there, or may not be written to.',
    causes: bucketCauses,
  },
  {
    words: /invalid endpoint|could not connect to the endpoint/i,
    title: (_draft, { kind }) =>
      kind === 'browser'
        ? 'This browser got no answer of a store.'
        : 'Nothing that speaks S3 answers at this endpoint.',
    causes: endpointCauses,
  },
  {
    words: /access ?denied|forbidden|ExpiredToken|InvalidToken/i,
    title: ({ access }) => REFUSED[access],
    causes: accessCauses,
  },
  {
    words: /\bstatus 5\d\d\b|SlowDown|ServiceUnavailable|InternalError/i,
    title: () => 'The store is busy or out of order.',
    causes: () => [
      { sentence: 'Try again in a while. If it stays so, the commands say what the store answers.' },
    ],
  },
];

/** The same words come for a wrong secret and for a missing permission. */
const REFUSED = {
  keys: 'The store refused: the keys may not write here, or their secret is wrong.',
  role: 'The store refused: the role may not write here, or does not trust LangSmith.',
  environment: 'The store refused: the server’s own access may not write here.',
} as const;

export function explainRefusal(message: string, draft: DestinationDraft, writer: Writer): Refusal {
  const known = KNOWN.find(({ words }) => words.test(message));
  if (known) return { title: known.title(draft, writer), causes: known.causes(draft, writer), isKnown: true };
  const title = message.trim() === '' ? 'The server refused without a reason.' : message.trim();
  const sentence =
    'Try the same access by hand: the store’s own answer is longer than what a server hands on.';
  return { title, causes: [{ sentence }], isKnown: false };
}
