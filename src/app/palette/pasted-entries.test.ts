import { expect, test } from 'vitest';
import { defaultRunsScreen } from '../../url/defaults.ts';
import { pastedEntries } from './pasted-entries.ts';

const ID = '0190a3c2-1111-7222-8333-444455556666';
const OTHER = '0190a3c2-9999-7222-8333-444455556666';
const server = { kind: 'server', url: 'https://api.smith.langchain.com' } as const;
const base = { ...defaultRunsScreen(server), projects: [{ id: 'p' }] };
const go = (text: string) => pastedEntries(text, base, 0);
const HERE = 'deployment=https://api.smith.langchain.com';

test.each<[string, string, string[]]>([
  [
    'an id',
    ` ${ID.toUpperCase()} `,
    [`#/1/trace/${ID}?${HERE}`, `#/1/runs?${HERE}&project=${ID}`, `#/1/threads/${ID}?${HERE}&project=p`],
  ],
  [
    'an id without dashes, as which a thread may be named',
    ID.replaceAll('-', ''),
    [
      `#/1/trace/${ID}?${HERE}`,
      `#/1/runs?${HERE}&project=${ID}`,
      `#/1/threads/${ID.replaceAll('-', '')}?${HERE}&project=p`,
    ],
  ],
  ['a run of the API', `https://api.smith.langchain.com/api/v1/runs/${ID}`, [`#/1/trace/${ID}?${HERE}`]],
  [
    'a run of the API of another server',
    `https://ls.example/base/api/v2/runs/${ID}?project_id=${OTHER}`,
    [`#/1/trace/${ID}?deployment=https://ls.example/base&project=${OTHER}`],
  ],
  [
    'a LangSmith thread',
    `https://smith.langchain.com/o/${OTHER}/projects/p/${ID}/t/room-13`,
    [`#/1/threads/room-13?${HERE}&workspace=${OTHER}&project=${ID}&window=all`],
  ],
  [
    'experiments',
    `https://smith.langchain.com/o/${OTHER}/datasets/${ID}/compare?selectedSessions=${ID}`,
    [`#/1/runs?${HERE}&workspace=${OTHER}&project=${ID}&window=all`],
  ],
  [
    'a shared run',
    `https://smith.langchain.com/public/${OTHER}/r/${ID}`,
    [`#/1/trace/${ID}?${HERE}`, `https://smith.langchain.com/public/${OTHER}/r/${ID}`],
  ],
  ['a Runlens link', `https://x.example/app/#/1/trace/${ID}`, [`#/1/trace/${ID}`]],
  ['a newer Runlens link', 'https://x.example/#/9/runs?a=b', ['#/9/runs?a=b']],
  ['a compressed link', 'https://x.example/#/1/z/abc', ['#/1/z/abc']],
  [
    'a LangSmith run',
    `https://smith.langchain.com/o/${OTHER}/projects/p/${ID}/r/${OTHER}`,
    [`#/1/trace/${OTHER}?${HERE}&workspace=${OTHER}&project=${ID}`],
  ],
  [
    'a LangSmith list with a run open beside it',
    `https://smith.langchain.com/projects/p/${ID}?searchModel={"filter":"eq(is_root, true)"}&peek=${OTHER}`,
    [
      `#/1/trace/${OTHER}?${HERE}&project=${ID}`,
      `#/1/runs?${HERE}&project=${ID}&view=runs&filter=eq%28is_root,%20true%29`,
    ],
  ],
  ['words', 'slow runs', []],
  ['a filter', 'eq(name, "x")', []],
])('%s', (_, text, targets) => {
  expect(go(text).entries.map(({ target }) => target)).toEqual(targets);
});

test('a link without a workspace into this server keeps the connection', () => {
  const here = { ...base, deployment: { ...server, workspaceId: 'w' } };
  const [entry] = pastedEntries(`https://smith.langchain.com/r/${ID}`, here, 0).entries;
  expect(entry?.target).toBe(`#/1/trace/${ID}?${HERE}&workspace=w`);
});

test('a project that has the id comes first, by name', () => {
  const [first] = pastedEntries(ID, base, 0, { id: ID, name: 'newsroom' }).entries;
  expect(first).toMatchObject({
    label: 'Open the project',
    detail: 'newsroom',
    target: `#/1/runs?${HERE}&project=${ID}~newsroom`,
  });
});

test('a project that is pasted keeps the window', () => {
  const hour = { ...base, window: { kind: 'relative', seconds: 3600 }, filter: 'eq(name, "x")' } as const;
  const [first] = pastedEntries(ID, hour, 0, { id: ID }).entries;
  expect(first?.target).toBe(`#/1/runs?${HERE}&project=${ID}&window=1h`);
});

test('without one project the traces of a thread are listed', () => {
  const target = pastedEntries(ID, { ...base, projects: [] }, 0).entries.at(-1)?.target;
  expect(target).toMatch(/window=all&filter=and%28in%28metadata_key/);
  expect(target).toContain(`eq%28metadata_value,%20%22${ID}%22%29`);
});

test.each([
  ['a dataset', `https://smith.langchain.com/o/${OTHER}/datasets/${ID}`],
  ['a shared trace', `https://smith.langchain.com/public/${ID}/r`],
  ['a shared trace', `https://ls.example/public/${ID}/r`],
  ['an annotation queue', `https://smith.langchain.com/o/${OTHER}/annotation-queues/${ID}`],
])('a link to %s says that it has no screen here, and opens elsewhere', (what, link) => {
  const { entries, notes } = go(link);
  expect(entries).toMatchObject([{ detail: new URL(link).host, target: link }]);
  expect(notes.join()).toContain(`a link to ${what} in LangSmith, for which Runlens has no screen`);
});
