import { expect, test } from 'vitest';
import { recognise } from './recognise.ts';

const NOW = Date.UTC(2026, 10, 21, 12);
const PROJECT = '2c596da1-02c2-52cf-bb02-6a7f3d66cb7e';
const TENANT = '11111111-1111-4111-8111-111111111111';

const found = (text: string) => recognise(text, NOW);

const SECRET = 'lsv2_pt_0123456789abcdef0123456789abcdef_0123456789';
test.each([
  [
    `curl https://api.smith.langchain.com/api/v1/runs/query -H 'x-api-key: ${SECRET}' -d '{"session":["${PROJECT}"]}'`,
  ],
  [
    `client = Client(api_key="${SECRET}")\nclient.list_runs(project_name="p", filter='eq(name, "${SECRET}")')`,
  ],
  [`new Client({ apiKey: '${SECRET}', apiUrl: "https://h.example" }); client.listRuns({ projectName: "p" })`],
  [
    `curl -H "Authorization: Bearer ${SECRET.replace('lsv2_pt_', 'eyJ')}" https://h.example/api/v1/runs/query -d '{"limit": 3}'`,
  ],
  [`{"session": ["${PROJECT}"], "api_key": "${SECRET}"}`],
  [`LANGSMITH_API_KEY=${SECRET} langsmith run list --project p`],
  [`https://smith.langchain.com/o/${TENANT}/projects/p/${PROJECT}?api_key=${SECRET}`],
  [`search("${SECRET}")`],
  [`curl https://me:${SECRET}@h.example/api/v1/runs/query -d '{"limit": 3}'`],
])('no secret comes through: %s', (text) => {
  const result = found(text);
  expect(result?.secretsFound).toBe(true);
  expect(JSON.stringify(result)).not.toContain('0123456789abcdef');
  expect(result!.notes[0]).toContain('dropped');
});

test.each([
  'x-api-key: $LANGSMITH_API_KEY',
  'X-API-Key: YOUR_API_KEY',
  'X-API-Key: <key>',
  'api_key=os.environ["LANGSMITH_API_KEY"]',
  'apiKey: process.env.LANGSMITH_API_KEY',
  'api_key=LANGSMITH_API_KEY',
])('%s is no secret', (text) => {
  expect(
    found(`curl https://h.example/runs/query -d '{"limit":1}' -H "${text.replaceAll('"', '')}"`)
      ?.secretsFound,
  ).toBe(false);
});
