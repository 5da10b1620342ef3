import type { Problem } from './ast.ts';
import { scan } from './scan.ts';
import type { Token } from './token.ts';

/** Faults that are only the end not being written yet. */
const UNFINISHED = new Set([
  'missing-argument',
  'unclosed-quote',
  'unclosed-bracket',
  'unclosed-parenthesis',
  'missing-parenthesis',
]);

/** The problems that remain when the word at the offset, and what it is the beginning of, may grow. */
export function spareTyping(text: string, offset: number, problems: readonly Problem[]): readonly Problem[] {
  if (problems.length === 0) return problems;
  const tokens = scan(text);
  const touched = tokens.findLast((token) => token.from < offset && offset <= reach(token, text));
  const isAtEnd = text.slice(offset).trim() === '';
  return problems.filter((problem) => {
    if (touched && problem.from >= touched.from && problem.to <= touched.to) return isComplete(touched);
    if (UNFINISHED.has(problem.code)) return !isAtEnd && !encloses(problem, offset);
    // `and(eq(name, "a"), |)`: the next filter is on its way.
    return problem.code !== 'trailing-comma' || !followsComma(text, offset);
  });
}

function reach(token: Token, text: string): number {
  return token.isOpen ? text.length : token.to;
}

/** Brackets do not grow; a fault of theirs is one at once. */
function isComplete({ kind, text }: Token): boolean {
  return kind === 'punctuation' && text !== ',';
}

function encloses({ from, to }: Problem, offset: number): boolean {
  return from < offset && offset <= to;
}

function followsComma(text: string, offset: number): boolean {
  return /,\s*$/.test(text.slice(0, offset)) && /^\s*(?:[)\]]|$)/.test(text.slice(offset));
}
