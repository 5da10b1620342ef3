/** A download as a TypeScript program: LangSmith's SDK in, JSON lines out, with the rows of the file. */
import type { RunField, RunQuery } from '../../contract/api.ts';
import { nestedNames } from '../../extract/layout.ts';
import { FIND_FIELDS, findsOf, partFields, ROOT_FIELDS } from '../../extract/plan/tasks.ts';
import type { ExtractSpec } from '../../extract/spec.ts';
import { type Argument, indent, stringLiteral, typescriptLiteral } from '../code-text.ts';
import { allOf, comparisonText } from '../question.ts';
import { BEGINNING } from '../v2-arguments.ts';
import { columnCode } from './column-code.ts';
import {
  type Arguments,
  findsTraces,
  newArguments,
  oldArguments,
  partQuery,
  scriptQueries,
} from './script-arguments.ts';
import { typescriptTurns } from './typescript-turns.ts';
import { TYPESCRIPT_HELPERS } from './typescript-helpers.ts';

const OLD_NAMES: Readonly<Record<string, string>> = {
  session: 'projectId',
  trace: 'traceId',
  parent_run: 'parentRunId',
  reference_example: 'referenceExampleId',
  run_type: 'runType',
  is_root: 'isRoot',
  trace_filter: 'traceFilter',
  tree_filter: 'treeFilter',
  start_time: 'startTime',
};

/** `listRuns` has no argument for the end of a window: it is asked for in the filter. */
function oldMembers({ end_time, filter, ...args }: Arguments): readonly string[] {
  const end = typeof end_time === 'string' ? comparisonText('lt', 'start_time', end_time) : undefined;
  const both = allOf(typeof filter === 'string' ? filter : undefined, end);
  return Object.entries({ ...args, ...(both === undefined ? {} : { filter: both }) }).map(
    ([name, value]) =>
      `${OLD_NAMES[name] ?? name}: ${name === 'start_time' ? `new Date(${typescriptLiteral(value)})` : typescriptLiteral(value)},`,
  );
}

const newMembers = (args: Arguments): readonly string[] =>
  Object.entries(args).map(([name, value]: [string, Argument]) => `${name}: ${typescriptLiteral(value)},`);

interface Writer {
  readonly spec: ExtractSpec;
  readonly isNew: boolean;
}

const method = (isNew: boolean) => (isNew ? 'client.runs.query' : 'client.listRuns');

const membersOf = (isNew: boolean, query: RunQuery, fields: readonly RunField[]) =>
  isNew ? newMembers(newArguments(query, fields)) : oldMembers(oldArguments(query, fields));

function list(name: string, { spec, isNew }: Writer, fields: readonly RunField[]): readonly string[] {
  const members = scriptQueries(spec).map((query) => membersOf(isNew, query, fields));
  return [`const ${name} = [`, ...members.flatMap((args) => ['  {', ...indent(args, 4), '  },']), '];', ''];
}

const limitOf = ({ source }: ExtractSpec) => (source.kind === 'question' ? source.limit : undefined);

/** A limit counts traces, and an id may be of any run: then the traces are found first. */
function questions(writer: Writer): readonly string[] {
  const { spec, isNew } = writer;
  const fields = partFields(spec);
  if (!findsTraces(spec)) return list('questions', writer, fields);
  const { projectIds } = scriptQueries(spec)[0]!;
  const limit = limitOf(spec);
  return [
    ...list('finding', writer, FIND_FIELDS.traces),
    'const found = new Set();',
    'finding: for (const question of finding) {',
    `  for await (const run of ${method(isNew)}(question)) {`,
    '    found.add(run.trace_id);',
    ...(limit === undefined ? [] : [`    if (found.size >= ${limit}) break finding;`]),
    '  }',
    '}',
    '',
    'const questions = [];',
    'for (let from = 0; from < found.size; from += 100) {',
    '  questions.push({',
    ...indent(membersOf(isNew, partQuery(spec, projectIds), fields), 4),
    '    filter: `in(trace_id, ${JSON.stringify([...found].slice(from, from + 100))})`,',
    '  });',
    '}',
    '',
  ];
}

