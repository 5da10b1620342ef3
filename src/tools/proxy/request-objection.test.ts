import { expect, test } from 'vitest';
import { requestObjection } from './request-objection.ts';

const sameOrigin = { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'empty' };
const ask = (headers: Record<string, string>, remoteAddress: string | undefined = '127.0.0.1') =>
  requestObjection({ headers: { host: 'localhost:5174', ...headers }, remoteAddress });

test.each([
  ['a read of the page', sameOrigin],
  ['a write of the page', { ...sameOrigin, origin: 'http://localhost:5174' }],
  ['an older browser that only sends Origin', { origin: 'http://localhost:5174' }],
  ['an IPv4 name', { ...sameOrigin, host: '127.0.0.1:5174', origin: 'http://127.0.0.1:5174' }],
  ['an IPv6 name', { ...sameOrigin, host: '[::1]:5174' }],
  ['a localhost sub-domain', { ...sameOrigin, host: 'runlens.localhost' }],
])('passes %s', (_, headers) => {
  expect(ask(headers)).toBeUndefined();
});

test.each([
  ['a rebound name', { ...sameOrigin, host: 'evil.example:5174' }, 'localhost and 127.0.0.1'],
  ['a name that only begins well', { ...sameOrigin, host: 'localhost.evil.example' }, 'localhost and'],
  ['an address that only looks local', { ...sameOrigin, host: '127.0.0.1.evil.example' }, 'localhost and'],
  ['no name', { ...sameOrigin, host: '' }, 'localhost and'],
  ['another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'empty' }, 'serves itself'],
  ['another port', { 'sec-fetch-site': 'same-site', 'sec-fetch-dest': 'empty' }, 'serves itself'],
  ['a typed address', { 'sec-fetch-site': 'none', 'sec-fetch-dest': 'document' }, 'serves itself'],
  ['a script of the page', { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'script' }, 'serves itself'],
  ['another origin', { ...sameOrigin, origin: 'http://localhost:9999' }, 'serves itself'],
  ['an opaque origin', { origin: 'null' }, 'serves itself'],
  ['a program that says nothing', {}, 'serves itself'],
])('refuses %s', (_, headers, sentence) => {
  expect(ask(headers)).toContain(sentence);
});

test.each(['192.168.0.7', '::ffff:10.0.0.1', undefined])('refuses a connection from %s', (remoteAddress) => {
  expect(requestObjection({ headers: { host: 'localhost', ...sameOrigin }, remoteAddress })).toContain(
    'its own machine',
  );
});

test.each(['::1', '::ffff:127.0.0.1'])('passes a connection from %s', (remoteAddress) => {
  expect(ask(sameOrigin, remoteAddress)).toBeUndefined();
});
