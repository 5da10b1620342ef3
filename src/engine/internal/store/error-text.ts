import type { RunTable } from './run-table.ts';
import type { Row } from './types.ts';

export function errorTextOf(table: RunTable, row: Row): string | undefined {
  const text = table.text(row, 'error');
  return text === undefined ? undefined : (JSON.parse(text) as string);
}
