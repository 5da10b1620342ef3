import type { Entry } from './entry.ts';

/** Enough to find what one was at; more of them come after everything else. */
const FIRST = 5;
const LEADING: readonly string[] = ['Recent trace', 'Project'];

/** Before anything is typed: where to go comes before what can be done here, and each kind stays together. */
export function firstLook(entries: readonly Entry[]): readonly Entry[] {
  const leading = LEADING.flatMap((group) =>
    entries.filter((entry) => entry.group === group).slice(0, FIRST),
  );
  const others = entries.filter(({ group, isContent }) => !LEADING.includes(group) && !isContent);
  const rest = entries.filter((entry) => LEADING.includes(entry.group) && !leading.includes(entry));
  return [...leading, ...others, ...rest, ...entries.filter(({ isContent }) => isContent)];
}