function loop(writer: Writer, body: readonly string[]): readonly string[] {
  const limit = findsTraces(writer.spec) ? undefined : limitOf(writer.spec);
  const counted = limit === undefined ? [] : [`if (++count > ${limit}) break reading;`];
  return [
    ...(limit === undefined ? [] : ['let count = 0;']),
    ...(limit === undefined ? [] : ['reading:']),
    'for (const question of questions) {',
    `  for await (const run of ${method(writer.isNew)}(question)) {`,
    ...indent([...counted, ...body], 4),
    '  }',
    '}',
  ];
}

function runsProgram(writer: Writer): readonly string[] {
  const { spec, isNew } = writer;
  const nested = spec.isFlat ? nestedNames(spec.columns) : [];
  const member = (name: string) => {
    const code = columnCode(name, isNew ? 'typescript-new' : 'typescript-old');
    if (!nested.includes(name)) return `${name}: ${code} ?? null,`;
    return name === 'feedback'
      ? '...averages(run.feedback_stats),'
      : `...columns(${stringLiteral(name)}, ${code}),`;
  };
  return [...questions(writer), ...loop(writer, ['print({', ...indent(spec.columns.map(member), 2), '});'])];
}

function rootsLoop({ spec, isNew }: Writer, body: readonly string[]): readonly string[] {
  const { projectIds } = scriptQueries(spec)[0]!;
  const args = isNew
    ? newMembers({
        ...newArguments({ projectIds, window: {} }, ROOT_FIELDS),
        min_start_time: BEGINNING,
      })
    : oldMembers(oldArguments({ projectIds: [], window: {} }, ROOT_FIELDS));
  return [
    '// The roots of these traces, by id, a hundred at a time.',
    'const ids = [...traces.keys()];',
    'for (let from = 0; from < ids.length; from += 100) {',
    '  const batch = ids.slice(from, from + 100);',
    `  for await (const run of ${method(isNew)}({`,
    ...indent([`${isNew ? 'ids' : 'id'}: batch,`, ...args], 4),
    '  })) {',
    ...indent(body, 4),
    '  }',
    '}',
  ];
}

const ioMembers = (isFlat: boolean): readonly string[] =>
  isFlat
    ? ["...columns('inputs', run.inputs),", "...columns('outputs', run.outputs),"]
    : ['inputs: run.inputs ?? null,', 'outputs: run.outputs ?? null,'];

function tracesProgram(writer: Writer): readonly string[] {
  const type = columnCode('run_type', writer.isNew ? 'typescript-new' : 'typescript-old');
  return [
    ...questions(writer),
    '// Names of the tools by trace.',
    'const traces = new Map();',
    ...loop(writer, [
      'if (!traces.has(run.trace_id)) traces.set(run.trace_id, new Set());',
      'traces.get(run.trace_id).add(run.name);',
    ]),
    '',
    ...rootsLoop(writer, [
      'print({',
      ...indent(
        [
          'run_id: run.id,',
          'run_name: run.name,',
          `run_type: ${type},`,
          ...ioMembers(writer.spec.isFlat),
          'tools_involved: [...traces.get(run.id)],',
        ],
        2,
      ),
      '});',
    ]),
  ];
}

