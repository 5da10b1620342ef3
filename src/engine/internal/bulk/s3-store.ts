/** An S3-compatible store over signed requests (AWS Signature Version 4). */
import { AwsV4Signer } from 'aws4fetch';
import { type ObjectStore, StorageError, type StorageRefusal } from './object-store.ts';

export interface S3Place {
  readonly bucket: string;
  readonly region: string | undefined;
  /** Undefined for Amazon. */
  readonly endpoint: string | undefined;
  readonly addressing: 'auto' | 'path' | 'virtual';
  /** False when the endpoint holds the bucket already. */
  readonly includesBucket: boolean;
}

export interface S3Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string | undefined;
}

type Send = (url: string, init: RequestInit) => Promise<Response>;

export function s3Store(place: S3Place, credentials: S3Credentials, send: Send): ObjectStore {
  const root = rootOf(place);
  // Stores without regions are signed for as Amazon's first one.
  const region = place.region || 'us-east-1';

  async function ask(method: 'PUT' | 'DELETE', key: string, bytes?: Uint8Array, signal?: AbortSignal) {
    const url = `${root}/${key.split('/').map(encodeURIComponent).join('/')}`;
    const signer = new AwsV4Signer({
      ...credentials,
      method,
      url,
      region,
      service: 's3',
      headers: { 'x-amz-content-sha256': await digestOf(bytes) },
    });
    const signed = await signer.sign();
    const response = await send(String(signed.url), {
      method,
      headers: signed.headers,
      credentials: 'omit',
      redirect: 'manual',
      ...(bytes ? { body: bytes as BodyInit } : {}),
      ...(signal ? { signal } : {}),
    }).catch((error: unknown) => {
      signal?.throwIfAborted();
      throw new StorageError('Invalid endpoint', true, { cause: error });
    });
    if (!response.ok) throw await refusalOf(response);
    await response.arrayBuffer();
  }

  return {
    bucket: place.bucket,
    put: (key, bytes, signal) => ask('PUT', key, bytes, signal),
    delete: (key, signal) => ask('DELETE', key, undefined, signal),
  };
}

/** Botocore's `auto`: the bucket in the host at Amazon, in the path at every other endpoint. */
function rootOf({ bucket, region, endpoint, addressing, includesBucket }: S3Place): string {
  if (endpoint === undefined) {
    const host = `s3.${region || 'us-east-1'}.amazonaws.com`;
    return addressing === 'path' ? `https://${host}/${bucket}` : `https://${bucket}.${host}`;
  }
  const root = endpoint.replace(/\/+$/, '');
  if (!includesBucket) return root;
  return addressing === 'virtual' ? root.replace('://', `://${bucket}.`) : `${root}/${bucket}`;
}

async function digestOf(bytes: Uint8Array = new Uint8Array()): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as BufferSource);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const WORDS: Readonly<Record<string, StorageRefusal>> = {
  AccessDenied: 'Access denied',
  AllAccessDisabled: 'Access denied',
  SignatureDoesNotMatch: 'Access denied',
  InvalidToken: 'Access denied',
  ExpiredToken: 'Access denied',
  NoSuchBucket: 'Bucket is not valid',
  PermanentRedirect: 'Bucket is not valid',
  InvalidAccessKeyId: 'Key ID you provided does not exist',
  InvalidBucketName: 'InvalidBucketName',
};

/** S3 says why in XML; an answer without it comes from something that is no store. */
async function refusalOf(response: Response): Promise<StorageError> {
  const text = await response.text().catch(() => '');
  const code = /<Code>([^<]{1,80})<\/Code>/.exec(text)?.[1];
  if (code === undefined) {
    const isBusy = response.status >= 500 || response.status === 429;
    return new StorageError(
      isBusy ? `The store answered with status ${response.status}` : 'Invalid endpoint',
      isBusy,
    );
  }
  const isBusy = response.status >= 500 || code === 'SlowDown';
  const message = /<Message>([^<]{1,300})<\/Message>/.exec(text)?.[1];
  return new StorageError(WORDS[code] ?? (message === undefined ? code : `${code}: ${message}`), isBusy);
}
