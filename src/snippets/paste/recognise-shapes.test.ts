/** The same question in the shapes in which people copy it. */
import { expect, test } from 'vitest';
import { recognise } from './recognise.ts';

const PROJECT = '2c596da1-02c2-52cf-bb02-6a7f3d66cb7e';
const RUN = 'a36092d2-4ad5-4fb4-9c0d-0dba9a2ed836';
const PLACE = `smith.langchain.com/o/11111111-1111-4111-8111-111111111111/projects/p/${PROJECT}`;
const FILTER = 'and(eq(is_root, true), eq(name, "a b"))';
const MODEL = JSON.stringify({ filter: FILTER });
const TIME = '{"duration":"7d"}';
const encoded = encodeURIComponent;
const BODY = JSON.stringify({ session: [PROJECT], filter: FILTER });

const found = (text: string) => recognise(text, 0);
const project = { projects: [{ id: PROJECT }] };
const week = { window: { kind: 'relative', seconds: 7 * 86_400 } };

test.each<[string, string, object]>([
  [
    'a link with a query and a run beside it',
    `https://${PLACE}?timeModel=${encoded(TIME)}&searchModel=${encoded(MODEL)}&peek=${RUN}`,
    { ...week, filter: FILTER, open: { kind: 'run', runId: RUN, projectId: PROJECT } },
  ],
  [
    'a link with a query to a run',
    `https://${PLACE}/r/${RUN}?searchModel=${encoded(MODEL)}&trace_id=${RUN}`,
    { filter: FILTER, open: { kind: 'run', runId: RUN, traceId: RUN, projectId: PROJECT } },
  ],
  ['a decoded link', `https://${PLACE}?searchModel=${MODEL}&timeModel=${TIME}`, { ...week, filter: FILTER }],
  ['a half decoded link', `https://${PLACE}?searchModel=${MODEL.replaceAll(' ', '%20')}`, { filter: FILTER }],
  ['a link encoded twice', `https://${PLACE}?searchModel=${encoded(encoded(MODEL))}`, { filter: FILTER }],
  ['a link without a scheme', PLACE, {}],
  ['a link in Markdown', `[failed runs](https://${PLACE}?searchModel=${encoded(MODEL)})`, { filter: FILTER }],
  ['a link in a sentence', `See https://${PLACE}?searchModel=${encoded(MODEL)}, please.`, { filter: FILTER }],
  ['a decoded link in a sentence', `See https://${PLACE}?searchModel=${MODEL}.`, { filter: FILTER }],
  ['a link between quotes', `<a href="https://${PLACE}">runs</a>`, {}],
])('%s', (_what, text, patch) => {
  expect(found(text)).toMatchObject({ kind: 'langsmith-link', patch: { ...project, ...patch } });
});

test.each<[string, string]>([
  ['json', `"filter": ${JSON.stringify(FILTER)},`],
  ['python', `filter='${FILTER}'`],
  ['typescript', `  filter: '${FILTER}',\n`],
  ['filter', JSON.stringify(FILTER)],
  ['filter', `This one:\n\n\`\`\`\n${FILTER}\n\`\`\`\nThanks`],
  ['python', `\`\`\`python\nclient.list_runs(filter='${FILTER}')\n\`\`\``],
])('a piece, as %s: %s', (kind, text) => {
  expect(found(text)).toMatchObject({ kind, confidence: 'sure', patch: { filter: FILTER }, notes: [] });
});

test('two arguments cut out of a call; the window is not spoken of', () => {
  expect(found(`filter='${FILTER}', trace_filter='eq(status, "error")', project_name="p")`)?.patch).toEqual({
    view: 'runs',
    filter: FILTER,
    traceFilter: 'eq(status, "error")',
    projects: [{ name: 'p' }],
  });
});

test.each(['run_type:llm', 'error:~timeout', 'trace_id:"x"'])('%s stays a query of the bar', (text) => {
  expect(found(text)?.kind).toBe('bar');
});

const URL = 'https://api.smith.langchain.com/api/v1/runs/query';
const escaped = BODY.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
const caretted = escaped.replace(/["\\{}[\],]/g, '^$&');

test.each<[string, string]>([
  ['typescript', `await fetch("${URL}", { method: "POST", body: JSON.stringify(${BODY}) })`],
  ['typescript', `const body = ${BODY};\nfetch(\`\${base}/runs/query\`, { body: JSON.stringify(body) })`],
  ['typescript', `axios.post('${URL}', ${BODY})`],
  ['python', `payload = ${BODY}\nrequests.post(f"{URL}/api/v1/runs/query", json=payload)`],
  ['python', `httpx.request("POST", "${URL}", data=json.dumps(${BODY}))`],
  ['curl', `curl ${URL} -d @- <<'EOF'\n${BODY}\nEOF\n`],
  ['curl', `curl ${URL} ^\r\n  -H "x: y" ^\r\n  -d "${escaped}"`],
  ['curl', `curl ^"${URL}^" ^\n  -H ^"x: y^" ^\n  --data-raw ^"${caretted}^"`],
])('a request, as %s: %s', (kind, text) => {
  expect(found(text)).toMatchObject({
    kind,
    confidence: 'sure',
    patch: { ...project, filter: FILTER },
    notes: [],
  });
});

test('a request whose body is elsewhere is not taken for the whole question', () => {
  expect(found(`requests.post("${URL}", json=make_body())`)).toMatchObject({
    confidence: 'maybe',
    notes: ['The request has no body that can be read.'],
  });
});

test.each([
  `kwargs = dict(project_name="p", filter='${FILTER}')\nclient.list_runs(**kwargs)`,
  `kwargs = {"project_name": "p"}\nkwargs["filter"] = '${FILTER}'\nclient.list_runs(**kwargs)`,
  `const options = { projectName: "p" };\noptions.filter = '${FILTER}';\nclient.listRuns({ ...options })`,
  `base = dict(project_name="p")\nclient.list_runs(**dict(base, filter='${FILTER}'))`,
])('arguments gathered before the call: %s', (text) => {
  expect(found(text)).toMatchObject({ patch: { projects: [{ name: 'p' }], filter: FILTER }, notes: [] });
});
