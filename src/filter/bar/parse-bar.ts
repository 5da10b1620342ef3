/**
 * Search-bar text → tree and problems. Total: any text gives an answer. AND binds tighter than OR, a blank
 * is AND, `-` and NOT bind tightest.
 */
import type { Problem, Range } from '../ast.ts';
import { problemAt } from '../token.ts';
import type { BarExpression, BarMatch, BarWord } from './bar-tree.ts';
import { parseBarRange } from './parse-bar-range.ts';
import { type BarToken, scanBar } from './scan-bar.ts';

export interface ParsedBar {
  /** Undefined for a blank text, which asks for nothing. */
  readonly tree: BarExpression | undefined;
  readonly problems: readonly Problem[];
}

export function parseBar(text: string): ParsedBar {
  return new BarParser(scanBar(text), text.length).parse();
}

const DEEPEST = 100;

class BarParser {
  readonly problems: Problem[] = [];
  readonly #tokens: readonly BarToken[];
  readonly #end: number;
  #index = 0;
  #depth = 0;

  constructor(tokens: readonly BarToken[], end: number) {
    this.#end = end;
    for (const { problem } of tokens) if (problem) this.problems.push(problem);
    this.#tokens = tokens.filter(({ kind }) => kind !== 'error');
  }

  parse(): ParsedBar {
    const parts: BarExpression[] = [];
    while (this.peek()) {
      const part = this.#any();
      if (part) parts.push(part);
      const stray = this.peek();
      if (!stray) break;
      this.#report(stray, 'extra-close', `Nothing is open here; delete "${this.take().text}".`);
    }
    const problems = this.problems.toSorted((a, b) => a.from - b.from || a.to - b.to);
    return { tree: joined('and', parts), problems };
  }

  #any(): BarExpression | undefined {
    const parts: (BarExpression | undefined)[] = [this.#all()];
    while (this.peek()?.kind === 'or') {
      const keyword = this.take();
      parts.push(this.#all());
      if (!parts.at(-1) || !parts.at(-2)) this.#missingSide(keyword);
    }
    return joined(
      'or',
      parts.filter((part) => part !== undefined),
    );
  }

  #all(): BarExpression | undefined {
    const parts: BarExpression[] = [];
    let hanging: BarToken | undefined;
    for (let next = this.peek(); next; next = this.peek()) {
      if (next.kind === 'and') {
        if (hanging || parts.length === 0) this.#missingSide(next);
        hanging = this.take();
        continue;
      }
      if (['or', 'close', 'group-close'].includes(next.kind)) break;
      const part = this.#negated();
      if (!part) continue;
      parts.push(part);
      hanging = undefined;
    }
    if (hanging && parts.length > 0) this.#missingSide(hanging);
    return joined('and', parts);
  }

