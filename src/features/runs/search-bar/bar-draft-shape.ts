/** Apart from what makes one, which is fetched only by those who use the search bar. */
export interface BarDraft {
  /** What is asked: the bar, and the clauses beside it. */
  readonly api: string;
  readonly bar: string;
  /** Both texts as they were when the bar was opened. */
  readonly origin: { readonly api: string; readonly bar: string };
  /** Clauses of the API text that the bar cannot say. */
  readonly kept: readonly BarRemark[];
  /** What is said with a difference. */
  readonly notes: readonly BarRemark[];
  /** Clauses of the bar that the API language cannot say. */
  readonly unasked: readonly BarRemark[];
  /** Some of the bar has an error; it is not applied before that is put right. */
  readonly isWrong: boolean;
  /** The API text has an error, and has to be put right before the bar can show it. */
  readonly isBroken: boolean;
}

export interface BarRemark {
  /** As written. */
  readonly text: string;
  readonly reason: string;
}

/** Blanks around a filter are no part of it, and are taken off when it is applied. */
export const isSame = (one: string, other: string): boolean => one.trim() === other.trim();
