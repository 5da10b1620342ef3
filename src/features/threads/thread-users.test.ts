import { expect, test } from 'vitest';
import type { Run } from '../../contract/run.ts';
import { type AskRoots, lookForUsers, MOST_PAGES } from './thread-users.ts';

const PAGE = 3;
let made = 0;
const run = (threadId: string, user?: string) =>
  ({
    id: `r${(made += 1)}`,
    threadId,
    metadata: user === undefined ? {} : { user_id: user },
  }) as unknown as Run;

/** A server with these root runs, newest first, three to a page. */
function server(roots: readonly Run[]): { readonly ask: AskRoots; readonly requests: string[] } {
  const requests: string[] = [];
  const ask: AskRoots = (ids, cursor) => {
    requests.push(`${ids.join()}@${cursor ?? 0}`);
    const at = Number(cursor ?? 0);
    const matching = roots.filter(({ threadId }) => ids.includes(threadId!));
    const end = at + PAGE;
    return Promise.resolve({
      rows: matching.slice(at, end),
      nextCursor: end < matching.length ? String(end) : undefined,
    });
  };
  return { ask, requests };
}
const many = (count: number, threadId: string, user?: string) =>
  Array.from({ length: count }, () => run(threadId, user));

const asked = (turns: Readonly<Record<string, number | undefined>>) =>
  Object.entries(turns).map(([threadId, count]) => ({ threadId, turns: count }));

test('a busy thread does not hide a quiet one, and is not said to have only the users that were seen', async () => {
  const { ask, requests } = server([...many(50, 'busy', 'u1'), run('quiet', 'u0')]);
  expect(await lookForUsers(ask, asked({ busy: 50, quiet: 1 }))).toEqual({
    users: { busy: ['u1'], quiet: ['u0'] },
    unsure: ['busy'],
  });
  expect(requests.slice(0, 2)).toEqual(['busy,quiet@0', 'quiet@0']);
  expect(requests).toHaveLength(MOST_PAGES);
});

test('a busy thread without users does not hide a quiet one, and is not said to have none', async () => {
  const { ask, requests } = server([...many(50, 'busy'), run('quiet', 'u0')]);
  expect(await lookForUsers(ask, asked({ busy: 50, quiet: 1 }))).toEqual({
    users: { quiet: ['u0'] },
    unsure: ['busy'],
  });
  expect(requests).toHaveLength(MOST_PAGES);
});

test('a thread whose turns straddle two pages has the users of both', async () => {
  const { ask } = server([run('straddle', 'u9'), ...many(2, 'a', 'x'), run('straddle', 'u8')]);
  expect(await lookForUsers(ask, asked({ straddle: 2, a: 2 }))).toEqual({
    users: { straddle: ['u9', 'u8'], a: ['x'] },
    unsure: [],
  });
});

test('threads whose every turn was seen have no users, and are not asked about again', async () => {
  const { ask, requests } = server([...many(2, 'a'), ...many(3, 'b', 'x'), ...many(2, 'c')]);
  expect(await lookForUsers(ask, asked({ a: 2, b: 3, c: 2 }))).toEqual({ users: { b: ['x'] }, unsure: [] });
  expect(requests).toEqual(['a,b,c@0', 'c@0', 'b@0']);
});

test('a thread whose turns nobody counted is read to its end', async () => {
  const { ask } = server([run('a', 'x'), run('a', 'y'), run('a', 'x'), run('a', 'z')]);
  expect(await lookForUsers(ask, asked({ a: undefined }))).toEqual({
    users: { a: ['x', 'y', 'z'] },
    unsure: [],
  });
});
