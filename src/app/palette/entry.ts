import type { Rankable } from './rank.ts';

/** One line of the palette. */
export interface Entry extends Rankable {
  /** Unique among all that are shown. */
  readonly id: string;
  /** What kind of thing it is, in a word or two. */
  readonly group: string;
  readonly detail?: string;
  /** One of many in what the page shows: after everything else that fits as well. */
  readonly isContent?: true;
  /** A screen to go to (`#/…`), an address elsewhere (a new tab), or something to do once the palette is closed. */
  readonly target: string | (() => void);
}
