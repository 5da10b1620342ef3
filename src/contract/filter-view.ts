/** Saved filters of a project, `/sessions/{id}/views` (CONTRACT §8.1). The strings are as somebody wrote them. */
import * as z from 'zod/mini';
import { isRow, nameOf, textOf, timeOf, type Misread, type WireRow } from './wire-row.ts';

export interface FilterView {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly filter: string;
  readonly traceFilter: string;
  readonly treeFilter: string;
  /** `runs`, `threads`, `single_run` (= runs), or what a newer server calls it. */
  readonly type: string;
  /** Epoch milliseconds. */
  readonly startTime?: number;
  readonly endTime?: number;
  /** Of unknown form (UNKNOWNS U24): read with care, written only as it was read. */
  readonly duration?: string;
  /** As the server printed it; another one means that somebody changed the view. */
  readonly updatedAt: string;
  readonly updatedTime?: number;
  /** Fields that hold something else than they should, and what they hold. */
  readonly unread: readonly (readonly [field: string, text: string])[];
}

export interface FilterViewList {
  readonly views: readonly FilterView[];
  /** Entries that are no views. */
  readonly unreadable: number;
}

/** What is written: always the whole, so that nobody has to know what an absent field would do. */
export interface FilterViewDraft {
  readonly type: string;
  readonly name: string;
  readonly description: string;
  readonly filter: string;
  readonly traceFilter: string;
  readonly treeFilter: string;
  readonly startTime?: number;
  readonly endTime?: number;
  /** Only ever one that was there before (UNKNOWNS U24). */
  readonly duration?: string;
}

/** What can be done with the saved filters of a project. */
export interface FilterViews {
  list(projectId: string, signal?: AbortSignal): Promise<FilterViewList>;
  /** Undefined when it is gone. */
  get(projectId: string, id: string, signal?: AbortSignal): Promise<FilterView | undefined>;
  create(projectId: string, draft: FilterViewDraft): Promise<FilterView>;
  update(projectId: string, id: string, draft: FilterViewDraft): Promise<FilterView>;
  /** Touches nothing but these two. */
  rename(projectId: string, id: string, name: string, description: string): Promise<FilterView>;
  remove(projectId: string, id: string): Promise<void>;
}

export const wireView = z.custom<WireRow>(
  (value) => isRow(value) && typeof value['id'] === 'string',
  'a saved filter without an id',
);

export const viewList = z.array(z.unknown());

export function viewFrom(row: WireRow): FilterView {
  const unread: [string, string][] = [];
  const fields = fieldsOf(row, (field) => unread.push([field, JSON.stringify(row[field])]));
  return { ...fields, unread };
}

const fieldsOf = (row: WireRow, misread: Misread): Omit<FilterView, 'unread'> => ({
  id: textOf(row, 'id', misread) ?? '',
  name: textOf(row, 'display_name', misread) ?? '',
  description: textOf(row, 'description', misread) ?? '',
  filter: textOf(row, 'filter_string', misread) ?? '',
  traceFilter: textOf(row, 'trace_filter_string', misread) ?? '',
  treeFilter: textOf(row, 'tree_filter_string', misread) ?? '',
  type: nameOf(row, 'type', misread) ?? 'runs',
  startTime: timeOf(row, 'start_time', misread),
  endTime: timeOf(row, 'end_time', misread),
  duration: nameOf(row, 'duration', misread),
  updatedAt: textOf(row, 'updated_at', misread) ?? '',
  updatedTime: timeOf(row, 'updated_at', misread),
});
