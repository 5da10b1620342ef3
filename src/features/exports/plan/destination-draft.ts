/** A destination as a form holds it: every box a text, whatever the provider needs of them (CONTRACT §12.1). */

export type Provider = 'aws' | 'gcs' | 'minio' | 'r2' | 'other';

/** `auto` leaves it to the client library; path and virtual say where the bucket's name stands in addresses. */
export type AddressingStyle = 'auto' | 'path' | 'virtual';

/** `environment`: the server's own (IRSA, instance profile); self-hosted only. */
export type Access = 'keys' | 'role' | 'environment';

export interface DestinationDraft {
  readonly provider: Provider;
  readonly displayName: string;
  readonly bucket: string;
  readonly prefix: string;
  readonly region: string;
  readonly endpoint: string;
  readonly addressing: AddressingStyle;
  readonly includesBucketInPrefix: boolean;
  readonly access: Access;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly roleArn: string;
}

export type DestinationField = Exclude<
  keyof DestinationDraft,
  'provider' | 'access' | 'includesBucketInPrefix'
>;

export interface ProviderFacts {
  readonly name: string;
  /** What stands in the box when the provider is chosen; '' = the person must know it. */
  readonly endpoint: string;
  readonly endpointExample: string;
  readonly needsEndpoint: boolean;
  readonly needsRegion: boolean;
  readonly regionExample: string;
  readonly keyName: string;
  readonly secretName: string;
}

export const PROVIDERS: Readonly<Record<Provider, ProviderFacts>> = {
  aws: {
    name: 'Amazon S3',
    endpoint: '',
    endpointExample: '',
    needsEndpoint: false,
    needsRegion: true,
    regionExample: 'us-east-1',
    keyName: 'Access key ID',
    secretName: 'Secret access key',
  },
  gcs: {
    name: 'Google Cloud Storage',
    endpoint: 'https://storage.googleapis.com',
    endpointExample: 'https://storage.googleapis.com',
    needsEndpoint: true,
    needsRegion: false,
    regionExample: '',
    keyName: 'HMAC access ID',
    secretName: 'HMAC secret',
  },
  minio: {
    name: 'MinIO',
    endpoint: '',
    endpointExample: 'https://minio.example.com:9000',
    needsEndpoint: true,
    needsRegion: false,
    regionExample: 'us-east-1',
    keyName: 'Access key',
    secretName: 'Secret key',
  },
  r2: {
    name: 'Cloudflare R2',
    endpoint: '',
    endpointExample: 'https://<account id>.r2.cloudflarestorage.com',
    needsEndpoint: true,
    // R2 takes `auto`; LangSmith's documents do not name R2, so this is its S3 documentation's word.
    needsRegion: false,
    regionExample: 'auto',
    keyName: 'Access Key ID',
    secretName: 'Secret Access Key',
  },
  other: {
    name: 'Another S3-compatible store',
    endpoint: '',
    endpointExample: 'https://s3.example.com',
    needsEndpoint: true,
    needsRegion: false,
    regionExample: '',
    keyName: 'Access key ID',
    secretName: 'Secret access key',
  },
};

export const EMPTY_DESTINATION: DestinationDraft = {
  provider: 'aws',
  displayName: '',
  bucket: '',
  prefix: '',
  region: '',
  endpoint: '',
  addressing: 'auto',
  includesBucketInPrefix: true,
  access: 'keys',
  accessKeyId: '',
  secretAccessKey: '',
  sessionToken: '',
  roleArn: '',
};

/** Another provider keeps what was typed, except for what belongs to the old one only. */
export function withProvider(draft: DestinationDraft, provider: Provider): DestinationDraft {
  if (provider === draft.provider) return draft;
  const before = PROVIDERS[draft.provider];
  const after = PROVIDERS[provider];
  const isTyped = draft.endpoint !== '' && draft.endpoint !== before.endpoint;
  return {
    ...draft,
    provider,
    endpoint: provider === 'aws' ? '' : isTyped ? draft.endpoint : after.endpoint,
    region: regionAt(draft, provider),
    access: provider === 'aws' || draft.access !== 'role' ? draft.access : 'keys',
  };
}

/** Google has no box for it, and Cloudflare’s `auto` is nobody else’s. */
function regionAt(draft: DestinationDraft, provider: Provider): string {
  if (provider === 'gcs') return '';
  if (provider === 'r2') return 'auto';
  return draft.provider === 'r2' && draft.region === 'auto' ? '' : draft.region;
}

/** The boxes that the form has for this provider and access, in its order. */
export function boxesOf({ provider, access }: DestinationDraft): readonly DestinationField[] {
  return [
    'displayName',
    'bucket',
    'prefix',
    ...(provider === 'gcs' ? [] : (['region'] as const)),
    ...(provider === 'aws' ? [] : (['endpoint'] as const)),
    ...(access === 'role' ? (['roleArn'] as const) : []),
    ...(access === 'keys' ? KEY_BOXES : []),
    'addressing',
  ];
}

export const KEY_BOXES = ['accessKeyId', 'secretAccessKey', 'sessionToken'] as const;

/** The path of the objects inside the bucket, without slashes at its ends. */
export const cleanPrefix = (prefix: string): string => prefix.trim().replace(/^\/+|\/+$/g, '');
