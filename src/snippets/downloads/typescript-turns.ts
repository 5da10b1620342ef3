/** Conversations in TypeScript: the turns of each thread as they were recorded, gathered and in order. */
import { indent } from '../code-text.ts';

export interface TurnsParts {
  readonly isNew: boolean;
  /** The method that streams runs. */
  readonly method: string;
  /** Where the first questions only find the threads (extract/plan/follow-ups.ts). */
  readonly isFinding: boolean;
  /** Conversations at most. */
  readonly limit: number | undefined;
  /** Arguments of what follows: of turns by thread, of lone turns by id. */
  readonly threadArgs: readonly string[];
  readonly idArgs: readonly string[];
}

const threadOf = (isNew: boolean): readonly string[] => [
  "// LangSmith takes these three keys as a thread's name, in this order.",
  'const threadOf = (run) => {',
  `  const metadata = ${isNew ? 'run.metadata ?? run.extra?.metadata' : 'run.extra?.metadata'};`,
  "  const names = ['thread_id', 'session_id', 'conversation_id'].map((key) => metadata?.[key]);",
  "  return run.thread_id ?? names.find((name) => typeof name === 'string' && name !== '');",
  '};',
  '',
];

/** The first questions stand before it, named `finding`. */
const typescriptFinding = ({ method, limit, threadArgs, idArgs, isNew }: TurnsParts): readonly string[] => [
  'const found = new Set();',
  'const conditions = [];',
  'const alone = [];',
  'finding: for (const question of finding) {',
  `  for await (const run of ${method}(question)) {`,
  '    const thread = threadOf(run);',
  '    if (found.has(thread ?? run.id)) continue;',
  '    found.add(thread ?? run.id);',
  '    if (thread === undefined) alone.push(run.id);',
  '    else conditions.push(`eq(thread_id, ${JSON.stringify(thread)})`);',
  ...(limit === undefined ? [] : [`    if (found.size >= ${limit}) break finding;`]),
  '  }',
  '}',
  '',
  '// The threads found are read whole, fifty at a time.',
  'const questions = [];',
  'for (let from = 0; from < conditions.length; from += 50) {',
  '  const some = conditions.slice(from, from + 50);',
  '  questions.push({',
  ...indent(threadArgs, 4),
  "    filter: some.length === 1 ? some[0] : `or(${some.join(', ')})`,",
  '  });',
  '}',
  'for (let from = 0; from < alone.length; from += 100) {',
  '  questions.push({',
  ...indent([`${isNew ? 'ids' : 'id'}: alone.slice(from, from + 100),`, ...idArgs], 4),
  '  });',
  '}',
  '',
];

export const typescriptTurns = (parts: TurnsParts, questions: readonly string[]): readonly string[] => [
  ...threadOf(parts.isNew),
  ...questions,
  ...(parts.isFinding ? typescriptFinding(parts) : []),
  'const threads = new Map();',
  'for (const question of questions) {',
  `  for await (const run of ${parts.method}(question)) {`,
  '    const name = threadOf(run) ?? run.id;',
  ...(parts.isFinding ? ['    if (!found.has(name)) continue;'] : []),
  '    if (!threads.has(name)) threads.set(name, new Map());',
  '    threads.get(name).set(run.id, run);',
  '  }',
  '}',
  '',
  'for (const turns of threads.values()) {',
  '  const runs = [...turns.values()].sort((a, b) => (time(a.start_time) < time(b.start_time) ? -1 : 1));',
  '  print({',
  '    thread_id: threadOf(runs[0]) ?? null,',
  '    turns: runs.length,',
  '    run_ids: runs.map(({ id }) => id),',
  '    start_time: time(runs[0].start_time),',
  '    runs: runs.map(({ inputs, outputs, error }) => ({ inputs, outputs, error })),',
  '  });',
  '}',
];
