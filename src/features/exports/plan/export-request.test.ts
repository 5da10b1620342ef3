import { expect, test } from 'vitest';
import type { Writer } from './destination-writer.ts';
import { exportRequest, watchRequests } from './export-request.ts';
import { NEW_EXPORT, readForm } from './export-form.ts';

const SERVER: Writer = { kind: 'server', url: 'https://ls.example.com/api/v1' };
const PAGE: Writer = { kind: 'browser', origin: 'https://runlens.example' };

function draftsOf(names: readonly string[]) {
  const projects = names.map((id) => ({ id }));
  const form = { ...NEW_EXPORT, destinationId: 'dest', projects, filter: `eq(name, "it's")` };
  const reading = readForm(form, Date.parse('2026-08-08T00:00:00Z'));
  if (reading.kind !== 'ready') throw new Error(reading.reason);
  return reading.drafts;
}

test('each project is a request with the body that the form sends', () => {
  const requests = exportRequest(draftsOf(['p', 'q']), SERVER).split('\n\n');
  expect(requests).toHaveLength(2);
  const [request] = requests;
  expect(request).toContain("curl --request POST 'https://ls.example.com/api/v1/bulk-exports' \\");
  const [, body] = /--data '([\s\S]+)'$/.exec(request!)!;
  expect(JSON.parse(body!.replaceAll(`'\\''`, "'"))).toMatchObject({
    bulk_export_destination_id: 'dest',
    session_id: 'p',
    start_time: expect.stringMatching(/^2026-08-01T00:00:00/),
    filter: `eq(name, "it's")`,
    format_version: 'v2_beta',
  });
});

test('a page in a browser names the Cloud, and a workspace to be filled in', () => {
  const text = exportRequest(draftsOf(['p']), PAGE);
  expect(text).toContain('https://api.smith.langchain.com/api/v1/bulk-exports');
  expect(text).toContain('X-Tenant-Id: YOUR_WORKSPACE_ID');
});

test.each([
  [false, '/bulk-exports/e-1/runs'],
  [true, '/bulk-exports/runs?source_bulk_export_id=e-1'],
])('an export is watched and cancelled (a schedule: %s)', (isSchedule, runs) => {
  const text = watchRequests('e-1', isSchedule, SERVER);
  expect(text).toContain(`curl --request GET 'https://ls.example.com/api/v1/bulk-exports/e-1'`);
  expect(text).toContain(`curl --request GET 'https://ls.example.com/api/v1${runs}'`);
  expect(text).toMatch(/--request PATCH '[^']+\/e-1'[\s\S]+"status": "Cancelled"/);
});
