/**
 * Tells when an export has ended, wherever in the app one is and also in a hidden tab: that is what the wish
 * is for. It lasts as long as the tab, across reloads, once the page of exports has been opened again.
 */
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import type { Api } from '../../contract/api.ts';
import { isHttpError } from '../../contract/http-error.ts';
import { isOver } from './plan/export-progress.ts';

export interface WatchedExport {
  readonly connectionId: string;
  readonly id: string;
  readonly title: string;
}

interface Watch {
  readonly wanted: readonly WatchedExport[];
}

export const useExportWatch = create<Watch>()(
  persist((): Watch => ({ wanted: [] }), {
    name: 'runlens:watched-exports',
    version: 1,
    storage: createJSONStorage(() => sessionStorage),
    merge: (stored, current) => ({ ...current, wanted: readStored(stored) }),
  }),
);

/** Milliseconds; browsers stretch it to a minute in hidden tabs. */
const PACE = 15_000;

const followed = new Set<string>();

export function watchExport(
  api: Api,
  one: WatchedExport,
  onEnd: (one: WatchedExport, status: string) => void,
) {
  const others = useExportWatch.getState().wanted.filter(({ id }) => id !== one.id);
  useExportWatch.setState({ wanted: [...others, one] });
  void follow(api, one, onEnd);
}

/** After a reload. */
export function resumeWatching(api: Api, onEnd: (one: WatchedExport, status: string) => void): void {
  for (const one of useExportWatch.getState().wanted)
    if (one.connectionId === api.connectionId) void follow(api, one, onEnd);
}

async function follow(api: Api, one: WatchedExport, onEnd: (one: WatchedExport, status: string) => void) {
  if (followed.has(one.id)) return;
  followed.add(one.id);
  const status = await endOf(api, one.id);
  followed.delete(one.id);
  useExportWatch.setState(({ wanted }) => ({ wanted: wanted.filter(({ id }) => id !== one.id) }));
  if (status !== undefined) onEnd(one, status);
}

/** Undefined when there is nothing to wait for any more: it is gone, or the key is refused. */
async function endOf(api: Api, id: string): Promise<string | undefined> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, PACE));
    try {
      const { status } = await api.bulkExports.getExport(id);
      if (isOver(status)) return status;
    } catch (error) {
      if (isHttpError(error) && [401, 403, 404].includes(error.status)) return undefined;
    }
  }
}

/** Storage is outside: what does not fit is left out. A declaration: the store above reads before this line. */
function readStored(stored: unknown): readonly WatchedExport[] {
  const { wanted } = (stored ?? {}) as { wanted?: unknown };
  if (!Array.isArray(wanted)) return [];
  return wanted.filter(
    (one): one is WatchedExport =>
      typeof one === 'object' &&
      one !== null &&
      ['connectionId', 'id', 'title'].every(
        (key) => typeof (one as Record<string, unknown>)[key] === 'string',
      ),
  );
}
