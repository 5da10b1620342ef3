/** What the plain field and Monaco have in common; filter-editor.tsx shows either. */
import type { Ref } from 'react';
import type { Range } from '../filter/ast.ts';
import type { TextEdit } from '../filter/text-edit.ts';
import type { LanguageName } from './editor-language.ts';
import type { ModelContext } from './model-context.ts';

/** Offsets in UTF-16 code units, end exclusive. */
export type Selection = Range;

export interface FilterInputHandle {
  /** Focuses the input and selects a part of the text. */
  select(selection: Selection): void;
  /** Changes the text as if it were typed: one step to undo, and the input has the focus afterwards. */
  edit(edits: readonly TextEdit[]): void;
}

export interface FilterInputProps {
  readonly label: string;
  readonly language: LanguageName;
  readonly value: string;
  readonly placeholder: string;
  readonly context: ModelContext;
  /** Id of the element that lists the problems. */
  readonly problemsId: string;
  readonly minLines: number;
  readonly maxLines: number;
  readonly handle: Ref<FilterInputHandle>;
  readonly onChange: (text: string) => void;
  readonly onCommit: (text: string) => void;
  /** Where the caret is, in which text; no place when the input has lost it. */
  readonly onCaret: (offset: number | undefined, text: string) => void;
  /** Undefined where there is only one way to write. */
  readonly onFormat: (() => void) | undefined;
}
