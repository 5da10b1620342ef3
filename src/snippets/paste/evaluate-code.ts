/** Expressions of pasted code as values, with the variables assigned before; without running anything. */
import { printTimestamp } from '../../contract/timestamp.ts';
import { type CodeArguments, type CodeExpression, CodeParser, SPREAD } from './parse-code.ts';
import type { StringPart } from './code-tokens.ts';
import { callTime, plusTime } from './code-times.ts';

/** `ago`: seconds before the moment of running; `span`: a timedelta in seconds. */
export type CodeValue =
  | { readonly kind: 'plain'; readonly value: string | number | boolean | null }
  | { readonly kind: 'list'; readonly items: readonly CodeValue[] }
  | { readonly kind: 'record'; readonly members: readonly (readonly [string, CodeValue])[] }
  | { readonly kind: 'moment'; readonly time: number }
  | { readonly kind: 'ago'; readonly seconds: number }
  | { readonly kind: 'span'; readonly seconds: number }
  | { readonly kind: 'unknown'; readonly text: string };

export type Variables = ReadonlyMap<string, CodeExpression>;

/** More is a loop: a variable may be made of itself. */
const DEEPEST = 20;

export class CodeEvaluator {
  readonly holes = new Set<string>();
  readonly #variables: Variables;
  readonly #now: number;
  #depth = 0;

  constructor(variables: Variables, now: number) {
    this.#variables = variables;
    this.#now = now;
  }

  value(expression: CodeExpression): CodeValue {
    if (this.#depth >= DEEPEST) return { kind: 'unknown', text: '…' };
    this.#depth += 1;
    const value = this.#valueOf(expression);
    this.#depth -= 1;
    return value;
  }

  #valueOf(expression: CodeExpression): CodeValue {
    switch (expression.kind) {
      case 'text':
        return { kind: 'plain', value: expression.parts.map((part) => this.#part(part)).join('') };
      case 'number':
        return { kind: 'plain', value: expression.value };
      case 'word':
        return this.#word(expression.name);
      case 'list':
        return { kind: 'list', items: expression.items.map((item) => this.value(item)) };
      case 'record':
        return this.#record(expression.members);
      case 'call':
        return this.#call(expression);
      case 'binary':
        return this.#binary(expression);
      default:
        return { kind: 'unknown', text: expression.text };
    }
  }

  #word(name: string): CodeValue {
    const known = WORDS.get(name);
    if (known !== undefined) return { kind: 'plain', value: known };
    const variable = this.#variables.get(name);
    return variable ? this.value(variable) : { kind: 'unknown', text: name };
  }

  #call(expression: Extract<CodeExpression, { kind: 'call' }>): CodeValue {
    const { name, target, args } = expression;
    const time = callTime(expression, (each) => this.value(each));
    if (time) return time;
    const [first] = args.plain;
    const keepsMoment =
      name !== 'replace' || args.named.every(([part]) => part === 'tzinfo' || part === 'microsecond');
    if (
      /^(?:isoformat|toISOString|getTime|valueOf|astimezone|replace)$/.test(name) &&
      target &&
      keepsMoment
    ) {
      return this.value(target);
    }
    if ((name === 'dumps' || name === 'stringify') && first) {
      const plain = this.value(first);
      if (plain.kind === 'plain') return { kind: 'plain', value: JSON.stringify(plain.value) };
    }
    if (name === 'dict' && !target) return this.#dict(args);
    if (/^(?:UUID|str|String|list|tuple|int|Number|Array\.from)$/.test(name) && first)
      return this.value(first);
    return { kind: 'unknown', text: `${name}(…)` };
  }

  /** `dict(filter=…, **others)`. */
  #dict({ plain, named }: CodeArguments): CodeValue {
    return this.#record([...plain.map((each) => [SPREAD, each] as const), ...named]);
  }

  #record(entries: readonly (readonly [string, CodeExpression])[]): CodeValue {
    const members = entries.flatMap(([name, each]) => {
      const value = this.value(each);
      return name === SPREAD && value.kind === 'record' ? value.members : [[name, value] as const];
    });
    return { kind: 'record', members };
  }

  #binary({ op, left, right }: Extract<CodeExpression, { kind: 'binary' }>): CodeValue {
    const [a, b] = [this.value(left), this.value(right)];
    const time = plusTime(op, a, b);
    if (time) return time;
    const unknown: CodeValue = { kind: 'unknown', text: `… ${op} …` };
    if (a.kind !== 'plain' || b.kind !== 'plain') return unknown;
    if (op === '+' && (typeof a.value === 'string' || typeof b.value === 'string')) {
      return { kind: 'plain', value: `${a.value}${b.value}` };
    }
    if (typeof a.value !== 'number' || typeof b.value !== 'number') return unknown;
    return { kind: 'plain', value: arithmetic(op, a.value, b.value) };
  }

  /** A hole that cannot be filled stays visible, and is told. */
  #part(part: StringPart): string {
    if (typeof part === 'string') return part;
    const value = this.value(new CodeParser(part.hole).expression());
    if (value.kind === 'plain') return String(value.value);
    if (value.kind === 'moment') return printTimestamp(value.time);
    if (value.kind === 'ago') return printTimestamp(this.#now - value.seconds * 1000);
    this.holes.add(part.hole);
    return `<${part.hole}>`;
  }
}

const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ['True', true],
  ['true', true],
  ['False', false],
  ['false', false],
  ['None', null],
  ['null', null],
  ['undefined', null],
]);

function arithmetic(op: string, a: number, b: number): number {
  if (op === '+') return a + b;
  if (op === '-') return a - b;
  return op === '*' ? a * b : a / b;
}