function retrieversProgram(writer: Writer): readonly string[] {
  const { isFlat } = writer.spec;
  const own = isFlat
    ? [
        '...averages(run.feedback_stats),',
        "...columns('retriever.inputs', inputs),",
        "...columns('retriever.outputs', outputs),",
      ]
    : [
        'feedback: statistics(run.feedback_stats),',
        "'retriever.inputs': inputs,",
        "'retriever.outputs': outputs,",
      ];
  return [
    ...questions(writer),
    '// What the retrievers of each trace were asked, and what they found.',
    'const traces = new Map();',
    ...loop(writer, [
      'if (!traces.has(run.trace_id)) traces.set(run.trace_id, { inputs: {}, outputs: {} });',
      'const { inputs, outputs } = traces.get(run.trace_id);',
      'for (const [key, value] of Object.entries(run.inputs ?? {})) (inputs[key] ??= []).push(value);',
      'for (const [key, value] of Object.entries(run.outputs ?? {}))',
      '  (outputs[key] ??= []).push(...(Array.isArray(value) ? value : [value]));',
    ]),
    '',
    ...rootsLoop(writer, [
      'const { inputs, outputs } = traces.get(run.id);',
      'print({',
      ...indent(['run_id: run.id,', 'run_name: run.name,', ...ioMembers(isFlat), ...own], 2),
      '});',
    ]),
  ];
}

function feedbackProgram(writer: Writer): readonly string[] {
  return [
    ...questions(writer),
    'const ids = [];',
    ...loop(writer, ['if (Object.keys(run.feedback_stats ?? {}).length > 0) ids.push(run.id);']),
    '',
    'for (let from = 0; from < ids.length; from += 100) {',
    '  for await (const record of client.listFeedback({ runIds: ids.slice(from, from + 100) })) {',
    '    print({',
    ...indent(
      [
        'id: record.id,',
        'run_id: record.run_id ?? null,',
        'trace_id: record.trace_id ?? null,',
        'session_id: record.session_id ?? null,',
        'key: record.key,',
        'score: record.score == null ? null : Number(record.score),',
        'value: record.value ?? null,',
        'comment: record.comment || null,',
        'correction: record.correction ?? null,',
        'source: record.feedback_source?.type ?? null,',
        'user: record.feedback_source?.user_name ?? null,',
        'source_metadata: record.feedback_source?.metadata ?? null,',
        'created_at: time(record.created_at),',
        'modified_at: time(record.modified_at),',
      ],
      6,
    ),
    '    });',
    '  }',
    '}',
  ];
}

function conversationsProgram(writer: Writer): readonly string[] {
  const { spec, isNew } = writer;
  const fields = partFields(spec);
  const finds = findsOf(spec.kind, spec.source);
  const { projectIds } = scriptQueries(spec)[0]!;
  const parts = {
    isNew,
    method: method(isNew),
    isFinding: finds !== undefined,
    limit: limitOf(spec),
    threadArgs: membersOf(isNew, { projectIds, window: {}, isRoot: true }, fields),
    idArgs: membersOf(isNew, { projectIds: isNew ? projectIds : [], window: {} }, fields),
  };
  return typescriptTurns(
    parts,
    finds === undefined ? list('questions', writer, fields) : list('finding', writer, FIND_FIELDS[finds]),
  );
}

export function typescriptScript(spec: ExtractSpec, isNew: boolean, clientOptions: string): string {
  const writer = { spec, isNew };
  const body =
    spec.kind === 'runs'
      ? runsProgram(writer)
      : spec.kind === 'feedback'
        ? feedbackProgram(writer)
        : spec.kind === 'traces'
          ? tracesProgram(writer)
          : spec.kind === 'conversations'
            ? conversationsProgram(writer)
            : retrieversProgram(writer);
  const code = body.join('\n');
  const helpers = TYPESCRIPT_HELPERS.filter(({ name }) => new RegExp(`\\b${name}\\(`).test(code));
  return [
    '// One JSON object per line: node script.mjs > rows.jsonl',
    `import { Client } from 'langsmith';`,
    '',
    `const client = new Client(${clientOptions}); // the key is in LANGSMITH_API_KEY`,
    '',
    ...helpers.flatMap(({ lines }) => [...lines, '']),
    code,
    '',
  ].join('\n');
}
