/** From spooled records to the rows of the file. */
import type { FullRun, JsonObject } from '../contract/run.ts';
import { flattenRow } from './flatten-row.ts';
import { nestedNames } from './layout.ts';
import { conversationRow } from './rows/conversation-row.ts';
import { feedbackRow } from './rows/feedback-row.ts';
import { retrieverRow } from './rows/retriever-row.ts';
import { traceRow } from './rows/trace-row.ts';
import type { ExtractKind, ExtractSpec } from './spec.ts';
import { recordAt, type SpoolBytes, spoolLines } from './spool.ts';

/** Kinds whose rows are made of several runs. */
export const isGrouped = (kind: ExtractKind): boolean =>
  kind === 'traces' || kind === 'retrievers' || kind === 'conversations';

/** Places of lines as pairs of start and length. */
interface Group {
  root?: readonly [number, number];
  readonly parts: number[];
}

function groupsOf(bytes: SpoolBytes): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const { from, length, record } of spoolLines(bytes)) {
    if (record.k !== 'part' && record.k !== 'root') continue;
    let group = groups.get(record.g);
    if (!group) groups.set(record.g, (group = { parts: [] }));
    if (record.k === 'root') group.root = [from, length];
    else group.parts.push(from, length);
  }
  return groups;
}

function runAt(bytes: SpoolBytes, from: number, length: number): FullRun {
  const record = recordAt(bytes, from, length);
  if (record.k !== 'part' && record.k !== 'root') throw new Error('The spool has another record here.');
  return record.run;
}

function partsOf(bytes: SpoolBytes, { parts }: Group): readonly FullRun[] {
  const runs: FullRun[] = [];
  for (let index = 0; index < parts.length; index += 2)
    runs.push(runAt(bytes, parts[index]!, parts[index + 1]!));
  return runs;
}

function groupedRow(
  spec: ExtractSpec,
  root: FullRun | undefined,
  parts: readonly FullRun[],
): JsonObject | undefined {
  if (spec.kind === 'conversations') return conversationRow(parts);
  if (!root) return undefined;
  if (spec.kind === 'traces')
    return traceRow(
      root,
      parts.map(({ run }) => run.name),
      spec.isFlat,
    );
  const calls = parts.map(({ payload }) => ({
    inputs: payload.inputs ?? {},
    outputs: payload.outputs ?? {},
  }));
  return retrieverRow(root, calls, spec.isFlat);
}

/** Groups come in the order in which their first part came. */
function* groupedRows(spec: ExtractSpec, bytes: SpoolBytes): Generator<JsonObject> {
  for (const group of groupsOf(bytes).values()) {
    const root = group.root && runAt(bytes, ...group.root);
    const row = groupedRow(spec, root, partsOf(bytes, group));
    if (row) yield row;
  }
}

export function* composedRows(spec: ExtractSpec, bytes: SpoolBytes): Generator<JsonObject> {
  if (isGrouped(spec.kind)) {
    yield* groupedRows(spec, bytes);
    return;
  }
  const nested = new Set(spec.isFlat ? nestedNames(spec.columns) : []);
  for (const { record } of spoolLines(bytes)) {
    if (record.k === 'feedback') yield feedbackRow(record.feedback);
    else if (record.k === 'row') yield nested.size > 0 ? flattenRow(record.row, nested) : record.row;
  }
}
