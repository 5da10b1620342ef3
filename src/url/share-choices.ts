/** What a person may choose about a link before it is given away. Works on every screen, also on future ones. */
import type { Screen, WindowChoice } from './screens.ts';
import { windowAt } from './window.ts';

/** Fields that say where one person is looking, rather than what everybody is shown. */
const LOOKING = ['runId', 'tab', 'peek', 'selection', 'turn'] as const;

/** `now` in epoch milliseconds: the window that is seen at this moment, for ever. */
export function withPinnedWindow<S extends Screen>(screen: S, now: number): S {
  const window = windowOf(screen);
  if (window?.kind !== 'relative') return screen;
  return { ...screen, window: { kind: 'absolute', ...windowAt(window, now), to: now } };
}

/** Undefined for screens without one. */
export const windowOf = (screen: Screen): WindowChoice | undefined =>
  'window' in screen ? screen.window : undefined;

const lookingFields = (screen: Screen) =>
  LOOKING.filter((field) => (screen as unknown as Readonly<Record<string, unknown>>)[field] !== undefined);

export const hasSelection = (screen: Screen): boolean => lookingFields(screen).length > 0;

export function withoutSelection<S extends Screen>(screen: S): S {
  const left = lookingFields(screen);
  const kept = Object.entries(screen).filter(([field]) => !left.some((name) => name === field));
  return Object.fromEntries(kept) as unknown as S;
}
