import type { ListSelection } from '../../contract/api.ts';
import type { RunRow } from './run-row.ts';

export interface PageOfRows {
  readonly rows: readonly RunRow[];
  /** What the rows were asked for. */
  readonly selection: ListSelection;
}

export const covers = (has: ListSelection, wanted: ListSelection): boolean =>
  (has.previews || !wanted.previews) && (has.metadata || !wanted.metadata);

/** What was asked for once is asked for again. */
export const both = (one: ListSelection, other: ListSelection): ListSelection => ({
  previews: one.previews || other.previews,
  metadata: one.metadata || other.metadata,
});

/** The same rows in the same order, as they were read again; one that no longer exists stays as it was. */
export function withDetails<Page extends PageOfRows>(page: Page, { rows, selection }: PageOfRows): Page {
  const byId = new Map(rows.map((row) => [row.run.id, row]));
  return { ...page, selection, rows: page.rows.map((row) => byId.get(row.run.id) ?? row) };
}

export function missingFrom(page: PageOfRows, rows: readonly RunRow[]): readonly string[] {
  const found = new Set(rows.map(({ run }) => run.id));
  return page.rows.flatMap(({ run }) => (found.has(run.id) ? [] : run.id));
}
