import { saveText } from '../../ui/save-file.ts';
import { toast } from '../../ui/toast-queue.ts';
import { writeFilterFile } from './filter-file.ts';
import type { SavedFilter } from './saved-filter.ts';

/** Gives the browser a file to save; says what is not in it. */
export function exportFilters(filters: readonly SavedFilter[], name: string): void {
  const { text, leftOut } = writeFilterFile(filters, Date.now());
  saveText(`${fileName(name)}.runlens.json`, text, 'application/json');
  if (leftOut.length > 0)
    toast(`Not in the file, because it cannot be read here: ${leftOut.join(', ')}.`, { tone: 'warning' });
}

const fileName = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '') || 'saved-filter';
