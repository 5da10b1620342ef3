/** Collects what an answer silently would not contain (DESIGN §1.3). */
import type { Notice } from '../contract/api.ts';
import type { Misread } from '../contract/wire-row.ts';

export interface Notices {
  add(id: string, message: string): void;
  /** For the converters: counts unreadable values by field. */
  readonly misread: Misread;
  list(): readonly Notice[];
}

export function collectNotices(): Notices {
  const notices = new Map<string, string>();
  const unreadable = new Map<string, number>();
  return {
    add: (id, message) => notices.set(id, message),
    misread: (field) => unreadable.set(field, (unreadable.get(field) ?? 0) + 1),
    list: () => [
      ...[...notices].map(([id, message]) => ({ id, message })),
      ...[...unreadable].map(([field, count]) => ({
        id: `unreadable-${field}`,
        message: `The server sent ${field} in a form Runlens cannot read (${count}×); it is shown as empty.`,
      })),
    ],
  };
}
