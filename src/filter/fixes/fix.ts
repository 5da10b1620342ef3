import type { Expression, Problem, Range } from '../ast.ts';
import type { Scope } from '../field.ts';
import type { TextEdit } from '../text-edit.ts';
import type { Token } from '../token.ts';

/** A change that removes a problem. */
export interface Fix {
  readonly kind: 'edit';
  /** What a menu shows; says what will stand there. */
  readonly title: string;
  /** Of the problem. */
  readonly code: string;
  readonly edits: readonly TextEdit[];
  /** The one to take without asking; at most one for a problem. */
  readonly isPreferred: boolean;
}

/** A change before it is proven to help. In order of preference; the first that helps is preferred. */
export interface FixSketch {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** Changes what is asked, so it is never taken without asking. */
  readonly isGuess?: true;
}

/** A problem and the text around it. */
export interface FixPlace {
  readonly text: string;
  readonly problem: Problem;
  /** What the problem covers. */
  readonly source: string;
  readonly scope: Scope;
  readonly tree: Expression | undefined;
  /** Of parsing alone. */
  readonly problems: readonly Problem[];
  readonly tokens: readonly Token[];
}

export type FixMaker = (place: FixPlace) => readonly FixSketch[];

export function replace({ from, to }: Range, text: string, title = `Write ${shown(text)}`): FixSketch {
  return { title, edits: [{ from, to, text }] };
}

/** Short enough for a menu. */
function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 80 ? line : `${line.slice(0, 79)}…`;
}

export function tokenAt({ tokens }: FixPlace, from: number): Token | undefined {
  return tokens.find((token) => token.from === from);
}

export function tokenBefore({ tokens }: FixPlace, from: number): Token | undefined {
  return tokens.findLast((token) => token.to <= from);
}
