import { expect, test } from 'vitest';
import { langsmithPage } from './langsmith-pages.ts';

const A = '0190a3c2-1111-7222-8333-444455556666';
const B = '0190a3c2-9999-7222-8333-444455556666';
const deployment = { url: 'https://api.smith.langchain.com', workspaceId: B };
const HOST = 'https://smith.langchain.com';

test.each<[string, string, object | undefined]>([
  [
    'a thread',
    `${HOST}/o/${B}/projects/p/${A}/t/news%20room-13?tab=1`,
    { kind: 'thread', deployment, projectId: A, threadId: 'news room-13' },
  ],
  [
    'a thread whose name is no escape',
    `see ${HOST}/o/${B}/projects/p/${A}/t/100%`,
    { kind: 'thread', deployment, projectId: A, threadId: '100%' },
  ],
  [
    'experiments beside each other',
    `${HOST}/o/${B}/datasets/${A}/compare?selectedSessions=${A},${B}`,
    { kind: 'experiments', deployment, projectIds: [A, B] },
  ],
  [
    'a dataset',
    `${HOST}/o/${B}/datasets/${A}`,
    { kind: 'other', what: 'a dataset', href: `${HOST}/o/${B}/datasets/${A}` },
  ],
  [
    'a prompt without a scheme',
    `smith.langchain.com/o/${B}/prompts/x`,
    { kind: 'other', what: 'a prompt', href: `${HOST}/o/${B}/prompts/x` },
  ],
  [
    'a screen of tomorrow',
    `${HOST}/o/${B}/boards/x`,
    { kind: 'other', what: 'a screen', href: `${HOST}/o/${B}/boards/x` },
  ],
  [
    'a shared run',
    `${HOST}/public/${A}/r/${B}`,
    { kind: 'shared-run', runId: B, href: `${HOST}/public/${A}/r/${B}` },
  ],
  [
    'a shared dataset',
    `${HOST}/public/${A}/d`,
    { kind: 'other', what: 'a shared dataset', href: `${HOST}/public/${A}/d` },
  ],
  [
    'a shared trace',
    `${HOST}/public/${A}/r`,
    { kind: 'other', what: 'a shared trace', href: `${HOST}/public/${A}/r` },
  ],
  ['the API', 'https://api.smith.langchain.com/info', undefined],
  ['another site', 'https://example.com/datasets/1', undefined],
  ['words', 'slow runs', undefined],
])('%s', (_, text, page) => {
  expect(langsmithPage(text)).toEqual(page);
});
