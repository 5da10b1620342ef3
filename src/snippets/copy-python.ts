/** The question for LangSmith's Python SDK: `list_runs` as it was, `runs.query` as it is now (CONTRACT §4.4, §7.4). */
import { indent, pythonLiteral, stringLiteral } from './code-text.ts';
import { type Copied, NoticeList } from './copied.ts';
import { largestUnit } from './duration-words.ts';
import { isDefaultApi, projectComment, type Question } from './question.ts';
import {
  PLACEHOLDER_PROJECT,
  V1_PAGE,
  hasScope,
  oneProject,
  v1Conditions,
  v1Select,
} from './v1-arguments.ts';
import { BEGINNING, V2_PAGE, v2Conditions, v2Select, v2Unnamed } from './v2-arguments.ts';

type Arguments = readonly (readonly [name: string, code: string])[];

const OLD_NAMES: Readonly<Record<string, string>> = {
  id: 'run_ids',
  session: 'project_id',
  trace: 'trace_id',
  parent_run: 'parent_run_id',
  reference_example: 'reference_example_id',
};

export function copyPythonListRuns(question: Question): Copied {
  const notices = new NoticeList();
  const { limit, runIds, order } = question;
  const isSliced = limit !== undefined && limit > V1_PAGE;
  const conditions = Object.entries(v1Conditions(question, notices)).map(
    ([name, value]) => [OLD_NAMES[name] ?? name, pythonLiteral(oneProject(name, value))] as const,
  );
  const select = v1Select(question, notices);
  const call = callOf('client.list_runs', [
    ...(needsPlaceholder(question) ? [['project_name', pythonLiteral(PLACEHOLDER_PROJECT)] as const] : []),
    ...conditions,
    ...(runIds ? [] : windowArguments(question, ['start_time', 'end_time'])),
    ...(select ? [['select', pythonLiteral(select)] as const] : []),
    ...(order === undefined ? [] : [['order', pythonLiteral(order)] as const]),
    ...(limit === undefined || isSliced ? [] : [['limit', String(limit)] as const]),
  ]);
  const runs = isSliced
    ? [`runs = islice(`, ...indent([...withComma(call), `${limit},`]), ')']
    : assigned(call);
  const imports = isSliced ? ['from itertools import islice'] : [];
  const text = [
    ...header(question, imports, runs.join('\n')),
    ...projectComment(question, '#'),
    ...notices.asComments('#'),
    ...runs,
    'for run in runs:',
    '    print(run.id, run.name)',
  ];
  return { language: 'python', text: lines(text), notices: notices.all };
}

export function copyPythonRunsQuery(question: Question): Copied {
  const notices = new NoticeList();
  const { limit } = question;
  const unnamed = Object.entries(v2Unnamed(question, notices));
  const call = callOf('client.runs.query', [
    ...Object.entries(v2Conditions(question, notices)).map(
      ([name, value]) => [name, pythonLiteral(value)] as const,
    ),
    ...openWindow(question),
    ['selects', pythonLiteral(v2Select(question, notices))],
    ...(limit === undefined ? [] : [['page_size', String(Math.min(limit, V2_PAGE))] as const]),
    ...(unnamed.length === 0
      ? []
      : [
          [
            'extra_body',
            `{${unnamed.map(([name, value]) => `"${name}": ${pythonLiteral(value)}`).join(', ')}}`,
          ] as const,
        ]),
  ]);
  const loop = [`async for run in ${call[0]}`, ...call.slice(1, -1), `${call.at(-1)}:`];
  const body = [
    clientLine(question),
    ...projectComment(question, '#'),
    ...notices.asComments('#'),
    ...(limit === undefined ? [] : ['rows = 0']),
    ...loop,
    ...indent([
      'print(run.id, run.name)',
      ...(limit === undefined ? [] : ['rows += 1', `if rows == ${limit}:`, '    break']),
    ]),
  ];
  const text = [
    'import asyncio',
    ...importsOf(body.join('\n')),
    '',
    'from langsmith import Client',
    '',
    '',
    'async def main():',
    ...indent(body),
    '',
    '',
    'asyncio.run(main())',
  ];
  return { language: 'python', text: lines(text), notices: notices.all };
}

function needsPlaceholder(question: Question): boolean {
  return question.projects.length === 0 && !hasScope(question);
}

/** An aware time: the SDK sends a naive one as it is, and the server reads it as UTC. */
function windowArguments({ choice, window }: Question, [start, end]: readonly [string, string]): Arguments {
  if (choice.kind === 'relative') {
    const { unit, count } = largestUnit(choice.seconds);
    return [[start, `datetime.now(timezone.utc) - timedelta(${unit}=${count})`]];
  }
  return [
    ...(window.from === undefined ? [] : [[start, moment(window.from)] as const]),
    ...(window.to === undefined ? [] : [[end, moment(window.to)] as const]),
  ];
}

function openWindow(question: Question): Arguments {
  const bounds = windowArguments(question, ['min_start_time', 'max_start_time']);
  const hasStart = bounds.some(([name]) => name === 'min_start_time');
  return hasStart ? bounds : [['min_start_time', pythonLiteral(BEGINNING)], ...bounds];
}

function moment(time: number): string {
  const date = new Date(Math.floor(time));
  const micros = Math.round((time - Math.floor(time / 1000) * 1000) * 1000);
  const parts = [
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
  ];
  const seconds = date.getUTCSeconds();
  const exact = micros > 0 ? [seconds, micros] : seconds > 0 ? [seconds] : [];
  return `datetime(${[...parts, ...exact].join(', ')}, tzinfo=timezone.utc)`;
}

function callOf(name: string, args: Arguments): readonly string[] {
  if (args.length === 0) return [`${name}()`];
  return [`${name}(`, ...indent(args.map(([key, code]) => `${key}=${code},`)), ')'];
}

function assigned(call: readonly string[]): readonly string[] {
  return [`runs = ${call[0]}`, ...call.slice(1)];
}

function withComma(call: readonly string[]): readonly string[] {
  return [...call.slice(0, -1), `${call.at(-1)},`];
}

function header(question: Question, imports: readonly string[], code: string): readonly string[] {
  const standard = [...importsOf(code), ...imports];
  return [
    ...standard,
    ...(standard.length > 0 ? [''] : []),
    'from langsmith import Client',
    '',
    clientLine(question),
  ];
}

function importsOf(code: string): readonly string[] {
  const names = ['datetime', 'timedelta', 'timezone'].filter((name) =>
    new RegExp(`\\b${name}[.(]`).test(code),
  );
  return names.length > 0 ? [`from datetime import ${names.join(', ')}`] : [];
}

/** The key comes from LANGSMITH_API_KEY. */
function clientLine({ apiUrl, workspaceId }: Question): string {
  const args = [
    ...(isDefaultApi(apiUrl) ? [] : [`api_url=${stringLiteral(apiUrl!)}`]),
    ...(workspaceId === undefined ? [] : [`workspace_id=${stringLiteral(workspaceId)}`]),
  ];
  return `client = Client(${args.join(', ')})  # the key is in LANGSMITH_API_KEY`;
}

function lines(text: readonly string[]): string {
  return `${text.join('\n')}\n`;
}
