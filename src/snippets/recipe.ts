import type { RunsPatch } from './paste/patch.ts';

export type RecipeGroup =
  | 'Lists'
  | 'Threads'
  | 'Errors and time'
  | 'Speed and tokens'
  | 'Text and tags'
  | 'Feedback'
  | 'Metadata'
  | 'Inputs and outputs'
  | 'Whole traces';

/** A ready question. What its patch does not name (project, window) stays as the person has it. */
export interface Recipe {
  /** Stable: histories and links may name it. */
  readonly id: string;
  readonly group: RecipeGroup;
  readonly title: string;
  readonly description: string;
  readonly patch: RunsPatch;
  /** Words in it that are only examples: a form may offer them for replacement, in this order. */
  readonly examples: readonly string[];
}

/** Everything that the runs screen asks in its own way is a table of runs. */
export function recipe(
  group: RecipeGroup,
  id: string,
  title: string,
  description: string,
  patch: RunsPatch,
  examples: readonly string[] = [],
): Recipe {
  return { id, group, title, description, patch: { view: 'runs', ...patch }, examples };
}
