import type { RunsPatch } from '../../../snippets/paste/patch.ts';

export interface FoundProject {
  readonly name: string;
  /** Undefined: no project of this connection has the name. */
  readonly id?: string;
}

/** Names that have to be looked up before the query can run. */
export function namedProjects({ projects = [] }: RunsPatch): readonly string[] {
  return [...new Set(projects.flatMap((hint) => ('id' in hint ? [] : [hint.name])))];
}

/** What the paste says about where its data is, and what of it does not hold here. */
export function projectNotes(
  { deployment }: RunsPatch,
  looked: readonly FoundProject[],
  isLooking: boolean,
): readonly string[] {
  const missing = looked.filter(({ id }) => id === undefined).map(({ name }) => `“${name}”`);
  return [
    ...(isLooking ? ['Its project is being looked up by name.'] : []),
    ...(missing.length > 0
      ? [`This connection has no project named ${missing.join(', ')}; the chosen project is kept.`]
      : []),
    ...(deployment
      ? [`It speaks of ${deployment.url}. Nothing is sent there: it is asked where you are connected now.`]
      : []),
  ];
}
