/** Who took part in threads, from their root runs: busy threads must not hide the quiet ones. */
import type { Run } from '../../contract/run.ts';

export interface ThreadUsers {
  readonly users: Readonly<Record<string, readonly string[]>>;
  /** Not every turn of these was looked at: there may be more users, or some. All others are told whole. */
  readonly unsure: readonly string[];
}

export interface AskedThread {
  readonly threadId: string;
  /** As the list counts them; undefined = a part of them was counted. */
  readonly turns: number | undefined;
}

interface RootPage {
  readonly rows: readonly Run[];
  readonly nextCursor?: string | undefined;
}

/** Newest root runs of these threads. */
export type AskRoots = (threadIds: readonly string[], cursor: string | undefined) => Promise<RootPage>;

/** Requests for one set of threads. */
export const MOST_PAGES = 4;

export async function lookForUsers(ask: AskRoots, threads: readonly AskedThread[]): Promise<ThreadUsers> {
  const users = new Map<string, Set<string>>();
  const seen = new Map<string, Set<string>>();
  const ended = new Set<string>();
  const turnsSeen = (id: string) => seen.get(id)?.size ?? 0;
  const openThreads = () =>
    threads.filter(({ threadId, turns = Infinity }) => !ended.has(threadId) && turnsSeen(threadId) < turns);
  let open = openThreads();
  let asked: readonly string[] = idsOf(open);
  let cursor: string | undefined;
  for (let pages = 0; pages < MOST_PAGES && open.length > 0; pages += 1) {
    // oxlint-disable-next-line no-await-in-loop -- what is asked next depends on what was found
    const page = await ask(asked, cursor);
    for (const run of page.rows) note(run, seen, users);
    if (page.nextCursor === undefined) for (const id of asked) ended.add(id);
    open = openThreads();
    const next = mostWanted(open, turnsSeen, users);
    cursor = next.join('\n') === asked.join('\n') ? page.nextCursor : undefined;
    asked = next;
  }
  return {
    users: Object.fromEntries([...users].map(([id, names]) => [id, [...names]])),
    unsure: idsOf(open),
  };
}

const idsOf = (threads: readonly AskedThread[]) => threads.map(({ threadId }) => threadId);

/** Those that nothing is known of, then those without a user, then those that may have more. */
function mostWanted(
  open: readonly AskedThread[],
  turnsSeen: (id: string) => number,
  users: ReadonlyMap<string, unknown>,
): readonly string[] {
  const ids = idsOf(open);
  const unseen = ids.filter((id) => turnsSeen(id) === 0);
  const nameless = ids.filter((id) => !users.has(id));
  return [unseen, nameless].find((some) => some.length > 0) ?? ids;
}

/** Ids of users, as programs write them. */
const USER_KEYS = ['user_id', 'userId', 'user', 'ls_user_id'];

function note(
  { id, threadId, metadata }: Run,
  seen: Map<string, Set<string>>,
  users: Map<string, Set<string>>,
): void {
  if (threadId === undefined) return;
  seen.set(threadId, (seen.get(threadId) ?? new Set()).add(id));
  const user = USER_KEYS.map((key) => metadata?.[key]).find((value) => value !== undefined && value !== null);
  if (user === undefined) return;
  const text = typeof user === 'string' ? user : JSON.stringify(user);
  users.set(threadId, (users.get(threadId) ?? new Set()).add(text));
}
