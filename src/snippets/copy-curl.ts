/** The question as an HTTP request for a POSIX shell, v1 and v2 (CONTRACT §4, §7.1). */
import { v1Base, v2Base } from '../contract/paths.ts';
import { shellLiteral } from '../lib/shell-text.ts';
import { type Copied, NoticeList } from './copied.ts';
import { DEFAULT_API, projectComment, type Question } from './question.ts';
import { USUAL_V1 } from './select-names.ts';
import {
  PLACEHOLDER_PROJECT,
  V1_PAGE,
  defined,
  hasScope,
  printedWindow,
  v1Conditions,
  v1Select,
} from './v1-arguments.ts';
import { BEGINNING, V2_PAGE, v2Conditions, v2Select, v2Unnamed } from './v2-arguments.ts';

export function copyCurlV1(question: Question): Copied {
  const notices = new NoticeList();
  const { limit, runIds } = question;
  const conditions = v1Conditions(question, notices);
  const { from, to } = runIds ? {} : printedWindow(question);
  const example = conditions['reference_example'];
  const body = defined({
    session: question.projects.length === 0 && !hasScope(question) ? [PLACEHOLDER_PROJECT] : undefined,
    ...conditions,
    // The SDKs send a text here, the API documents a list.
    reference_example: example === undefined ? undefined : [example],
    start_time: from,
    end_time: to,
    select: v1Select(question, notices) ?? USUAL_V1,
    order: question.order,
    limit: Math.min(limit ?? V1_PAGE, V1_PAGE),
  });
  notices.add('One page: for more, ask again with "cursor" set to cursors.next of the answer.');
  if (limit !== undefined && limit > V1_PAGE)
    notices.add(`A page has ${V1_PAGE} runs at most; ${limit} were asked for.`);
  return request(question, `${v1Base(question.apiUrl ?? DEFAULT_API)}/runs/query`, body, notices);
}

export function copyCurlV2(question: Question): Copied {
  const notices = new NoticeList();
  const { from = BEGINNING, to } = printedWindow(question);
  const { limit } = question;
  const body = defined({
    ...v2Conditions(question, notices),
    min_start_time: from,
    max_start_time: to,
    selects: v2Select(question, notices),
    ...v2Unnamed(question, notices),
    page_size: Math.min(limit ?? V1_PAGE, V2_PAGE),
  });
  notices.add('One page: for more, ask again with "cursor" set to next_cursor of the answer.');
  if (limit !== undefined && limit > V2_PAGE)
    notices.add(`A page has ${V2_PAGE} runs at most; ${limit} were asked for.`);
  return request(question, `${v2Base(question.apiUrl ?? DEFAULT_API, '/api/v2')}/runs/query`, body, notices);
}

function request(question: Question, url: string, body: object, notices: NoticeList): Copied {
  if (question.choice.kind === 'relative') notices.add('The window is fixed to the moment of copying.');
  const { workspaceId } = question;
  const text = [
    ...projectComment(question, '#'),
    ...notices.asComments('#'),
    `curl --request POST ${shellLiteral(url)} \\`,
    `  --header 'Content-Type: application/json' \\`,
    `  --header "X-API-Key: $LANGSMITH_API_KEY" \\`,
    ...(workspaceId === undefined ? [] : [`  --header ${shellLiteral(`X-Tenant-Id: ${workspaceId}`)} \\`]),
    `  --data ${shellLiteral(JSON.stringify(body, null, 2))}`,
  ];
  return { language: 'bash', text: `${text.join('\n')}\n`, notices: notices.all };
}
