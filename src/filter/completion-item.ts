import type { TextEdit } from './text-edit.ts';

export interface CompletionItem {
  readonly label: string;
  readonly kind: 'function' | 'field' | 'value' | 'snippet';
  /** What replaces the range. In a snippet `$1`, `${1:default}` are stops for the Tab key. */
  readonly insertText: string;
  readonly isSnippet: boolean;
  /** A few words beside the label. */
  readonly detail: string;
  /** A sentence or two, plain text. */
  readonly documentation: string;
  /** What typed letters are compared with: the label without its quotes, and words that mean the same. */
  readonly filterText: string;
  /** Items are in the order of this text. */
  readonly sort: string;
  /** Changes elsewhere in the text that come with the item. */
  readonly also?: readonly TextEdit[];
}

export type CompletionDraft = Omit<CompletionItem, 'sort' | 'filterText'> & { readonly filterText?: string };

/** Gives every item the rank it has in the list. */
export function ranked(items: readonly CompletionDraft[]): readonly CompletionItem[] {
  return items.map((item, index) => ({
    ...item,
    filterText: item.filterText ?? item.label,
    sort: String(index).padStart(5, '0'),
  }));
}
