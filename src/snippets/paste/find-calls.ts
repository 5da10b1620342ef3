import { textOf } from './code-tokens.ts';
import { CodeParser, type CodeArguments, type CodeExpression, SPREAD } from './parse-code.ts';

export interface FoundCall {
  readonly method: string;
  readonly args: CodeArguments;
  readonly generation: 'v1' | 'v2';
  readonly isTypescript: boolean;
  /** Reads one run by its id. */
  readonly isSingle: boolean;
  /** A loop or islice() around it ends after so many rows. */
  readonly stopAfter?: number;
}

export interface FoundCalls {
  readonly calls: readonly FoundCall[];
  readonly variables: ReadonlyMap<string, CodeExpression>;
}

const OLD = new Set(['list_runs', 'alist_runs', 'listRuns']);
const SINGLE = new Set(['read_run', 'aread_run', 'readRun']);

/** A program with more is no snippet. */
const MOST_VARIABLES = 300;

/** Assignments and calls of a program, in order; the program is only read. */
export function findCalls(text: string): FoundCalls {
  const parser = new CodeParser(text);
  const variables = new Map<string, CodeExpression>();
  const calls: FoundCall[] = [];
  let depth = 0;
  for (let at = 0; at < parser.tokens.length; at++) {
    const token = parser.tokens[at]!;
    if (token.kind === 'punctuation') depth = Math.max(0, depth + depthOf(token.text));
    if (token.kind !== 'name') continue;
    const call = callAt(parser, at, text);
    if (call) {
      calls.push(call);
      // `submit(client.list_runs, …)`: the parenthesis that was closed had been opened before.
      if (parser.tokens[at + 1]!.text === ',') depth = Math.max(0, depth - 1);
      at = Math.max(at, parser.index - 1);
      continue;
    }
    // What is assigned after the first query was another value when it ran.
    if (calls.length > 0 || variables.size >= MOST_VARIABLES) continue;
    const member = memberAt(parser, at);
    if (member) {
      parser.index = member.valueAt;
      const members = [
        ...membersBefore(variables.get(token.text)),
        [member.name, parser.expression()] as const,
      ];
      if (members.length < MOST_VARIABLES) variables.set(token.text, { kind: 'record', members });
      continue;
    }
    const valueAt = assignmentAt(parser, at, depth);
    if (valueAt === undefined) continue;
    parser.index = valueAt;
    variables.set(token.text, parser.expression());
  }
  return { calls, variables };
}

function depthOf(text: string): number {
  if (text === '(' || text === '[') return 1;
  return text === ')' || text === ']' ? -1 : 0;
}

function membersBefore(before: CodeExpression | undefined): readonly (readonly [string, CodeExpression])[] {
  if (!before) return [];
  return before.kind === 'record' ? before.members : [[SPREAD, before]];
}

/** `name["key"] = …` and `name.key = …` at the start of a line. */
function memberAt({ tokens }: CodeParser, at: number): { name: string; valueAt: number } | undefined {
  if (!tokens[at]!.startsLine) return undefined;
  const key = tokens[at + 2];
  const [opener, closer] = [tokens[at + 1]?.text, tokens[at + 3]?.text];
  const isSubscript = opener === '[' && key?.kind === 'string' && closer === ']';
  const isProperty = opener === '.' && key?.kind === 'name';
  const equals = at + (isSubscript ? 4 : 3);
  const isAssigned = tokens[equals]?.text === '=' && tokens[equals + 1]?.text !== '=';
  if (!key || !isAssigned || !(isSubscript || isProperty)) return undefined;
  const name = key.kind === 'string' ? textOf(key.parts) : key.text;
  return { name, valueAt: equals + 1 };
}

/** Where the value of `name = …`, `name: type = …` or `const name = …` begins. */
function assignmentAt({ tokens }: CodeParser, at: number, depth: number): number | undefined {
  const token = tokens[at]!;
  const before = tokens[at - 1];
  const isDeclared = before !== undefined && ['const', 'let', 'var'].includes(before.text);
  if (!isDeclared && (!token.startsLine || depth > 0)) return undefined;
  let next = at + 1;
  // A type annotation ends on its line.
  if (tokens[next]?.text === ':') {
    next += 1;
    while (tokens[next] && tokens[next]!.text !== '=' && !tokens[next]!.startsLine && next - at < 20)
      next += 1;
  }
  return tokens[next]?.text === '=' && tokens[next + 1]?.text !== '=' ? next + 1 : undefined;
}

function callAt(parser: CodeParser, at: number, text: string): FoundCall | undefined {
  const { tokens } = parser;
  const name = tokens[at]!.text;
  const isNew =
    name === 'query' &&
    tokens[at - 1]?.text === '.' &&
    ['runs', 'traces'].includes(tokens[at - 2]?.text ?? '');
  const isSingle = SINGLE.has(name) || (name === 'retrieve' && tokens[at - 2]?.text === 'runs');
  if (!OLD.has(name) && !isNew && !isSingle) return undefined;
  if (tokens[at - 1]?.text === 'def') return undefined;
  // `submit(client.list_runs, project_name=…)` passes the arguments beside the function.
  const opener = tokens[at + 1]?.text;
  if (opener !== '(' && opener !== ',') return undefined;
  parser.index = at + 1;
  const args = parser.arguments();
  const stopAfter = stopOf(parser, at, text);
  return {
    method: isNew ? `${tokens[at - 2]!.text}.query` : name,
    args,
    generation: isNew ? 'v2' : 'v1',
    isTypescript: /[A-Z]/.test(name) || args.plain.some(({ kind }) => kind === 'record'),
    isSingle,
    ...(stopAfter === undefined ? {} : { stopAfter }),
  };
}

/** `islice(client.list_runs(…), 500)`, or a loop that breaks after 500 rows. */
function stopOf(parser: CodeParser, at: number, text: string): number | undefined {
  const { tokens } = parser;
  const isSliced = tokens.slice(Math.max(0, at - 4), at).some((token) => token.text === 'islice');
  const after = tokens[parser.index + 1];
  if (isSliced && parser.isAt(',') && after?.kind === 'number') return Number(after.text);
  const rest = text.slice(
    tokens[parser.index]?.at ?? text.length,
    (tokens[parser.index]?.at ?? text.length) + 400,
  );
  const stop = /\bif\b[^\n]*(?:===?|>=)\s*(\d+)\s*\)?\s*:?\s*\{?\s*break\b/.exec(rest);
  return stop ? Number(stop[1]) : undefined;
}
