/** A download as a Python program: LangSmith's SDK in, JSON lines out, with the rows of the file. */
import type { RunField, RunQuery } from '../../contract/api.ts';
import { nestedNames } from '../../extract/layout.ts';
import { FIND_FIELDS, findsOf, partFields, ROOT_FIELDS } from '../../extract/plan/tasks.ts';
import type { ExtractSpec } from '../../extract/spec.ts';
import { type Argument, indent, pythonLiteral } from '../code-text.ts';
import { columnCode } from './column-code.ts';
import { pythonTurns, pythonTurnsReader } from './python-turns.ts';
import { PYTHON_HELPERS } from './python-helpers.ts';
import {
  type Arguments,
  findsTraces,
  newArguments,
  oldArguments,
  partQuery,
  scriptQueries,
} from './script-arguments.ts';

const OLD_NAMES: Readonly<Record<string, string>> = {
  session: 'project_id',
  trace: 'trace_id',
  parent_run: 'parent_run_id',
  reference_example: 'reference_example_id',
};

const member = ([name, value]: readonly [string, Argument], isNew: boolean): string => {
  const literal = pythonLiteral(value);
  // `list_runs` wants a moment for the start; it takes the end as it is.
  const isMoment = !isNew && name === 'start_time';
  return `"${isNew ? name : (OLD_NAMES[name] ?? name)}": ${isMoment ? `moment(${literal})` : literal},`;
};

const members = (args: Arguments, isNew: boolean) =>
  Object.entries(args).map((entry) => member(entry, isNew));

interface Writer {
  readonly spec: ExtractSpec;
  readonly isNew: boolean;
}

const each = (isNew: boolean) => (isNew ? 'async for' : 'for');
const method = (isNew: boolean) => (isNew ? 'client.runs.query' : 'client.list_runs');

const membersOf = (isNew: boolean, query: RunQuery, fields: readonly RunField[]) =>
  members((isNew ? newArguments : oldArguments)(query, fields), isNew);

function list(name: string, { spec, isNew }: Writer, fields: readonly RunField[]): readonly string[] {
  return [
    `${name} = [`,
    ...scriptQueries(spec).flatMap((query) => [
      '    {',
      ...indent(membersOf(isNew, query, fields), 8),
      '    },',
    ]),
    ']',
  ];
}

const limitOf = ({ source }: ExtractSpec) => (source.kind === 'question' ? source.limit : undefined);

/** A limit counts traces, and an id may be of any run: then the traces are found first. */
function finder({ spec, isNew }: Writer): readonly string[] {
  const { projectIds } = scriptQueries(spec)[0]!;
  const limit = limitOf(spec);
  return [
    `${isNew ? 'async def' : 'def'} find():`,
    '    found = {}',
    '    for question in finding:',
    `        ${each(isNew)} run in ${method(isNew)}(**question):`,
    '            found[str(run.trace_id)] = True',
    ...(limit === undefined
      ? []
      : [`            if len(found) >= ${limit}:`, '                return list(found)']),
    '    return list(found)',
    '',
    '',
    'def parts_of(found):',
    '    return [',
    '        {',
    ...indent(membersOf(isNew, partQuery(spec, projectIds), partFields(spec)), 12),
    '            "filter": f"in(trace_id, {json.dumps(found[start : start + 100])})",',
    '        }',
    '        for start in range(0, len(found), 100)',
    '    ]',
  ];
}

const questions = (writer: Writer): readonly string[] =>
  findsTraces(writer.spec)
    ? [...list('finding', writer, FIND_FIELDS.traces), '', '', ...finder(writer)]
    : list('questions', writer, partFields(writer.spec));

/** Reading is a function of its own, so that a limit can end it in the middle. */
function reader({ spec, isNew }: Writer): readonly string[] {
  const isFound = findsTraces(spec);
  const limit = isFound ? undefined : limitOf(spec);
  const from = isFound ? `parts_of(${isNew ? 'await ' : ''}find())` : 'questions';
  return [
    `${isNew ? 'async def' : 'def'} read():`,
    ...(limit === undefined ? [] : ['    count = 0']),
    `    for question in ${from}:`,
    `        ${each(isNew)} run in ${method(isNew)}(**question):`,
    ...(limit === undefined
      ? []
      : ['            count += 1', `            if count > ${limit}:`, '                return']),
    '            yield run',
  ];
}

const loop = ({ isNew }: Writer, body: readonly string[]): readonly string[] => [
  `${each(isNew)} run in read():`,
  ...indent(body),
];

const shown = (entries: readonly string[]): readonly string[] => ['show({', ...indent(entries), '})'];

function runsBody(writer: Writer): readonly string[] {
  const { spec, isNew } = writer;
  const nested = spec.isFlat ? nestedNames(spec.columns) : [];
  const entry = (name: string) => {
    const code = columnCode(name, isNew ? 'python-new' : 'python-old');
    if (!nested.includes(name)) return `"${name}": ${code},`;
    return name === 'feedback' ? '**averages(get(run, "feedback_stats")),' : `**columns("${name}", ${code}),`;
  };
  return loop(writer, shown(spec.columns.map(entry)));
}

function rootsLoop({ spec, isNew }: Writer, entries: readonly string[]): readonly string[] {
  const { projectIds } = scriptQueries(spec)[0]!;
  const args = isNew
    ? members(newArguments({ projectIds, window: {} }, ROOT_FIELDS), true)
    : members(oldArguments({ projectIds: [], window: {} }, ROOT_FIELDS), false);
  return [
    '# The roots of these traces, by id, a hundred at a time.',
    'ids = list(traces)',
    'for start in range(0, len(ids), 100):',
    `    batch = {"${isNew ? 'ids' : 'id'}": ids[start : start + 100]}`,
    `    ${each(isNew)} run in ${method(isNew)}(**batch, **{`,
    ...indent(args, 8),
    '    }):',
    ...indent(shown(entries), 8),
  ];
}

