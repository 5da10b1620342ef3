import { expect, test } from 'vitest';
import { appUrlOf, isCloud, readBaseUrl, resolveAgainst, rootOf, v1Base, v2Base } from './paths.ts';

test.each([
  ['https://api.smith.langchain.com', 'https://api.smith.langchain.com'],
  ['https://api.smith.langchain.com/', 'https://api.smith.langchain.com'],
  ['  eu.api.smith.langchain.com ', 'https://eu.api.smith.langchain.com'],
  ['https://smith.langchain.com/o/t/projects/p/x?tab=1', 'https://api.smith.langchain.com'],
  ['https://apac.smith.langchain.com', 'https://apac.api.smith.langchain.com'],
  ['https://host/api/v1', 'https://host'],
  ['https://host/api/v1/', 'https://host'],
  ['https://host/api', 'https://host'],
  ['https://host/api/v2', 'https://host'],
  ['https://host/langsmith/api/v1', 'https://host/langsmith'],
  ['https://host/langsmith', 'https://host/langsmith'],
  ['https://host/langsmith/o/tenant/projects/p/1', 'https://host/langsmith'],
  ['localhost:1984', 'http://localhost:1984'],
  ['127.0.0.1:1984/api/v1', 'http://127.0.0.1:1984'],
  ['https://host/myapi', 'https://host/myapi'],
  ['https://host/?a=b#c', 'https://host'],
])('%s is %s', (typed, url) => {
  expect(readBaseUrl(typed)).toMatchObject({ kind: 'ok', url });
});

test.each([
  ['', /Enter/],
  ['ftp://host', /http/],
  ['http://', /not an address/],
  ['https://me:pw@host', /password/],
  ['lsv2_pt_0123456789abcdef', /API key/],
  ['https://host/?key=lsv2_sk_0123456789abcdef', /API key/],
])('refuses %s', (typed, reason) => {
  const answer = readBaseUrl(typed);
  expect(answer).toMatchObject({ kind: 'refused', reason: expect.stringMatching(reason) });
});

test('what was changed is said', () => {
  expect(readBaseUrl('https://eu.smith.langchain.com/?x=1')).toMatchObject({
    notes: [expect.stringContaining('eu.api.smith.langchain.com'), expect.stringContaining('?')],
  });
  expect(readBaseUrl('https://host')).toMatchObject({ notes: [] });
});

test.each([
  ['https://host', 'https://host/api/v1', 'https://host/api/v2'],
  ['https://host/api/v1', 'https://host/api/v1', 'https://host/api/v2'],
  ['https://host/api', 'https://host/api/v1', 'https://host/api/v2'],
  ['https://host/sub/api/v1/', 'https://host/sub/api/v1', 'https://host/sub/api/v2'],
])('routes of %s', (base, v1, v2) => {
  expect(v1Base(base)).toBe(v1);
  expect(v2Base(base, '/api/v2')).toBe(v2);
  expect(v2Base(base, '/v2')).toBe(`${rootOf(base)}/v2`);
});

test.each([
  ['https://api.smith.langchain.com', 'https://smith.langchain.com', true],
  ['https://eu.api.smith.langchain.com/api/v1', 'https://eu.smith.langchain.com', true],
  ['https://aws.api.smith.langchain.com', 'https://aws.smith.langchain.com', true],
  ['https://ls.example.com/sub/api/v1', 'https://ls.example.com/sub', false],
  ['http://localhost:1984', 'http://localhost:3000', false],
  ['https://api.smith.langchain.com.evil.example', 'https://api.smith.langchain.com.evil.example', false],
])('app of %s', (base, app, cloud) => {
  expect(appUrlOf(base)).toBe(app);
  expect(isCloud(base)).toBe(cloud);
});

test.each([
  ['https://s3.example/x?sig=1', 'https://s3.example/x?sig=1'],
  ['/public/download?jwt=1', 'https://host/sub/api/v1/public/download?jwt=1'],
  ['attachments/1', 'https://host/sub/api/v1/attachments/1'],
  ['/api/v1/attachments/1', 'https://host/sub/api/v1/attachments/1'],
  ['//other.example/x', 'https://other.example/x'],
])('attachment %s', (address, expected) => {
  expect(resolveAgainst('https://host/sub/api/v1', address).href).toBe(expected);
});
