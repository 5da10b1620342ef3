import type { Problem, Range } from './ast.ts';

/**
 * `function` is a word before an opening parenthesis, `field` any other word that is no literal.
 * `error` is text that no rule of the language begins with, or a malformed number.
 */
export type TokenKind = 'function' | 'field' | 'string' | 'number' | 'keyword' | 'punctuation' | 'error';

export interface Token extends Range {
  readonly kind: TokenKind;
  /** As written. */
  readonly text: string;
  /** Of a string: decoded. */
  readonly value?: string;
  /** Of a string that never ends; it then reaches to the end of the text. */
  readonly isOpen?: true;
  /** What is wrong with the token itself, whatever stands around it. */
  readonly problem?: Problem;
}

export function problemAt(
  { from, to }: Range,
  code: string,
  message: string,
  severity: Problem['severity'] = 'error',
): Problem {
  return { from, to, code, message, severity };
}
