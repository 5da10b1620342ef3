/** One wake-up call at a time: set again, it moves; set to undefined, it is off. */
import type { Clock } from './clock.ts';

export type SetAlarm = (at: number | undefined) => void;

export function createAlarm(clock: Clock, ring: () => void): SetAlarm {
  let current: { readonly at: number; readonly controller: AbortController } | undefined;

  return (at) => {
    if (current?.at === at) return;
    current?.controller.abort();
    current = undefined;
    if (at === undefined) return;
    const controller = new AbortController();
    current = { at, controller };
    clock.sleep(Math.max(0, at - clock.now()), controller.signal).then(
      () => {
        if (current?.controller !== controller) return;
        current = undefined;
        ring();
      },
      () => {}, // Moved or switched off.
    );
  };
}
