/** Where a client of S3 finds the bucket of a destination. */
import type { Destination } from '../../../contract/bulk-export.ts';

export interface BucketAddress {
  /** With its scheme and without the bucket; undefined for Amazon S3. */
  readonly endpoint: string | undefined;
  readonly style: 'path' | 'virtual';
  /** '' = nothing is left to the person. */
  readonly note: string;
}

export type BucketPlace = Pick<Destination, 'bucket' | 'endpoint' | 'addressing' | 'includesBucketInPrefix'>;

const PLACEHOLDER = 'https://YOUR_STORE_ENDPOINT';

/**
 * Botocore's `auto`: the bucket in the host at Amazon, in the path elsewhere. An endpoint that holds the bucket
 * already (`include_bucket_in_prefix: false`, CONTRACT §12.1) is taken apart: clients put the name in themselves.
 */
export function bucketAddress(place: BucketPlace): BucketAddress {
  const { bucket = '', addressing, includesBucketInPrefix } = place;
  if (place.endpoint === undefined) {
    return { endpoint: undefined, style: addressing === 'path' ? 'path' : 'virtual', note: '' };
  }
  const endpoint = place.endpoint.replace(/\/+$/, '');
  if (includesBucketInPrefix) {
    return { endpoint, style: addressing === 'virtual' ? 'virtual' : 'path', note: '' };
  }
  const [scheme, rest] = schemeAndRest(endpoint);
  if (rest.startsWith(`${bucket}.`)) {
    return { endpoint: `${scheme}://${rest.slice(bucket.length + 1)}`, style: 'virtual', note: '' };
  }
  if (rest.endsWith(`/${bucket}`)) {
    return { endpoint: `${scheme}://${rest.slice(0, -bucket.length - 1)}`, style: 'path', note: '' };
  }
  return {
    endpoint: PLACEHOLDER,
    style: 'path',
    note: `${endpoint} is this bucket under a name of its own. Clients want the store’s address: write it where YOUR_STORE_ENDPOINT stands.`,
  };
}

/** An endpoint without a scheme is taken for https, as clients do. */
export function schemeAndRest(endpoint: string): readonly [scheme: 'http' | 'https', rest: string] {
  const [, scheme = 'https', rest = ''] = /^(?:(https?):\/\/)?(.*)$/i.exec(endpoint) ?? [];
  return [scheme.toLowerCase() === 'http' ? 'http' : 'https', rest];
}

/** The address of the bucket itself. */
export function bucketUrl(bucket: string, { endpoint, style }: BucketAddress, region = 'us-east-1'): string {
  const [scheme, host] = schemeAndRest(endpoint ?? `https://s3.${region}.amazonaws.com`);
  return style === 'path' ? `${scheme}://${host}/${bucket}` : `${scheme}://${bucket}.${host}`;
}
