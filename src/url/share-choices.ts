/** What a person may choose about a link before it is given away. Works on every screen, also on future ones. */
import type { RunsScreen, Screen, ThreadsScreen, TraceScreen, WindowChoice } from './screens.ts';
import { windowAt } from './window.ts';

/** Fields that say where one person is looking, rather than what everybody is shown. */
const LOOKING = ['runId', 'tab', 'peek', 'selection', 'turn'] as const;

/** `now` in epoch milliseconds: the window that is seen at this moment, for ever. */
export function withPinnedWindow<S extends Screen>(screen: S, now: number): S {
  const window = windowOf(screen);
  if (window?.kind !== 'relative') return screen;
  return { ...screen, window: { kind: 'absolute', ...windowAt(window, now), to: now } };
}

/** Screens that can fix the zone in which their times are shown. */
export const canFixZone = (screen: Screen): screen is RunsScreen | TraceScreen | ThreadsScreen =>
  screen.kind === 'runs' || screen.kind === 'trace' || screen.kind === 'threads';

export function withZone(screen: Screen, timeZone: string | undefined): Screen {
  if (!canFixZone(screen)) return screen;
  const { timeZone: _before, ...rest } = screen;
  return timeZone === undefined ? rest : { ...rest, timeZone };
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