const ioEntries = (isFlat: boolean): readonly string[] =>
  isFlat
    ? ['**columns("inputs", run.inputs),', '**columns("outputs", run.outputs),']
    : ['"inputs": run.inputs,', '"outputs": run.outputs,'];

const tracesBody = (writer: Writer): readonly string[] => [
  '# Names of the tools by trace, each once.',
  'traces = {}',
  ...loop(writer, ['traces.setdefault(str(run.trace_id), {})[run.name] = True']),
  '',
  ...rootsLoop(writer, [
    '"run_id": str(run.id),',
    '"run_name": run.name,',
    '"run_type": word(run.run_type),',
    ...ioEntries(writer.spec.isFlat),
    '"tools_involved": list(traces[str(run.id)]),',
  ]),
];

function retrieversBody(writer: Writer): readonly string[] {
  const { isFlat } = writer.spec;
  const lists = (side: string) => `traces[str(run.id)]["${side}"]`;
  const own = isFlat
    ? [
        '**averages(get(run, "feedback_stats")),',
        `**columns("retriever.inputs", ${lists('inputs')}),`,
        `**columns("retriever.outputs", ${lists('outputs')}),`,
      ]
    : [
        '"feedback": statistics(get(run, "feedback_stats")),',
        `"retriever.inputs": ${lists('inputs')},`,
        `"retriever.outputs": ${lists('outputs')},`,
      ];
  return [
    '# What the retrievers of each trace were asked, and what they found.',
    'traces = {}',
    ...loop(writer, [
      'trace = traces.setdefault(str(run.trace_id), {"inputs": {}, "outputs": {}})',
      'for key, value in (run.inputs or {}).items():',
      '    trace["inputs"].setdefault(key, []).append(value)',
      'for key, value in (run.outputs or {}).items():',
      '    trace["outputs"].setdefault(key, []).extend(value if isinstance(value, list) else [value])',
    ]),
    '',
    ...rootsLoop(writer, ['"run_id": str(run.id),', '"run_name": run.name,', ...ioEntries(isFlat), ...own]),
  ];
}

const feedbackBody = (writer: Writer): readonly string[] => [
  'ids = []',
  ...loop(writer, ['if get(run, "feedback_stats"):', '    ids.append(str(run.id))']),
  '',
  'for start in range(0, len(ids), 100):',
  '    for record in client.list_feedback(run_ids=ids[start : start + 100]):',
  '        source = get(record, "feedback_source")',
  ...indent(
    shown([
      '"id": str(record.id),',
      '"run_id": text(record.run_id),',
      '"trace_id": text(get(record, "trace_id")),',
      '"session_id": text(get(record, "session_id")),',
      '"key": record.key,',
      '"score": None if record.score is None else float(record.score),',
      '"value": record.value,',
      '"comment": record.comment or None,',
      '"correction": record.correction,',
      '"source": get(source, "type"),',
      '"user": get(source, "user_name"),',
      '"source_metadata": get(source, "metadata"),',
      '"created_at": time(record.created_at),',
      '"modified_at": time(record.modified_at),',
    ]),
    8,
  ),
];

function bodyOf(writer: Writer): readonly string[] {
  switch (writer.spec.kind) {
    case 'runs':
      return runsBody(writer);
    case 'feedback':
      return feedbackBody(writer);
    case 'traces':
      return tracesBody(writer);
    default:
      return retrieversBody(writer);
  }
}

function turnsStart(writer: Writer): readonly string[] {
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
  const first =
    finds === undefined ? list('questions', writer, fields) : list('finding', writer, FIND_FIELDS[finds]);
  return [...first, '', '', ...pythonTurnsReader(parts)];
}

/** Helpers that the code uses, and those that these use. */
function helpersFor(code: string): readonly string[] {
  const chosen: string[] = [];
  let all = code;
  for (const { name, lines } of PYTHON_HELPERS) {
    if (!new RegExp(`\\b${name}\\(`).test(all)) continue;
    all += lines.join('\n');
    chosen.push(...lines, '', '');
  }
  return chosen;
}

export function pythonScript(spec: ExtractSpec, isNew: boolean, clientOptions: string): string {
  const writer = { spec, isNew };
  const isTurns = spec.kind === 'conversations';
  const body = isTurns ? pythonTurns(isNew) : bodyOf(writer);
  const program = isNew ? ['async def main():', ...indent(body), '', '', 'asyncio.run(main())'] : body;
  const start = isTurns ? turnsStart(writer) : [...questions(writer), '', '', ...reader(writer)];
  const code = [...start, '', '', ...program];
  const helpers = helpersFor(code.join('\n'));
  const usesTime = [...helpers, ...code].some((line) => /\b(datetime|timezone)\b/.test(line));
  return [
    '# One JSON object per line: python script.py > rows.jsonl',
    ...(isNew ? ['import asyncio'] : []),
    'import json',
    ...(usesTime ? ['from datetime import datetime, timezone'] : []),
    '',
    'from langsmith import Client',
    '',
    `client = Client(${clientOptions})  # the key is in LANGSMITH_API_KEY`,
    '',
    '',
    ...helpers,
    ...code,
    '',
  ].join('\n');
}
