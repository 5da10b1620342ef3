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
  /** Items are in the order of this text. */
  readonly sort: string;
}

/** Gives every item the rank it has in the list, unless it brings one. */
export function ranked(items: readonly Omit<CompletionItem, 'sort'>[]): readonly CompletionItem[] {
  return items.map((item, index) => ({ ...item, sort: String(index).padStart(5, '0') }));
}
