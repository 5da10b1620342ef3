import { expect, test } from 'vitest';
import type { Run } from '../../contract/run.ts';
import { type AskRoots, lookForUsers, MOST_PAGES } from './thread-users.ts';

const PAGE = 3;
const run = (threadId: string, user?: string) =>
  ({ threadId, metadata: user === undefined ? {} : { user_id: user } }) as unknown as Run;

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

test('a busy thread does not hide a quiet one', async () => {
  const { ask, requests } = server([...many(50, 'busy', 'u1'), run('quiet', 'u0')]);
  expect(await lookForUsers(ask, ['busy', 'quiet'])).toEqual({
    users: { busy: ['u1'], quiet: ['u0'] },
    unsure: [],
  });
  expect(requests).toEqual(['busy,quiet@0', 'quiet@0']);
});

test('a busy thread without users does not hide a quiet one, and is not said to have none', async () => {
  const { ask, requests } = server([...many(50, 'busy'), run('quiet', 'u0')]);
  expect(await lookForUsers(ask, ['busy', 'quiet'])).toEqual({ users: { quiet: ['u0'] }, unsure: ['busy'] });
  expect(requests).toHaveLength(MOST_PAGES);
});

test('threads whose every turn was seen have no users', async () => {
  const { ask, requests } = server([...many(2, 'a'), ...many(3, 'b', 'x'), ...many(2, 'c')]);
  expect(await lookForUsers(ask, ['a', 'b', 'c'])).toEqual({ users: { b: ['x'] }, unsure: [] });
  expect(requests).toEqual(['a,b,c@0', 'c@0', 'a@0']);
});

test('all users of a page are told once', async () => {
  const { ask } = server([run('a', 'x'), run('a', 'y'), run('a', 'x')]);
  expect((await lookForUsers(ask, ['a'])).users).toEqual({ a: ['x', 'y'] });
});
