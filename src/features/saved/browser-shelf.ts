/**
 * Saved filters in this browser. Every operation reads what is stored now: other tabs write here too. What
 * cannot be read stays as it is and is told.
 */
import { isRecord } from '../../lib/is-record.ts';
import type { SavedDraft, SavedFilter, Shelf, ShelfList } from './saved-filter.ts';
import { printQuery, readQuery } from './saved-query.ts';

export const STORAGE_KEY = 'runlens:saved-filters';
const VERSION = 1;

export interface BrowserShelfParts {
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly now: () => number;
  readonly newId: () => string;
}

type Entry = Readonly<Record<string, unknown>>;

type Stored =
  | { readonly kind: 'ok'; readonly entries: readonly unknown[] }
  | { readonly kind: 'damaged'; readonly text: string }
  | { readonly kind: 'newer' };

export function browserShelf({ storage, now, newId }: BrowserShelfParts): Shelf {
  const read = () => readStored(storage.getItem(STORAGE_KEY));
  const entriesOf = (stored: Stored) => (stored.kind === 'ok' ? stored.entries : []);

  /** `next` sees all entries, the unreadable ones too. */
  function change(next: (entries: readonly unknown[]) => readonly unknown[]): void {
    const stored = read();
    if (stored.kind === 'newer') throw new Error(NEWER);
    // Nobody may find later that saving one filter destroyed what could perhaps be rescued.
    const text = JSON.stringify({ version: VERSION, filters: next(entriesOf(stored)) });
    if (stored.kind === 'damaged') put(freeDamagedKey(storage), stored.text);
    put(STORAGE_KEY, text);
  }

  function put(key: string, text: string): void {
    try {
      storage.setItem(key, text);
    } catch (error) {
      throw new Error(FULL, { cause: error });
    }
  }

  function replace(id: string, make: (entry: Entry) => Entry): SavedFilter {
    let made: SavedFilter | undefined;
    change((entries) =>
      entries.map((entry) => {
        if (!isRecord(entry) || entry['id'] !== id) return entry;
        const next = { ...make(entry), changedAt: now() };
        made = savedFromEntry(next);
        return next;
      }),
    );
    if (!made) throw new Error('This saved filter is gone: another tab deleted it.');
    return made;
  }

  return {
    place: 'browser',
    list: async (): Promise<ShelfList> => ({ ...listed(read()), damaged: damagedTexts(storage) }),
    async forgetDamaged() {
      for (const key of damagedKeys(storage)) storage.removeItem(key);
    },
    get: async (id) => listed(read()).filters.find((saved) => saved.id === id),
    async create(draft) {
      const entry = { id: newId(), ...entryOf(draft), changedAt: now() };
      change((entries) => [...entries, entry]);
      return savedFromEntry(entry)!;
    },
    update: async (id, draft) => replace(id, (entry) => ({ ...entry, ...entryOf(draft) })),
    rename: async ({ id }, name, description) => replace(id, (entry) => ({ ...entry, name, description })),
    remove: async (id) =>
      change((entries) => entries.filter((entry) => !isRecord(entry) || entry['id'] !== id)),
  };
}

const NEWER =
  'The saved filters of this browser were written by a newer Runlens. They are not touched; reload the page.';

const FULL =
  'The browser keeps no more for this page: its storage is full or switched off. Export what is saved here, delete some of it, and save again.';

type Readable = Pick<Storage, 'getItem'>;

/** Copies that were put aside, oldest first; each damage has its own. */
const damagedKey = (count: number) => `${STORAGE_KEY}.damaged${count === 1 ? '' : `-${count}`}`;

function damagedKeys(storage: Readable): readonly string[] {
  const keys: string[] = [];
  while (storage.getItem(damagedKey(keys.length + 1)) !== null) keys.push(damagedKey(keys.length + 1));
  return keys;
}

const freeDamagedKey = (storage: Readable) => damagedKey(damagedKeys(storage).length + 1);

const damagedTexts = (storage: Readable) => damagedKeys(storage).map((key) => storage.getItem(key) ?? '');

function readStored(text: string | null): Stored {
  if (text === null) return { kind: 'ok', entries: [] };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'damaged', text };
  }
  if (!isRecord(value) || !Array.isArray(value['filters'])) return { kind: 'damaged', text };
  if (typeof value['version'] === 'number' && value['version'] > VERSION) return { kind: 'newer' };
  return { kind: 'ok', entries: value['filters'] };
}

function listed(stored: Stored): Pick<ShelfList, 'filters' | 'problems'> {
  if (stored.kind === 'newer') return { filters: [], problems: [NEWER] };
  if (stored.kind === 'damaged')
    return {
      filters: [],
      problems: [
        'The saved filters of this browser are damaged. They are put aside, as they are, when you save the next one.',
      ],
    };
  const filters = stored.entries.flatMap((entry) => savedFromEntry(entry) ?? []);
  const lost = stored.entries.length - filters.length;
  return {
    filters,
    problems:
      lost === 0
        ? []
        : [`${lost} of the saved filters of this browser cannot be read. They are kept as they are.`],
  };
}

const entryOf = ({ name, description, query }: SavedDraft) => ({
  name,
  description,
  link: printQuery(query),
  keepsWindow: query.window === undefined,
});

function savedFromEntry(entry: unknown): SavedFilter | undefined {
  if (!isRecord(entry)) return undefined;
  const { id, name, description, link, keepsWindow, changedAt } = entry;
  if (typeof id !== 'string' || typeof name !== 'string' || typeof link !== 'string') return undefined;
  const read = readQuery(link, keepsWindow === true);
  return {
    place: 'browser',
    id,
    name,
    description: typeof description === 'string' ? description : '',
    content:
      read.kind === 'ok'
        ? { kind: 'query', query: read.query }
        : { kind: 'unreadable', reason: read.reason, texts: [['Link', link]] },
    remarks: read.kind === 'ok' ? read.remarks : [],
    version: JSON.stringify(entry),
    ...(typeof changedAt === 'number' ? { changedAt } : {}),
  };
}
