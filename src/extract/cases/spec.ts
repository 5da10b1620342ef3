import { DEFAULT_RUN_COLUMNS } from '../run-columns.ts';
import type { ExtractSpec } from '../spec.ts';

export const spec = (change: Partial<ExtractSpec> = {}): ExtractSpec => ({
  kind: 'runs',
  source: { kind: 'question', query: { projectIds: ['p'], window: {} } },
  format: 'csv',
  isFlat: true,
  columns: DEFAULT_RUN_COLUMNS,
  isExcelSafe: true,
  codec: 'snappy',
  ...change,
});
