import { expect, test } from 'vitest';
import { bucketAddress, type BucketPlace, bucketUrl } from './bucket-address.ts';

const PLACE: BucketPlace = {
  bucket: 'b',
  endpoint: undefined,
  addressing: undefined,
  includesBucketInPrefix: true,
};
const outside = { includesBucketInPrefix: false };

test.each<[string, Partial<BucketPlace>, string | undefined, string, string]>([
  ['Amazon', {}, undefined, 'virtual', 'https://b.s3.eu-west-1.amazonaws.com'],
  ['Amazon by path', { addressing: 'path' }, undefined, 'path', 'https://s3.eu-west-1.amazonaws.com/b'],
  ['a store', { endpoint: 'http://h:9000/' }, 'http://h:9000', 'path', 'http://h:9000/b'],
  ['by host', { endpoint: 'https://h', addressing: 'virtual' }, 'https://h', 'virtual', 'https://b.h'],
  ['without a scheme', { endpoint: 'h.com' }, 'h.com', 'path', 'https://h.com/b'],
  ['the bucket in the host', { endpoint: 'https://b.h', ...outside }, 'https://h', 'virtual', 'https://b.h'],
  ['the bucket in the path', { endpoint: 'https://h/b/', ...outside }, 'https://h', 'path', 'https://h/b'],
])('%s', (_what, change, endpoint, style, url) => {
  const address = bucketAddress({ ...PLACE, ...change });
  expect(address).toEqual({ endpoint, style, note: '' });
  expect(bucketUrl('b', address, 'eu-west-1')).toBe(url);
});

test('an endpoint that is the bucket under another name is left to the person', () => {
  const { endpoint, note } = bucketAddress({ ...PLACE, endpoint: 'https://data.example.com', ...outside });
  expect(endpoint).toContain('YOUR_STORE_ENDPOINT');
  expect(note).toMatch(/data\.example\.com.*YOUR_STORE_ENDPOINT/);
});
