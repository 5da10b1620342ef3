/** The bucket of a destination as the command lines of stores name it; what is not typed yet is a placeholder. */
import { type AddressingStyle, cleanPrefix, type DestinationDraft, PROVIDERS } from './destination-draft.ts';
import { shellWord } from '../../../lib/shell-text.ts';

type Place = Pick<DestinationDraft, 'bucket' | 'prefix'>;

export const bucketOf = ({ bucket }: Pick<Place, 'bucket'>): string => bucket.trim() || 'BUCKET';

/** `bucket/prefix/`: what all objects of an export begin with. */
export function folderOf(place: Place): string {
  const path = cleanPrefix(place.prefix);
  return `${bucketOf(place)}/${path === '' ? '' : `${path}/`}`;
}

/** Amazon's partitions of the world begin their ARNs differently; S3-compatible stores write `aws`. */
export function arnOf({ provider, region }: Pick<DestinationDraft, 'provider' | 'region'>, path: string) {
  const partition = /^(?:cn|us-gov)(?=-)/.exec(region.trim())?.[0];
  return `arn:aws${provider === 'aws' && partition !== undefined ? `-${partition}` : ''}:s3:::${path}`;
}

export interface StoreAddress {
  /** '' = Amazon's own. */
  readonly endpoint: string;
  readonly addressing: AddressingStyle;
}

/**
 * Where the AWS command line is sent. It always adds the bucket's name, so an endpoint that holds it already
 * loses it here; undefined where that cannot be done, as with a domain of the bucket's own.
 */
export function storeAddress(draft: DestinationDraft): StoreAddress | undefined {
  const endpoint = endpointOf(draft);
  const { addressing } = draft;
  if (draft.includesBucketInPrefix || !URL.canParse(endpoint)) return { endpoint, addressing };
  const { protocol, host, pathname } = new URL(endpoint);
  const bucket = bucketOf(draft);
  const path = pathname.replace(/\/$/, '');
  if (host.startsWith(`${bucket}.`))
    return { endpoint: `${protocol}//${host.slice(bucket.length + 1)}${path}`, addressing: 'virtual' };
  if (path.endsWith(`/${bucket}`))
    return { endpoint: `${protocol}//${host}${path.slice(0, -bucket.length - 1)}`, addressing: 'path' };
  return undefined;
}

export function endpointOf({ endpoint, provider }: DestinationDraft): string {
  const { endpoint: usual, needsEndpoint } = PROVIDERS[provider];
  return endpoint.trim().replace(/\/+$/, '') || usual || (needsEndpoint ? 'YOUR_ENDPOINT_URL' : '');
}

/** `aws s3` or `aws s3api`, sent to the store. */
export function awsWords(service: 's3' | 's3api', draft: DestinationDraft): string {
  const endpoint = storeAddress(draft)?.endpoint ?? endpointOf(draft);
  return endpoint === '' ? `aws ${service}` : `aws ${service} --endpoint-url ${shellWord(endpoint)}`;
}

/** A client signs for a region even where the store has none. */
export const signedRegion = ({ region, provider }: Pick<DestinationDraft, 'region' | 'provider'>): string =>
  region.trim() || (provider === 'r2' ? 'auto' : 'us-east-1');

/** What follows the last slash of a role's ARN. */
export const roleName = (roleArn: string): string => roleArn.trim().split('/').at(-1) || 'ROLE_NAME';

/** Readable and short: a list of words stays on one line. */
export const printJson = (value: object): string =>
  JSON.stringify(value, undefined, 2).replace(
    /\[\n\s+("[^[\]{}]*")\n\s+\]/g,
    (_list, words: string) => `[${words.replace(/\n\s+/g, ' ')}]`,
  );
