/** What the plain field and Monaco have in common; filter-editor.tsx shows either. */
import type { Ref } from 'react';
import type { Problem } from '../filter/ast.ts';
import type { KnownValues } from '../filter/complete-value.ts';

/** Offsets in UTF-16 code units, end exclusive. */
export interface Selection {
  readonly from: number;
  readonly to: number;
}

export interface FilterInputHandle {
  /** Focuses the input and selects a part of the text. */
  select(selection: Selection): void;
}

export interface FilterInputProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly problems: readonly Problem[];
  readonly known: KnownValues | undefined;
  /** Id of the element that lists the problems. */
  readonly problemsId: string;
  readonly minLines: number;
  readonly maxLines: number;
  readonly handle: Ref<FilterInputHandle>;
  readonly onChange: (text: string) => void;
  readonly onCommit: (text: string) => void;
}
