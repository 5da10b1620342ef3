import type { Problem, Range, Severity } from './ast.ts';
import { scan } from './scan.ts';
import { type Token, problemAt } from './token.ts';

/** Where the parser is in the tokens, and what it has found to complain about. */
export class TokenReader {
  readonly text: string;
  readonly problems: Problem[] = [];
  /** Names of the calls that the text ends inside of, innermost first. */
  readonly unclosed: Token[] = [];
  depth = 0;
  /** Said once is enough. */
  isTooDeep = false;
  /** The last parenthesis without a function, so that `((((` is one problem. */
  lastGroup: Token | undefined;
  #tokens: readonly Token[];
  #index = 0;

  constructor(text: string) {
    this.text = text;
    const tokens = scan(text);
    for (const { problem } of tokens) if (problem) this.problems.push(problem);
    // Understood without these, so that one mistake is one problem.
    this.#tokens = tokens.filter((token) => token.problem?.code !== 'invisible-character');
    this.#dropBackticks();
  }

  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#index + ahead];
  }

  isAt(text: string): boolean {
    const token = this.peek();
    return token?.text === text && token.kind !== 'string';
  }

  take(): Token {
    const token = this.#tokens[this.#index];
    if (!token) throw new Error('The parser read beyond the end.');
    this.#index += 1;
    return token;
  }

  get lastTaken(): Token | undefined {
    return this.#tokens[this.#index - 1];
  }

  get end(): number {
    return this.lastTaken?.to ?? 0;
  }

  get hasOpenString(): boolean {
    return this.#tokens.at(-1)?.isOpen === true;
  }

  report(range: Range, code: string, message: string, severity: Severity = 'error'): void {
    this.problems.push(problemAt(range, code, message, severity));
  }

  /** The source of a range, short enough to be quoted in a message. */
  quote({ from, to }: Range): string {
    const source = this.text.slice(from, to).replace(/\s+/g, ' ');
    return source.length <= 60 ? source : `${source.slice(0, 57)}…`;
  }

  #dropBackticks(): void {
    const first = this.#tokens.find(isBacktick);
    if (!first) return;
    this.report(first, 'backtick', 'Backticks are not part of a filter; delete them.');
    this.#tokens = this.#tokens.filter((token) => !isBacktick(token));
  }
}

function isBacktick(token: Token): boolean {
  return token.kind === 'error' && token.text === '`';
}
