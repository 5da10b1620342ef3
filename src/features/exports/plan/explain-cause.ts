import type { DestinationField } from './destination-draft.ts';

export interface Cause {
  readonly sentence: string;
  /** The box of the form to look at. */
  readonly field?: DestinationField;
  /** Shows whether it is this, or repairs it; for a shell, or a text to set. */
  readonly remedy?: Remedy;
}

interface Remedy {
  readonly title: string;
  readonly text: string;
}

/** Causes without a command stay plain. */
export const remedy = (title: string, text: string | undefined): Pick<Cause, 'remedy'> =>
  text === undefined ? {} : { remedy: { title, text } };
