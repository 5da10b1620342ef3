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

/** `thread_id` is only known to take `eq` (FILTER-LANGUAGE §4), so several are several conditions. */
export function threadFilters(threadIds: readonly string[]): readonly string[] {
  const filters: string[][] = [];
  let characters = Infinity;
  for (const id of threadIds) {
    const condition = `eq(thread_id, ${JSON.stringify(id)})`;
    const isFull =
      characters + condition.length > MOST_CHARACTERS || filters.at(-1)!.length >= THREADS_PER_TASK;
    if (isFull) {
      filters.push([]);
      characters = 0;
    }
    filters.at(-1)!.push(condition);
    characters += condition.length + 2;
  }
  return filters.map((conditions) =>
    conditions.length === 1 ? conditions[0]! : `or(${conditions.join(', ')})`,
  );
}

const THREADS_PER_TASK = 50;
