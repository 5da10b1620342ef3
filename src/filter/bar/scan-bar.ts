/** Text → tokens of the search bar. Total; highlighting and parsing both read these. */
import type { Problem, Range } from '../ast.ts';
import { problemAt } from '../token.ts';
import type { BarWord } from './bar-tree.ts';
import { readBarWord } from './bar-word.ts';

export interface BarToken extends Range {
  readonly kind:
    | 'field'
    | 'operator'
    | 'word'
    | 'and'
    | 'or'
    | 'not'
    | 'to'
    | 'open'
    | 'close'
    | 'group-close'
    | 'range-close'
    | 'error';
  readonly text: string;
  /** Of a field: its name and path. */
  readonly segments?: readonly string[];
  /** Of a word. */
  readonly word?: BarWord;
  /** Of an operator, `to` and `range-close`: a blank stands before what follows. */
  readonly problem?: Problem;
}

const SEGMENT = String.raw`(?:"(?:[^"\\]|\\.)*"|(?:[^\s:."()\\{}[\]]|\\.)+)`;
const FIELD = new RegExp(String.raw`[A-Za-z_][\w-]*(?:\.${SEGMENT})*(?=:)`, 'suy');
const OPERATOR = /:(?:~|>=|<=|>|<|\[|\{)?/y;
const KEYWORD = /(?:and|or|not)(?![^\s()])/iy;
const SEGMENTS = new RegExp(SEGMENT, 'gsu');

export function scanBar(text: string): readonly BarToken[] {
  return new BarScanner(text).scan();
}

class BarScanner {
  readonly #text: string;
  readonly #tokens: BarToken[] = [];
  #at = 0;
  #openGroups = 0;

  constructor(text: string) {
    this.#text = text;
  }

  scan(): readonly BarToken[] {
    for (this.#skipBlanks(); this.#at < this.#text.length; this.#skipBlanks()) this.#one();
    return this.#tokens;
  }

  #one(): void {
    const next = this.#text[this.#at]!;
    if (next === '(') return this.#push('open', 1);
    if (next === ')') return this.#push('close', 1);
    if (next === '}' && this.#openGroups > 0) {
      this.#openGroups -= 1;
      return this.#push('group-close', 1);
    }
    if (next === '-' && /[^\s]/.test(this.#text[this.#at + 1] ?? ' ')) return this.#push('not', 1);
    const keyword = this.#match(KEYWORD);
    if (keyword) return this.#push(keyword.toLowerCase() as 'and' | 'or' | 'not', keyword.length);
    const field = this.#match(FIELD);
    if (field !== undefined) return this.#clause(field);
    if (next === ':') return this.#strayColon();
    this.#word();
  }

  #clause(field: string): void {
    this.#push('field', field.length, { segments: segmentsOf(field) });
    const isGroup = field === 'feedback' && this.#text.startsWith(':{', this.#at) && !this.#isRange();
    const operator = this.#match(OPERATOR)!;
    this.#push('operator', operator.length);
    if (isGroup) {
      this.#openGroups += 1;
      return;
    }
    if (operator === ':[' || operator === ':{') return this.#range();
    if (/\s/.test(this.#text[this.#at] ?? '') && this.#hasMoreAfterBlank()) {
      this.#blankAfterColon();
    } else if (this.#at < this.#text.length && !'()'.includes(this.#text[this.#at]!)) {
      this.#word();
    }
  }

  /** `feedback:{a TO b}` is nobody's range, but the words decide. */
  #isRange(): boolean {
    return /^:\{\s*[^\s:{}]+\s+to\s/i.test(this.#text.slice(this.#at, this.#at + 200));
  }

  #range(): void {
    this.#skipBlanks();
    this.#boundWord();
    this.#skipBlanks();
    const to = this.#match(/to(?=\s|[\]}]|$)/iy);
    if (to === undefined) return this.#rangeClose();
    this.#push('to', to.length);
    this.#skipBlanks();
    this.#boundWord();
    this.#skipBlanks();
    this.#rangeClose();
  }

  #boundWord(): void {
    const next = this.#text[this.#at];
    if (next !== undefined && !'()]}'.includes(next)) this.#word(']}');
  }

  #rangeClose(): void {
    const next = this.#text[this.#at];
    if (next === ']' || next === '}') this.#push('range-close', 1);
  }

  #word(stops = this.#openGroups > 0 ? '}' : ''): void {
    const { word, problem } = readBarWord(this.#text, this.#at, stops);
    if (word.to === this.#at) return this.#refuse('stray', `"${this.#text[this.#at]}" means nothing here.`);
    this.#push('word', word.to - this.#at, { word, ...(problem ? { problem } : {}) });
  }

  #hasMoreAfterBlank(): boolean {
    return /^\s+[^\s()]/.test(this.#text.slice(this.#at, this.#at + 100));
  }

  /** The next word is taken as the value all the same, so that one slip is one problem. */
  #blankAfterColon(): void {
    const from = this.#at;
    this.#skipBlanks();
    const problem = problemAt(
      { from, to: this.#at },
      'blank-after-colon',
      'Delete the blank after the colon.',
    );
    const { word } = readBarWord(this.#text, this.#at, this.#openGroups > 0 ? '}' : '');
    this.#push('word', word.to - this.#at, { word, problem });
  }

  #strayColon(): void {
    this.#refuse('stray-colon', 'A field stands directly before the colon, as in status:error.');
  }

  #refuse(code: string, message: string): void {
    const problem = problemAt({ from: this.#at, to: this.#at + 1 }, code, message);
    this.#push('error', 1, { problem });
  }

  #push(kind: BarToken['kind'], length: number, more: Partial<BarToken> = {}): void {
    const from = this.#at;
    this.#at += length;
    this.#tokens.push({ kind, from, to: this.#at, text: this.#text.slice(from, this.#at), ...more });
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text)?.[0];
  }

  #skipBlanks(): void {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at += 1;
  }
}

function segmentsOf(field: string): readonly string[] {
  const [name = '', ...path] = field.match(SEGMENTS) ?? [];
  return [name, ...path.map(unescaped)];
}

function unescaped(segment: string): string {
  const bare = segment.startsWith('"') ? segment.slice(1, -1) : segment;
  return bare.replace(/\\(.)/gs, '$1');
}
