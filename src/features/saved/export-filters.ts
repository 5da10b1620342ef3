import { toast } from '../../ui/toast-queue.ts';
import { writeFilterFile } from './filter-file.ts';
import type { SavedFilter } from './saved-filter.ts';

/** Gives the browser a file to save; says what is not in it. */
export function exportFilters(filters: readonly SavedFilter[], name: string): void {
  const { text, leftOut } = writeFilterFile(filters, Date.now());
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = `${fileName(name)}.runlens.json`;
  link.click();
  URL.revokeObjectURL(link.href);
  if (leftOut.length > 0)
    toast(`Not in the file, because it cannot be read here: ${leftOut.join(', ')}.`, { tone: 'warning' });
}

const fileName = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '') || 'saved-filter';
