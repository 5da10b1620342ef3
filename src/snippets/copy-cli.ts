/**
 * The question for LangSmith's own command line (`langsmith run list`, `langsmith trace list`; alpha). It
 * filters through flags and one filter; what it has no flag for goes into the filter or is named.
 */
import { printTimestamp } from '../contract/timestamp.ts';
import { shellWord } from '../lib/shell-text.ts';
import { type Copied, NoticeList } from './copied.ts';
import { allOf, comparisonText, endAsFilter, isDefaultApi, type Question } from './question.ts';
import { BEGINNING } from './v2-arguments.ts';

export function copyCli(question: Question): Copied {
  const notices = new NoticeList();
  const isTraces = question.isRoot === true;
  tellWhatIsMissing(question, notices, isTraces);
  const commands = projectFlags(question, notices).map((project) => commandFor(question, project, isTraces));
  const text = [...notices.asComments('#'), ...commands];
  return { language: 'bash', text: `${text.join('\n')}\n`, notices: notices.all };
}

function commandFor(question: Question, project: readonly string[], isTraces: boolean): string {
  const { apiUrl, workspaceId, limit, runType, error, traceId } = question;
  const filter = wholeFilter(question, isTraces);
  const words = [
    ...(isDefaultApi(apiUrl) ? [] : [`LANGSMITH_ENDPOINT=${shellWord(apiUrl!)}`]),
    'langsmith',
    ...(workspaceId === undefined ? [] : ['--workspace', shellWord(workspaceId)]),
    isTraces ? 'trace' : 'run',
    'list',
    ...project,
    ...(runType && !isTraces ? ['--run-type', shellWord(runType)] : []),
    ...(error === undefined ? [] : [error ? '--error' : '--no-error']),
    ...(traceId === undefined ? [] : ['--trace-ids', shellWord(traceId)]),
    ...windowFlags(question),
    ...(filter === undefined ? [] : ['--filter', shellWord(filter)]),
    ...(limit === undefined ? [] : ['--limit', String(limit)]),
  ];
  return words.join(' ');
}

/** One project a command. */
function projectFlags({ projects }: Question, notices: NoticeList): readonly (readonly string[])[] {
  if (projects.length === 0) {
    notices.add('Name your project, or set LANGSMITH_PROJECT.');
    return [['--project', shellWord('<your_project>')]];
  }
  if (projects.length > 1) notices.add('The command line asks one project at a time.');
  return projects.map(({ id, name }) =>
    name === undefined ? ['--project-id', shellWord(id)] : ['--project', shellWord(name)],
  );
}

function windowFlags({ choice, window }: Question): readonly string[] {
  if (choice.kind === 'relative') return ['--last-n-minutes', String(Math.ceil(choice.seconds / 60))];
  // Without a start it looks at seven days.
  return ['--since', window.from === undefined ? BEGINNING : printTimestamp(window.from)];
}

function wholeFilter(question: Question, isTraces: boolean): string | undefined {
  const { parentRunId, referenceExampleId, runIds, isRoot, runType } = question;
  return allOf(
    question.filter,
    // A table of traces asks for their roots, so what is asked of the root is asked of the row.
    isTraces ? question.traceFilter : undefined,
    parentRunId && comparisonText('eq', 'parent_run_id', parentRunId),
    referenceExampleId && comparisonText('eq', 'reference_example_id', referenceExampleId),
    runIds && `in(id, ${JSON.stringify(runIds)})`,
    isTraces && runType ? comparisonText('eq', 'run_type', runType) : undefined,
    isRoot === false ? 'eq(is_root, false)' : undefined,
    question.choice.kind === 'relative' ? undefined : endAsFilter(question),
  );
}

function tellWhatIsMissing(question: Question, notices: NoticeList, isTraces: boolean): void {
  const missing = [
    ...(question.traceFilter && !isTraces ? [`the trace filter ${question.traceFilter}`] : []),
    ...(question.treeFilter ? [`the tree filter ${question.treeFilter}`] : []),
    ...(question.query ? ['the question in words'] : []),
    ...(question.order === 'asc' ? ['the order, oldest first'] : []),
    ...(question.select ? ['the list of fields (see --include-io, --full)'] : []),
  ];
  for (const part of missing) notices.add(`LangSmith's command line cannot say ${part}; it is left out.`);
  if (question.limit === undefined) {
    notices.add(
      `It shows ${isTraces ? 'the newest 20 traces' : 'the newest 50 runs'} unless --limit says otherwise.`,
    );
  }
  if (question.choice.kind === 'relative' && question.choice.seconds % 60 !== 0) {
    notices.add('It counts whole minutes; the window is rounded up.');
  }
  if (question.referenceExampleId)
    notices.add('Nobody has shown that LangSmith filters by reference_example_id.');
}
