/** UNKNOWNS U20: a safe number of ids in one question, as `id` and as a list of the filter, and of its characters. */
const IDS_PER_TASK = 100;
const MOST_CHARACTERS = 6000;

export function batches(ids: readonly string[]): readonly (readonly string[])[] {
  const distinct = [...new Set(ids)];
  return Array.from({ length: Math.ceil(distinct.length / IDS_PER_TASK) }, (_, index) =>
    distinct.slice(index * IDS_PER_TASK, (index + 1) * IDS_PER_TASK),
  );
}

export const inList = (field: string, ids: readonly string[]) =>
  `in(${field}, [${ids.map((id) => JSON.stringify(id)).join(', ')}])`;

/** Each thread is a condition of its own, of its name and about as many characters as this (api/by-thread.ts). */
const CONDITION = 100;
const THREADS_PER_TASK = 50;

export function threadBatches(threadIds: readonly string[]): readonly (readonly string[])[] {
  const found: string[][] = [];
  let characters = Infinity;
  for (const id of threadIds) {
    const length = id.length + CONDITION;
    if (characters + length > MOST_CHARACTERS || found.at(-1)!.length >= THREADS_PER_TASK) {
      found.push([]);
      characters = 0;
    }
    found.at(-1)!.push(id);
    characters += length;
  }
  return found;
}
