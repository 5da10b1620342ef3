/** Refusals that are about where the store is and how the bucket is addressed. */
import { shellLiteral } from '../../../lib/shell-text.ts';
import { accessCommands } from './access-commands.ts';
import { corsPolicy } from './access-cors.ts';
import { bucketOf, endpointOf } from './access-place.ts';
import { type DestinationDraft, PROVIDERS } from './destination-draft.ts';
import type { Writer } from './destination-writer.ts';
import { type Cause, remedy } from './explain-cause.ts';

/** A browser says "no answer" for everything, so what it hides most often comes first. */
export function endpointCauses(draft: DestinationDraft, writer: Writer): readonly Cause[] {
  return writer.kind === 'browser'
    ? [corsCause(draft, writer.origin), ...browserCauses(draft)]
    : serverCauses(draft);
}

function corsCause(draft: DestinationDraft, origin: string): Cause {
  return {
    sentence: `The bucket does not allow this page, ${origin}, to write (CORS): then the browser stops the request, whatever the keys may do.`,
    ...remedy('Let this page write', corsPolicy(draft, origin).text),
  };
}

function browserCauses(draft: DestinationDraft): readonly Cause[] {
  const { provider, endpoint } = draft;
  if (provider === 'aws')
    return [
      {
        sentence: 'The region has another name, or the bucket is in another one.',
        field: 'region',
        ...remedy('Which region is it in? This needs no keys', regionCommand(draft)),
      },
      { sentence: 'The bucket’s name is spelt differently, or it was never created.', field: 'bucket' },
    ];
  return [
    addressCause(draft),
    ...(/^http:(?!\/\/(?:localhost|127\.0\.0\.1)(?:[:/]|$))/.test(endpoint)
      ? [
          {
            sentence: 'This page may ask plain http:// of this machine only; everything else needs https://.',
            field: 'endpoint' as const,
          },
        ]
      : []),
    {
      sentence: 'This browser cannot reach it: a private network, or a certificate that it does not trust.',
      field: 'endpoint',
    },
  ];
}

function serverCauses(draft: DestinationDraft): readonly Cause[] {
  const { provider, endpoint } = draft;
  if (provider === 'aws')
    return [
      {
        sentence: 'There is no region of this name, or it is not switched on for the account.',
        field: 'region',
        ...remedy('Which region is it in? This needs no keys', regionCommand(draft)),
      },
      {
        sentence:
          'The server cannot reach Amazon: a firewall, or a proxy of its own. On a self-hosted server, ask whoever runs it.',
      },
    ];
  return [
    addressCause(draft),
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

function addressCause(draft: DestinationDraft): Cause {
  const { endpointExample } = PROVIDERS[draft.provider];
  return {
    sentence: `The address is not the store’s S3 interface; it looks like ${endpointExample}.`,
    field: 'endpoint',
    ...remedy(
      'What answers there? A store says <Error> or <ListAllMyBucketsResult>',
      `curl --silent --show-error ${shellLiteral(`${endpointOf(draft)}/`)}`,
    ),
  };
}

/** Amazon says the region of any bucket in a header, also to strangers, and 404 where there is none. */
export function regionCommand(draft: DestinationDraft): string {
  const host = draft.region.startsWith('cn-') ? `s3.${draft.region}.amazonaws.com.cn` : 's3.amazonaws.com';
  return `curl --silent --head ${shellLiteral(`https://${host}/${bucketOf(draft)}`)} | grep -i -e '^HTTP' -e '^x-amz-bucket-region'`;
}

export function regionCauses(draft: DestinationDraft): readonly Cause[] {
  if (draft.provider !== 'aws')
    return [
      {
        sentence: 'The store has a region of its own name; ask whoever runs it.',
        ...(draft.provider === 'gcs' ? {} : { field: 'region' as const }),
      },
      { sentence: 'The endpoint is that of another region.', field: 'endpoint' },
    ];
  return [
    {
      sentence: 'Put in the region that Amazon says.',
      field: 'region',
      ...remedy('Which region is it in? This needs no keys', regionCommand(draft)),
    },
  ];
}

export function addressingCauses(draft: DestinationDraft): readonly Cause[] {
  const { addressing, provider } = draft;
  const other = addressing === 'virtual' ? 'path' : 'virtual';
  return [
    {
      sentence: `Change the addressing style to ${other}; some stores take only one of the two (Volcengine TOS: virtual).`,
      field: 'addressing',
      ...(draft.access === 'role' || !draft.includesBucketInPrefix
        ? {}
        : remedy(`Does ${other} style work?`, accessCommands({ ...draft, addressing: other }))),
    },
    ...(provider === 'aws'
      ? [{ sentence: 'The name breaks a rule of Amazon’s: capitals, underscores.', field: 'bucket' as const }]
      : [
          {
            sentence:
              'The endpoint holds the bucket’s name already: take it out, or switch off “bucket in the prefix”.',
            field: 'endpoint' as const,
          },
        ]),
  ];
}
