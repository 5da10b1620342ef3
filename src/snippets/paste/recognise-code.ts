/** Calls of the Python and TypeScript SDK: `list_runs(...)`, `runs.query({...})`, `read_run(...)`. */
import { shown } from './argument-notes.ts';
import { CodeEvaluator, type CodeValue } from './evaluate-code.ts';
import { findCalls, type FoundCall } from './find-calls.ts';
import { hintsIn } from './deployment-hints.ts';
import type { Reading, RunsPatch } from './patch.ts';
import { type CodeArguments, SPREAD } from './parse-code.ts';
import { type NamedValues, readArguments } from './read-arguments.ts';

export function recogniseCode(text: string, now: number): Reading | undefined {
  const { calls, variables } = findCalls(text);
  const [call] = calls;
  if (!call) return undefined;
  const evaluator = new CodeEvaluator(variables, now);
  const read = call.isSingle ? readSingle(call, evaluator) : readQuery(call, evaluator, now);
  const kind = call.isTypescript ? 'typescript' : 'python';
  const notes = [
    ...(calls.length > 1
      ? [`There are ${calls.length} queries in this text; this is the first. Paste the others one by one.`]
      : []),
    ...read.notes,
    ...[...evaluator.holes].map(
      (hole) =>
        `The value of ${shown(hole)} is not in the text; it stands as <${shown(hole)}> in the filter.`,
    ),
    ...placeholdersIn(read.patch, evaluator.holes),
  ];
  const deployment = hintsIn(text);
  return {
    kind,
    confidence: 'sure',
    patch: { ...read.patch, ...(deployment ? { deployment } : {}) },
    notes,
  };
}

function readQuery(call: FoundCall, evaluator: CodeEvaluator, now: number) {
  const values = namedValues(call.args, evaluator);
  const read = readArguments(values, call.generation, now);
  const { stopAfter } = call;
  const args = { ...read.patch.args, ...(stopAfter === undefined ? {} : { limit: stopAfter }) };
  const isTraces = call.method === 'traces.query';
  return {
    notes: read.notes,
    patch: {
      ...read.patch,
      ...(isTraces ? { view: 'traces' as const } : {}),
      ...(Object.keys(args).length > 0 ? { args } : {}),
    },
  };
}

/** `read_run(id)`. */
function readSingle(
  call: FoundCall,
  evaluator: CodeEvaluator,
): { patch: RunsPatch; notes: readonly string[] } {
  const [first] = call.args.plain;
  const named = call.args.named.find(([name]) => /^run_?id$/i.test(name))?.[1];
  const expression = first ?? named;
  const value = expression && evaluator.value(expression);
  if (value?.kind === 'plain' && typeof value.value === 'string') {
    return { patch: { open: { kind: 'run', runId: value.value } }, notes: [] };
  }
  return { patch: {}, notes: ['Which run is read is not in the text.'] };
}

function namedValues(args: CodeArguments, evaluator: CodeEvaluator): NamedValues {
  const named: NamedValues = [
    ...args.plain.flatMap((each): NamedValues => {
      const value = evaluator.value(each);
      return value.kind === 'record' ? value.members : [['an argument without a name', value]];
    }),
    ...args.named.map(([name, each]) => [name, evaluator.value(each)] as const),
  ];
  return named.flatMap(unfolded);
}

/** What is spread in, or sent beside the named arguments, is an argument too. */
function unfolded([name, value]: readonly [string, CodeValue]): NamedValues {
  if (name !== SPREAD && name !== 'extra_body') return [[name, value]];
  return value.kind === 'record' ? value.members : [[name === SPREAD ? 'what is spread in' : name, value]];
}

function placeholdersIn(
  { filter, traceFilter, treeFilter }: RunsPatch,
  holes: ReadonlySet<string>,
): readonly string[] {
  const found = [filter, traceFilter, treeFilter].flatMap((text) => text?.match(/<[A-Za-z][\w .-]*>/g) ?? []);
  return [...new Set(found)]
    .filter((placeholder) => !holes.has(placeholder.slice(1, -1)))
    .map((placeholder) => `The filter holds the placeholder ${shown(placeholder)}; put a real value in.`);
}
