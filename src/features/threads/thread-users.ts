/** Who took part in threads, from their root runs: busy threads must not hide the quiet ones. */
import type { Run } from '../../contract/run.ts';

export interface ThreadUsers {
  readonly users: Readonly<Record<string, readonly string[]>>;
  /** No user was seen, and not every turn was looked at. All others without users have none. */
  readonly unsure: readonly string[];
}

interface RootPage {
  readonly rows: readonly Run[];
  readonly nextCursor?: string | undefined;
}

/** Newest root runs of these threads. */
export type AskRoots = (threadIds: readonly string[], cursor: string | undefined) => Promise<RootPage>;

/** Requests for one set of threads. */
export const MOST_PAGES = 4;

export async function lookForUsers(ask: AskRoots, threadIds: readonly string[]): Promise<ThreadUsers> {
  const users = new Map<string, Set<string>>();
  const seen = new Set<string>();
  const settled = new Set<string>();
  let asked = threadIds;
  let cursor: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    // oxlint-disable-next-line no-await-in-loop -- what is asked next depends on what was found
    const page = await ask(asked, cursor);
    for (const run of page.rows) note(run, seen, users);
    if (page.nextCursor === undefined) for (const id of asked) settled.add(id);
    const open = threadIds.filter((id) => !users.has(id) && !settled.has(id));
    if (open.length === 0) break;
    const unseen = open.filter((id) => !seen.has(id));
    const next = unseen.length > 0 ? unseen : open;
    cursor = next.join('\n') === asked.join('\n') ? page.nextCursor : undefined;
    asked = next;
  }
  return {
    users: Object.fromEntries([...users].map(([id, names]) => [id, [...names]])),
    unsure: threadIds.filter((id) => !users.has(id) && !settled.has(id)),
  };
}

/** Ids of users, as programs write them. */
const USER_KEYS = ['user_id', 'userId', 'user', 'ls_user_id'];

function note({ threadId, metadata }: Run, seen: Set<string>, users: Map<string, Set<string>>): void {
  if (threadId === undefined) return;
  seen.add(threadId);
  const user = USER_KEYS.map((key) => metadata?.[key]).find((value) => value !== undefined && value !== null);
  if (user === undefined) return;
  const text = typeof user === 'string' ? user : JSON.stringify(user);
  users.set(threadId, (users.get(threadId) ?? new Set()).add(text));
}
