/** Expressions of Python and JavaScript as far as arguments of queries need them; the rest is `unknown`. Total. */
import { type CodeToken, type StringPart, scanCode } from './code-tokens.ts';

export type CodeExpression =
  | { readonly kind: 'text'; readonly parts: readonly StringPart[] }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'word'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly CodeExpression[] }
  | { readonly kind: 'record'; readonly members: readonly (readonly [string, CodeExpression])[] }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly target?: CodeExpression;
      readonly args: CodeArguments;
    }
  | {
      readonly kind: 'binary';
      readonly op: string;
      readonly left: CodeExpression;
      readonly right: CodeExpression;
    }
  | { readonly kind: 'unknown'; readonly text: string };

export interface CodeArguments {
  readonly plain: readonly CodeExpression[];
  readonly named: readonly (readonly [string, CodeExpression])[];
}

/** The key of `...others` and `**others`. */
export const SPREAD = '...';

const DEEPEST = 40;
const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

export class CodeParser {
  readonly tokens: readonly CodeToken[];
  index = 0;
  readonly #text: string;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.tokens = scanCode(text);
  }

  peek(ahead = 0): CodeToken | undefined {
    return this.tokens[this.index + ahead];
  }

  isAt(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.text === text && token.kind !== 'string';
  }

  /** Sums, as far as they stay on their line or inside brackets. */
  expression(): CodeExpression {
    return this.#sum(['+', '-'], () => this.#sum(['*', '/'], () => this.#postfix()));
  }

  #sum(operators: readonly string[], operand: () => CodeExpression): CodeExpression {
    let left = operand();
    for (let token = this.peek(); token && this.#isOperator(token, operators); token = this.peek()) {
      this.index += 1;
      left = { kind: 'binary', op: token.text, left, right: operand() };
    }
    return left;
  }

  #isOperator(token: CodeToken, operators: readonly string[]): boolean {
    return (
      token.kind === 'punctuation' && operators.includes(token.text) && (!token.startsLine || this.#depth > 0)
    );
  }

  #postfix(): CodeExpression {
    const first = this.index;
    let value = this.#primary();
    for (;;) {
      if (this.isAt('.') && this.peek(1)?.kind === 'name') {
        const name = this.peek(1)!.text;
        this.index += 2;
        value = this.isAt('(')
          ? { kind: 'call', name, target: value, args: this.arguments() }
          : { kind: 'word', name: `${value.kind === 'word' ? `${value.name}.` : '?.'}${name}` };
      } else if (this.isAt('(') && value.kind === 'word' && !this.peek()!.startsLine) {
        value = { kind: 'call', name: value.name, args: this.arguments() };
      } else if (this.isAt('[') && !this.peek()!.startsLine) {
        this.#skipBrackets();
        value = this.#unknownFrom(first);
      } else return value;
    }
  }

  #primary(): CodeExpression {
    const token = this.peek();
    if (!token) return { kind: 'unknown', text: '' };
    if (token.kind === 'string') return this.#strings();
    if (token.kind === 'number') {
      this.index += 1;
      return { kind: 'number', value: Number(token.text.replaceAll('_', '')) };
    }
    if (token.kind === 'name') return this.#word(token.text);
    if (token.text === '-' && this.peek(1)?.kind === 'number') {
      this.index += 2;
      return { kind: 'number', value: -Number(this.tokens[this.index - 1]!.text.replaceAll('_', '')) };
    }
    if (token.text === '(') return this.#bracketed(() => this.#parenthesis());
    if (token.text === '[') return this.#bracketed(() => ({ kind: 'list', items: this.#items(']') }));
    if (token.text === '{') return this.#bracketed(() => this.#record());
    const first = this.index;
    this.index += 1;
    return this.#unknownFrom(first);
  }

  #word(name: string): CodeExpression {
    this.index += 1;
    if ((name === 'new' || name === 'await') && this.peek()?.kind === 'name') return this.#postfix();
    return { kind: 'word', name };
  }

  /** Strings side by side are one, as in Python, on one line or inside brackets. */
  #strings(): CodeExpression {
    const parts: StringPart[] = [];
    for (let token = this.peek(); token?.kind === 'string'; token = this.peek()) {
      if (parts.length > 0 && token.startsLine && this.#depth === 0) break;
      parts.push(...(token.parts.length > 0 ? token.parts : ['']));
      this.index += 1;
    }
    return { kind: 'text', parts };
  }

  #bracketed(read: () => CodeExpression): CodeExpression {
    if (this.#depth >= DEEPEST) {
      const first = this.index;
      this.#skipBrackets();
      return this.#unknownFrom(first);
    }
    this.#depth += 1;
    const value = read();
    this.#depth -= 1;
    return value;
  }

  #parenthesis(): CodeExpression {
    const items = this.#items(')');
    return items.length === 1 ? items[0]! : { kind: 'list', items };
  }

  #items(closer: string): readonly CodeExpression[] {
    this.index += 1;
    const items: CodeExpression[] = [];
    while (this.peek() && !this.isAt(closer)) {
      items.push(this.#whole(closer));
      if (this.isAt(',')) this.index += 1;
    }
    this.index += 1;
    return items;
  }

  #record(): CodeExpression {
    this.index += 1;
    const members: (readonly [string, CodeExpression])[] = [];
    while (this.peek() && !this.isAt('}')) {
      members.push(this.#member());
      if (this.isAt(',')) this.index += 1;
    }
    this.index += 1;
    return { kind: 'record', members };
  }

  /** `key: value`, `"key": value`, or `key` alone, which is `key: key`. */
  #member(): readonly [string, CodeExpression] {
    const token = this.peek()!;
    if (this.isAt('.') && this.isAt('.', 1) && this.isAt('.', 2)) {
      this.index += 3;
      return [SPREAD, this.#whole('}')];
    }
    const key =
      token.kind === 'string' ? token.parts.filter((part) => typeof part === 'string').join('') : token.text;
    if (token.kind === 'punctuation') return [token.text, this.#whole('}')];
    if (!this.isAt(':', 1)) return [key, this.#whole('}')];
    this.index += 2;
    return [key, this.#whole('}')];
  }

  /** At an opening parenthesis. */
  arguments(): CodeArguments {
    const plain: CodeExpression[] = [];
    const named: (readonly [string, CodeExpression])[] = [];
    this.#bracketed(() => {
      this.index += 1;
      while (this.peek() && !this.isAt(')')) {
        const name = this.#isDoubleStar() ? SPREAD : this.#argumentName();
        const value = this.#whole(')');
        if (name === undefined) plain.push(value);
        else named.push([name, value]);
        if (this.isAt(',')) this.index += 1;
      }
      this.index += 1;
      return { kind: 'unknown', text: '' };
    });
    return { plain, named };
  }

  #isDoubleStar(): boolean {
    if (!this.isAt('*') || !this.isAt('*', 1)) return false;
    this.index += 2;
    return true;
  }

  #argumentName(): string | undefined {
    const token = this.peek();
    if (token?.kind !== 'name' || !this.isAt('=', 1) || this.isAt('=', 2)) return undefined;
    this.index += 2;
    return token.text;
  }

  /** An expression that reaches to the next comma or closer; anything left over makes it unknown. */
  #whole(closer: string): CodeExpression {
    const first = this.index;
    const value = this.expression();
    if (!this.peek() || this.isAt(',') || this.isAt(closer)) return value;
    while (this.peek() && !this.isAt(',') && !this.isAt(closer)) {
      if (!this.#skipBrackets()) this.index += 1;
    }
    return this.#unknownFrom(first);
  }

  /** False when there is no opening bracket here. */
  #skipBrackets(): boolean {
    const token = this.peek();
    if (token?.kind !== 'punctuation' || !(token.text in CLOSERS)) return false;
    const waiting: string[] = [];
    do {
      const { text, kind } = this.peek()!;
      if (kind === 'punctuation' && text in CLOSERS) waiting.push(CLOSERS[text]!);
      else if (kind === 'punctuation' && text === waiting.at(-1)) waiting.pop();
      this.index += 1;
    } while (waiting.length > 0 && this.peek());
    return true;
  }

  #unknownFrom(first: number): CodeExpression {
    const start = this.tokens[first]?.at ?? 0;
    const end = this.peek()?.at ?? this.#text.length;
    return { kind: 'unknown', text: this.#text.slice(start, end).trim() };
  }
}
