import type { LocalSort } from './screens.ts';

export const printSort = ({ column, isDescending }: LocalSort) => `${isDescending ? '-' : ''}${column}`;

export function parseSort(text: string): LocalSort | undefined {
  const isDescending = text.startsWith('-');
  const column = isDescending ? text.slice(1) : text;
  return column === '' ? undefined : { column, isDescending };
}
