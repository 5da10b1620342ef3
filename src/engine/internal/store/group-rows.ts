import type { RunTable } from './run-table.ts';
import type { GroupBy, Row } from './types.ts';

/** The largest groups, largest first. A row with several tags, or values of the key, is in several groups. */
export function groupRows(
  table: RunTable,
  rows: readonly Row[],
  by: GroupBy,
  maxGroups: number,
): ReadonlyMap<string, readonly Row[]> {
  const labelsOf = labeller(table, by);
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    for (const label of labelsOf(row)) {
      const group = groups.get(label);
      if (group) group.push(row);
      else groups.set(label, [row]);
    }
  }
  const largest = [...groups].toSorted((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  return new Map(largest.slice(0, maxGroups));
}

function labeller(table: RunTable, by: GroupBy): (row: Row) => readonly string[] {
  const { name, names, runType, runTypes, tags, tagWords, metadata } = table;
  switch (by.attribute) {
    case 'name':
      return (row) => [names.word(name.codes[row]!)];
    case 'run_type':
      return (row) => [runType[row]! < 0 ? 'chain' : runTypes.word(runType[row]!)];
    case 'tag':
      return (row) => Array.from(new Set(tags.of(row)), (tag) => tagWords.word(tag));
    default: {
      const path = metadata.paths.find(by.path);
      return (row) =>
        [...metadata.postings.of(row)]
          .filter((pair) => metadata.pathCode(pair) === path)
          .map((pair) => String(metadata.value(pair) ?? null));
    }
  }
}
