/**
 * Links live for ever. When the meaning of a link changes, LINK_VERSION goes up by one and an upgrader
 * from the version before is added; old links walk through them one step at a time. An upgrader works on
 * the text pieces, so that it never depends on today's screen types, and is never edited afterwards.
 */
import type { RawLink } from './raw-link.ts';

export const LINK_VERSION = 1;

type Upgrader = (link: RawLink) => Omit<RawLink, 'version'>;

/** UPGRADERS[n] leads from version n to n + 1. */
export const UPGRADERS: Readonly<Record<number, Upgrader>> = {};

/** Undefined when the link is newer than this program. */
export function upgradeLink(
  link: RawLink,
  current: number = LINK_VERSION,
  upgraders: Readonly<Record<number, Upgrader>> = UPGRADERS,
): RawLink | undefined {
  if (link.version > current) return undefined;
  let upgraded = link;
  while (upgraded.version < current) {
    const step = upgraders[upgraded.version];
    if (!step) throw new Error(`No upgrader leads from link version ${upgraded.version}.`);
    upgraded = { ...step(upgraded), version: upgraded.version + 1 };
  }
  return upgraded;
}
