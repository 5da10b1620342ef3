/** A language of the editor, as far as the frame around the text minds: what is wrong, and how it is best written. */
import type { Problem } from '../filter/ast.ts';
import { diagnose } from '../filter/diagnose.ts';
import type { Dialect } from '../filter/dialect.ts';
import type { Fix } from '../filter/fixes/fix.ts';
import type { Scope } from '../filter/field.ts';
import { formatText } from '../filter/format.ts';
import { spareTyping } from '../filter/spare-typing.ts';

/** LangSmith's API and the search bar of its screens do not understand each other. */
export type LanguageName = 'api' | 'bar';

export interface EditorLanguage {
  readonly name: LanguageName;
  readonly diagnose: (text: string) => readonly Problem[];
  /** Undefined where they are so many that they are fetched with the first problem. */
  readonly fixesFor: ((text: string, problem: Problem) => readonly Fix[]) | undefined;
  /** Without those that the word at the offset may still grow out of. */
  readonly spare: (text: string, offset: number, problems: readonly Problem[]) => readonly Problem[];
  /** Undefined where there is only one way to write. */
  readonly format: ((text: string) => string) | undefined;
}

export function apiLanguage(scope: Scope, dialect: Dialect): EditorLanguage {
  return {
    name: 'api',
    diagnose: (text) => diagnose(text, { scope, dialect }),
    fixesFor: undefined,
    spare: spareTyping,
    format: formatText,
  };
}
