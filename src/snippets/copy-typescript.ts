/** The question for LangSmith's TypeScript SDK: `listRuns` as it was, `runs.query` as it is now (CONTRACT §4.4, §7.4). */
import { type Argument, indent, stringLiteral, typescriptLiteral } from './code-text.ts';
import { type Copied, NoticeList } from './copied.ts';
import { largestUnit } from './duration-words.ts';
import { allOf, endAsFilter, isDefaultApi, projectComment, type Question } from './question.ts';
import {
  PLACEHOLDER_PROJECT,
  V1_PAGE,
  defined,
  hasScope,
  oneProject,
  printedWindow,
  v1Conditions,
  v1Select,
} from './v1-arguments.ts';
import { BEGINNING, V2_PAGE, v2Conditions, v2Select, v2Unnamed } from './v2-arguments.ts';

const OLD_NAMES: Readonly<Record<string, string>> = {
  session: 'projectId',
  trace: 'traceId',
  parent_run: 'parentRunId',
  reference_example: 'referenceExampleId',
  run_type: 'runType',
  is_root: 'isRoot',
  trace_filter: 'traceFilter',
  tree_filter: 'treeFilter',
};

export function copyTypescriptListRuns(question: Question): Copied {
  const notices = new NoticeList();
  const { limit, runIds } = question;
  const end = runIds ? undefined : endAsFilter(question);
  if (end) notices.add('listRuns has no argument for the end of the window: it is asked for in the filter.');
  const conditions = v1Conditions(
    { ...question, ...defined({ filter: allOf(question.filter, end) }) },
    notices,
  );
  const isPaged = limit !== undefined && limit > V1_PAGE;
  const args = {
    ...(question.projects.length === 0 && !hasScope(question)
      ? { projectName: stringLiteral(PLACEHOLDER_PROJECT) }
      : {}),
    ...Object.fromEntries(
      Object.entries(conditions).map(([name, value]) => [
        OLD_NAMES[name] ?? name,
        typescriptLiteral(oneProject(name, value)),
      ]),
    ),
    startTime: runIds ? undefined : startCode(question, 'date'),
    select: optional(v1Select(question, notices)),
    order: optional(question.order),
    limit: limit === undefined || isPaged ? undefined : String(limit),
  };
  return program(question, 'client.listRuns', args, notices, isPaged ? limit : undefined);
}

export function copyTypescriptRunsQuery(question: Question): Copied {
  const notices = new NoticeList();
  const { limit } = question;
  const unnamed = v2Unnamed(question, notices);
  const conditions = v2Conditions(question, notices);
  const { to } = printedWindow(question);
  const args = {
    ...Object.fromEntries(
      Object.entries(conditions).map(([name, value]) => [name, typescriptLiteral(value)]),
    ),
    min_start_time: startCode(question, 'text') ?? stringLiteral(BEGINNING),
    max_start_time: optional(to),
    selects: typescriptLiteral(v2Select(question, notices)),
    page_size: limit === undefined ? undefined : String(Math.min(limit, V2_PAGE)),
    ...(Object.keys(unnamed).length > 0 ? { '...': unnamedCode(unnamed) } : {}),
  };
  return program(question, 'client.runs.query', args, notices, limit);
}

/** Spread in, so that the types of the SDK do not refuse what they do not name. */
function unnamedCode(unnamed: Readonly<Record<string, Argument>>): string {
  const members = Object.entries(unnamed).map(([name, value]) => `${name}: ${typescriptLiteral(value)}`);
  return `{ ${members.join(', ')} }`;
}

function optional(value: Argument | undefined): string | undefined {
  return value === undefined ? undefined : typescriptLiteral(value);
}

function startCode(question: Question, form: 'date' | 'text'): string | undefined {
  const { choice } = question;
  const wrap = (inner: string) =>
    form === 'date' ? `new Date(${inner})` : `new Date(${inner}).toISOString()`;
  if (choice.kind === 'relative') {
    const { count, size } = largestUnit(choice.seconds);
    return wrap(`Date.now() - ${count} * ${String(size * 1000).replace(/\B(?=(\d{3})+$)/g, '_')}`);
  }
  const { from } = printedWindow(question);
  if (from === undefined) return undefined;
  return form === 'date' ? wrap(stringLiteral(from)) : stringLiteral(from);
}

function program(
  question: Question,
  method: string,
  args: Readonly<Record<string, string | undefined>>,
  notices: NoticeList,
  stopAfter: number | undefined,
): Copied {
  const members = Object.entries(args).flatMap(([name, code]) =>
    code === undefined ? [] : [name === '...' ? `...${code},` : `${name}: ${code},`],
  );
  const text = [
    `import { Client } from 'langsmith';`,
    '',
    clientLine(question),
    ...projectComment(question, '//'),
    ...notices.asComments('//'),
    ...(stopAfter === undefined ? [] : ['let rows = 0;']),
    `for await (const run of ${method}({`,
    ...indent(members, 2),
    '})) {',
    '  console.log(run.id, run.name);',
    ...(stopAfter === undefined ? [] : ['  rows += 1;', `  if (rows === ${stopAfter}) break;`]),
    '}',
  ];
  return { language: 'typescript', text: `${text.join('\n')}\n`, notices: notices.all };
}

/** The key comes from LANGSMITH_API_KEY. */
function clientLine({ apiUrl, workspaceId }: Question): string {
  const members = [
    ...(isDefaultApi(apiUrl) ? [] : [`apiUrl: ${stringLiteral(apiUrl!)}`]),
    ...(workspaceId === undefined ? [] : [`workspaceId: ${stringLiteral(workspaceId)}`]),
  ];
  const options = members.length > 0 ? `{ ${members.join(', ')} }` : '';
  return `const client = new Client(${options}); // the key is in LANGSMITH_API_KEY`;
}
