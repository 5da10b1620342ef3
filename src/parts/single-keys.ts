/**
 * Shortcuts of a single character, which people who speak to their computer or whose hands tremble press
 * without meaning to: they can be switched off, on this browser (WCAG 2.1.4).
 */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { isRecord } from '../lib/is-record.ts';

export const useSingleKeys = create<{ readonly areOn: boolean }>()(
  persist(() => ({ areOn: true }), {
    name: 'runlens:single-keys',
    version: 1,
    merge: (stored) => ({ areOn: !isRecord(stored) || stored['areOn'] !== false }),
  }),
);

export const setSingleKeys = (areOn: boolean): void => {
  useSingleKeys.setState({ areOn });
};

/** Whether a press of this key must do nothing. Names of keys (Enter, ArrowUp) and the space bar always count. */
export const isKeyOff = (key: string): boolean =>
  !useSingleKeys.getState().areOn && key.length === 1 && key !== ' ';
