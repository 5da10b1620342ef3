/**
 * Who a run is: its id, place in the tree and start. A row that says too little is completed from its
 * dotted order and its UUID, because one strange row must not hide a whole page.
 */
import { canonicalDottedOrder, dottedParts } from './dotted-order.ts';
import type { Run } from './run.ts';
import type { RunContext } from './run-parts.ts';
import { uuidTime } from './uuid-time.ts';
import { flagOf, nameOf, textOf, textsOf, timeOf, type WireRow } from './wire-row.ts';

type Identity = Pick<
  Run,
  'id' | 'traceId' | 'projectId' | 'parentId' | 'ancestorIds' | 'dottedOrder' | 'isRoot' | 'startTime'
>;

function dottedOrderOf(row: WireRow, { misread }: RunContext): string | undefined {
  const text = nameOf(row, 'dotted_order', misread);
  const canonical = text === undefined ? undefined : canonicalDottedOrder(text);
  if (text !== undefined && canonical === undefined) misread('dotted_order');
  return canonical;
}

/** v1 says the parent; v2 only says the ancestors, direct parent last. */
function parentOf(
  row: WireRow,
  ancestorIds: readonly string[] | undefined,
  parts: readonly { id: string }[],
) {
  const parent = row['parent_run_id'];
  if (typeof parent === 'string' && parent !== '') return parent;
  if (parent === null) return undefined;
  return ancestorIds ? ancestorIds.at(-1) : parts.at(-2)?.id;
}

export function identityOf(row: WireRow, context: RunContext): Identity {
  const { misread } = context;
  const id = textOf(row, 'id', misread) ?? '';
  const dottedOrder = dottedOrderOf(row, context);
  const ancestorIds = textsOf(row, 'parent_run_ids', misread);
  const needsParts = row['trace_id'] == null || row['start_time'] == null || ancestorIds === undefined;
  const parts = dottedOrder !== undefined && needsParts ? dottedParts(dottedOrder) : [];
  const isRootSaid = flagOf(row, 'is_root', misread);
  const parentId = isRootSaid === true ? undefined : parentOf(row, ancestorIds, parts);
  const isRoot = isRootSaid ?? parentId === undefined;
  const startTime = timeOf(row, 'start_time', misread) ?? parts.at(-1)?.time ?? uuidTime(id);
  if (startTime === undefined) misread('start_time');
  return {
    id,
    traceId: nameOf(row, 'trace_id', misread) ?? parts[0]?.id ?? ancestorIds?.[0] ?? parentId ?? id,
    projectId:
      nameOf(row, 'session_id', misread) ?? nameOf(row, 'project_id', misread) ?? context.projectId ?? '',
    parentId,
    ancestorIds,
    dottedOrder,
    isRoot,
    startTime: startTime ?? 0,
  };
}
