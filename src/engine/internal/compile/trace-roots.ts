import { rootOfTrace } from '../store/relations.ts';
import type { RunTable } from '../store/run-table.ts';
import type { Row } from '../store/types.ts';

/** Root rows by trace, looked up once per query; -1 while a root has not arrived. */
export function traceRoots(table: RunTable): (trace: number) => Row {
  const roots = new Int32Array(table.traces.size).fill(-2);
  return (trace) => {
    if (trace < 0) return -1;
    if (roots[trace] === -2) roots[trace] = rootOfTrace(table, trace) ?? -1;
    return roots[trace]!;
  };
}