  #negated(): BarExpression | undefined {
    const signs: BarToken[] = [];
    while (this.peek()?.kind === 'not') signs.push(this.take());
    const part = this.#single();
    if (!part) {
      const sign = signs.at(-1);
      if (sign) this.#report(sign, 'missing-side', `Something to deny follows "${sign.text}".`);
      return undefined;
    }
    // Twice is not at all; any number of signs makes one level, so that nothing nests without bound.
    if (signs.length % 2 === 0) return part;
    return part.kind === 'not' ? part.part : { kind: 'not', from: signs[0]!.from, to: part.to, part };
  }

  #single(): BarExpression | undefined {
    const next = this.peek();
    if (next?.kind === 'open') return this.#parenthesis(this.take());
    if (next?.kind === 'field') return this.#clause(this.take());
    if (next?.kind === 'word') {
      const { from, to, word } = this.take();
      return { kind: 'term', from, to, word: word! };
    }
    if (next && ['and', 'or', 'close', 'group-close'].includes(next.kind)) return undefined;
    if (next) this.#report(next, 'stray', `"${this.take().text}" means nothing here.`);
    return undefined;
  }

  #parenthesis(open: BarToken): BarExpression | undefined {
    const inner = this.#nested(open, 'close');
    if (!inner) this.#report(open, 'empty-group', 'There is nothing in these parentheses.');
    return inner;
  }

  #nested(open: BarToken, close: BarToken['kind']): BarExpression | undefined {
    if (this.#depth >= DEEPEST) {
      this.#report(open, 'too-deep', 'This is nested too deeply to be read.');
      this.#index = this.#tokens.length;
      return { kind: 'hole', from: open.from, to: this.#end };
    }
    this.#depth += 1;
    const inner = this.#any();
    this.#depth -= 1;
    if (this.peek()?.kind === close) this.take();
    else
      this.#report(
        open,
        'unclosed',
        `What is opened here is never closed; add ${close === 'close' ? ')' : '}'}.`,
      );
    return inner;
  }

  #clause(field: BarToken): BarExpression {
    const [name = '', ...path] = field.segments ?? [];
    const operator = this.take();
    const match = this.#match(operator, name);
    const to = this.#index > 0 ? this.#tokens[this.#index - 1]!.to : operator.to;
    if (!match) return { kind: 'hole', from: field.from, to };
    return {
      kind: 'clause',
      from: field.from,
      to,
      field: { from: field.from, to: field.to, name, path },
      match,
    };
  }

  #match(operator: BarToken, name: string): BarMatch | undefined {
    if (operator.text === ':[' || (operator.text === ':{' && this.#isRangeAhead())) {
      return parseBarRange(this, operator);
    }
    if (operator.text === ':{') {
      const part = this.#nested(operator, 'group-close');
      if (!part) this.#report(operator, 'empty-group', `There is nothing in the braces after "${name}".`);
      return part && { kind: 'group', part };
    }
    const word = this.peek()?.kind === 'word' ? this.#valueWord(operator) : undefined;
    if (!word) {
      this.#report(operator, 'missing-value', `"${name}" lacks a value.`);
      return undefined;
    }
    return matchOf(operator.text, word);
  }

  /** Only what the scanner has read as this clause's value: it follows without a stop in between. */
  #valueWord(operator: BarToken): BarWord | undefined {
    const next = this.peek()!;
    const isMine = next.from === operator.to || next.problem?.code === 'blank-after-colon';
    return isMine ? this.take().word : undefined;
  }

  #isRangeAhead(): boolean {
    return this.#tokens[this.#index + 1]?.kind === 'to' || this.peek()?.kind === 'range-close';
  }

  peek(): BarToken | undefined {
    return this.#tokens[this.#index];
  }

  take(): BarToken {
    const token = this.#tokens[this.#index];
    if (!token) throw new Error('The parser read beyond the end.');
    this.#index += 1;
    return token;
  }

  #missingSide(keyword: BarToken): void {
    this.#report(
      keyword,
      'missing-side',
      `There is something to say on both sides of ${keyword.text.toUpperCase()}.`,
    );
  }

  #report(range: Range, code: string, message: string): void {
    this.problems.push(problemAt(range, code, message));
  }
}

function matchOf(operator: string, word: BarWord): BarMatch {
  if (operator === ':~') return { kind: 'matches', word };
  if (operator === ':') {
    const parts = word.wildcard;
    if (!parts) return { kind: 'is', word };
    return parts.every((part) => part === '') ? { kind: 'exists' } : { kind: 'pattern', parts, word };
  }
  const op = { ':>': 'gt', ':>=': 'gte', ':<': 'lt', ':<=': 'lte' } as const;
  return { kind: 'compare', op: op[operator as keyof typeof op], word };
}

function joined(kind: 'and' | 'or', parts: readonly BarExpression[]): BarExpression | undefined {
  const [first] = parts;
  if (!first || parts.length === 1) return first;
  return { kind, from: first.from, to: parts.at(-1)!.to, parts };
}
