/** What is known of all downloads: shown by a store, kept in IndexedDB. */
import { createStore } from 'zustand';
import type { RateBudget } from '../../../api/rate-budget.ts';
import { type DownloadRecord, isFinal } from '../record.ts';
import { lockOf } from './lock-name.ts';
import { otherTabs } from './other-tabs.ts';
import type { Waiting } from './persistently.ts';
import { recordStore } from './record-store.ts';
import type { Mark } from './speed.ts';

/** What is only true while this tab runs the download. */
export interface Live {
  readonly waiting?: Waiting;
  /** How far it was at its last saves. */
  readonly marks?: readonly Mark[];
  /** Rows written into the file. */
  readonly made?: number;
  readonly budget?: RateBudget;
}

export interface Download {
  readonly record: DownloadRecord;
  /** Undefined: nothing is done for it here and now. */
  readonly live?: Live;
  readonly isElsewhere?: boolean;
}

export interface DownloadsState {
  readonly isLoaded: boolean;
  /** Newest first. */
  readonly downloads: readonly Download[];
}

const newestFirst = (downloads: readonly Download[]): readonly Download[] =>
  downloads.toSorted((a, b) => b.record.startedAt - a.record.startedAt);

export function createDownloadList() {
  const store = createStore<DownloadsState>(() => ({ isLoaded: false, downloads: [] }));
  const records = recordStore();
  const find = (id: string) => store.getState().downloads.find(({ record }) => record.id === id);

  function show(id: string, change: (download: Download) => Download): void {
    store.setState(({ downloads }) => ({
      downloads: downloads.map((download) => (download.record.id === id ? change(download) : download)),
    }));
  }

  /** A tab that was closed left its downloads as they were: nobody runs them, unless another tab does. */
  async function load(): Promise<void> {
    const stored = await records.all();
    const { held = [] } = await navigator.locks.query();
    const names = new Set(held.map(({ name }) => name));
    const mine = store.getState().downloads;
    const known = new Set(mine.map(({ record }) => record.id));
    const others = stored
      .filter(({ id }) => !known.has(id))
      .map((record): Download => {
        const isElsewhere = !isFinal(record) && names.has(lockOf(record.id));
        return isElsewhere ? { record, isElsewhere } : { record };
      });
    store.setState({ isLoaded: true, downloads: newestFirst([...mine, ...others]) });
    for (const { record, isElsewhere } of others) if (isElsewhere) void followElsewhere(record.id);
  }

  const tabs = otherTabs((id) => void hear(id));

  function drop(id: string): void {
    store.setState(({ downloads }) => ({ downloads: downloads.filter(({ record }) => record.id !== id) }));
  }

  /** Another tab began, resumed, ended or removed a download. Mine are known better here. */
  async function hear(id: string): Promise<void> {
    const record = (await records.all()).find((kept) => kept.id === id);
    const { held = [] } = await navigator.locks.query();
    if (find(id)?.live) return;
    if (!record) {
      drop(id);
      return;
    }
    const isElsewhere = held.some(({ name }) => name === lockOf(id));
    const wasElsewhere = find(id)?.isElsewhere === true;
    const heard: Download = isElsewhere ? { record, isElsewhere } : { record };
    if (find(id)) show(id, () => heard);
    else store.setState(({ downloads }) => ({ downloads: newestFirst([...downloads, heard]) }));
    if (isElsewhere && !wasElsewhere) void followElsewhere(id);
  }

  /** Waits until the other tab lets go, then shows how far it came. */
  async function followElsewhere(id: string): Promise<void> {
    await navigator.locks.request(lockOf(id), async () => {
      const record = (await records.all()).find((kept) => kept.id === id);
      if (record) show(id, () => ({ record }));
      else drop(id);
    });
  }

  return {
    store,
    loaded: load(),
    find,
    show,
    showElsewhere(id: string): void {
      show(id, (download) => ({ ...download, isElsewhere: true }));
      void followElsewhere(id);
    },
    /** Once its lock is held, so that the others see that it runs. */
    announce: (id: string) => tabs.tell(id),
    showLive: (id: string, live: Live) =>
      show(id, (download) => ({ ...download, live: { ...download.live, ...live } })),
    async add(record: DownloadRecord): Promise<void> {
      await records.put(record);
      store.setState(({ downloads }) => ({ downloads: [{ record }, ...downloads] }));
    },
    /** On the disk before it is believed. Undefined when the download was removed meanwhile. */
    async update(id: string, change: Partial<DownloadRecord>): Promise<DownloadRecord | undefined> {
      const before = find(id);
      if (!before) return undefined;
      const record = { ...before.record, ...change };
      await records.put(record);
      show(id, (download) => ({ ...download, record }));
      return record;
    },
    async remove(id: string): Promise<void> {
      drop(id);
      await records.remove(id);
      tabs.tell(id);
    },
  };
}

export type DownloadList = ReturnType<typeof createDownloadList>;
