/** Bulk exports into a real S3 server that checks signatures: what is refused, and that every row arrives. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { AwsClient } from 'aws4fetch';
import type { Locator } from 'playwright/test';
import { openDuckDb } from '../src/testing/ask-duckdb.ts';
import { printLink } from '../src/url/link.ts';
import { connect } from './support/connecting.ts';
import {
  type BucketInput,
  fillDestination,
  openDestinationForm,
  openExportForm,
  startExport,
} from './support/export-forms.ts';
import { expect, test } from './support/fixtures.ts';
import { inOneSpelling, queryAll } from './support/exported-rows.ts';
import { FAILED_REQUEST } from './support/page-guard.ts';
import { provideS3Programs, type S3Server, startS3Server } from './support/s3-server.ts';
import { projectNamed } from './support/sample.ts';

test.describe.configure({ mode: 'serial' });

const BUCKET = 'exports-of-tests';
const PROJECT = 'failure-drills';
const HAS_AWS = spawnSync('aws', ['--version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'runlens-s3-spec-'));
let s3: S3Server | undefined;
let aws: AwsClient;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  if (!provideS3Programs()) return;
  s3 = await startS3Server();
  const { accessKeyId, secretAccessKey } = s3;
  aws = new AwsClient({ accessKeyId, secretAccessKey, service: 's3', region: 'us-east-1', retries: 0 });
  const created = await aws.fetch(`${s3.endpoint}/${BUCKET}`, { method: 'PUT' });
  expect(created.status, await created.text()).toBe(200);
});

test.afterAll(() => {
  s3?.stop();
  rmSync(folder, { recursive: true });
});

test.beforeEach(() => {
  if (!s3)
    console.log('No S3 server could be had here (Ceph’s radosgw): exports into buckets are not tested.');
  test.skip(!s3, 'no S3 server here');
});

const RIGHT = () => ({
  bucket: BUCKET,
  endpoint: s3!.endpoint,
  key: s3!.accessKeyId,
  secret: s3!.secretAccessKey,
});

test('wrong keys, buckets and endpoints are told apart; the right ones are taken', async ({
  page,
  engine,
  guard,
}) => {
  guard.expect(FAILED_REQUEST);
  await connect(page, engine);
  const dialog = await openDestinationForm(page);
  const refused = async (change: Partial<BucketInput>, title: RegExp) => {
    await fillDestination(dialog, 'Test bucket', { ...RIGHT(), ...change });
    await dialog.getByRole('button', { name: 'Create and test' }).click();
    await expect(dialog.getByRole('alert').filter({ hasText: title })).toBeVisible();
  };
  await refused({ key: 'AKNOBODY' }, /does not know this key/);
  await refused({ secret: 'another secret' }, /may not write here/);
  await refused({ bucket: 'no-such-bucket' }, /bucket is not there/);
  await refused({ endpoint: engine.url }, /Nothing that speaks S3/);
  await fillDestination(dialog, 'Test bucket', RIGHT());
  await dialog.getByRole('button', { name: 'Create and test' }).click();
  await expect(page.getByRole('list', { name: 'Destinations' })).toContainText('Test bucket');
  expect(await page.content()).not.toContain(s3!.secretAccessKey);
});

test('every row of an export is in the bucket, as the server has it', async ({ page, engine }) => {
  await connect(page, engine);
  const detail = await startExport(page, await openExportForm(page, 'Test bucket', PROJECT));
  await expect(detail.getByText('Completed').first()).toBeVisible({ timeout: 25_000 });
  const statement = await detail.getByRole('region', { name: 'Read it with DuckDB' }).innerText();
  const id = /export_id=([\w-]+)/.exec(statement)![1]!;

  const paths = await downloadAll(`from runlens/export_id=${id}/`);
  const rows = Number(
    /([\d,]+) rows/
      .exec(await detail.getByRole('region', { name: 'Progress' }).innerText())![1]!
      .replace(',', ''),
  );
  const duckdb = await openDuckDb();
  const list = paths.map((path) => `'${path}'`).join(', ');
  const exported = await duckdb.ids(
    `SELECT to_json(run) FROM read_parquet([${list}], hive_partitioning = false) AS run ORDER BY id`,
  );
  duckdb.close();
  const known = await queryAll(engine, projectNamed(PROJECT).id);
  expect(exported).toHaveLength(rows);
  expect(exported.map((row) => inOneSpelling(JSON.parse(row) as Record<string, unknown>))).toEqual(
    known.map(inOneSpelling).toSorted((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1)),
  );
});

test('the commands that test the access by hand are accepted by the store', async ({ page, engine }) => {
  test.skip(!HAS_AWS, 'the AWS command line is not installed here');
  await connect(page, engine);
  const dialog = await openDestinationForm(page);
  await fillDestination(dialog, 'Test bucket', RIGHT());
  await dialog.getByText('Permissions, a test by hand').click();
  const accepted = async () => {
    const output = runInShell(await codeOf(dialog, 'Test the same access with the AWS command line'));
    expect(output).toContain(BUCKET);
    expect(output).toMatch(/upload: .*test\.txt/);
    expect(output).toMatch(/delete: /);
  };
  await accepted();
  // The endpoint holds the bucket already, which the command line would add once more.
  await dialog.getByText('How the bucket is addressed').click();
  await dialog.getByText('Bucket in the prefix').click();
  await dialog.getByRole('textbox', { name: 'Endpoint' }).fill(`${s3!.endpoint}/${BUCKET}`);
  await accepted();
  // No command line can be told of a folder of the bucket as its root; curl takes it as it is.
  await dialog.getByRole('textbox', { name: 'Endpoint' }).fill(`${s3!.endpoint}/${BUCKET}/root`);
  const commands = await codeOf(dialog, 'Test the same access with the AWS command line');
  expect(commands).toContain('aws-sigv4');
  runInShell(commands);
});

test('a page that the bucket does not let write is told so, and the command that is shown repairs it', async ({
  page,
  guard,
}) => {
  test.skip(!HAS_AWS, 'the AWS command line is not installed here');
  guard.expect(/CORS policy/, FAILED_REQUEST);
  await page.goto(printLink({ kind: 'exports', deployment: { kind: 'sample' } }));
  const dialog = await openDestinationForm(page);
  await fillDestination(dialog, 'Bucket of the page', RIGHT());
  await dialog.getByRole('button', { name: 'Create and test' }).click();
  await expect(dialog.getByRole('alert').filter({ hasText: 'no answer of a store' })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  runInShell(await codeOf(dialog, 'Let this page write'));
  await dialog.getByRole('button', { name: 'Create and test' }).click();
  await expect(page.getByRole('list', { name: 'Destinations' })).toContainText('Bucket of the page');

  await page.getByRole('button', { name: 'Change the credentials' }).click();
  const rotation = page.getByRole('dialog', { name: /New credentials/ });
  await rotation.getByRole('textbox', { name: 'Access key ID' }).fill('AKNOBODY');
  await rotation.getByLabel('Secret access key').fill('another secret');
  await rotation.getByRole('button', { name: 'Test and change' }).click();
  await expect(rotation.getByRole('alert')).toBeVisible();
  expect(await codeOf(rotation, 'Ask the store itself')).toContain('s3://exports-of-tests/from runlens/tmp/');
});

test('a day whose bucket is gone says what to do', async ({ page, engine }) => {
  const created = await aws.fetch(`${s3!.endpoint}/soon-gone`, { method: 'PUT' });
  expect(created.status).toBe(200);
  await connect(page, engine);
  const dialog = await openDestinationForm(page);
  await fillDestination(dialog, 'Soon gone', { ...RIGHT(), bucket: 'soon-gone' });
  await dialog.getByRole('button', { name: 'Create and test' }).click();
  await expect(page.getByRole('list', { name: 'Destinations' })).toContainText('Soon gone');
  expect((await aws.fetch(`${s3!.endpoint}/soon-gone`, { method: 'DELETE' })).status).toBe(204);

  const form = await openExportForm(page, 'Soon gone', PROJECT);
  await form.getByText('As a request').click();
  expect(await codeOf(form, 'Start it with curl')).toContain(`${engine.url}/api/v1/bulk-exports'`);
  const detail = await startExport(page, form);
  await expect(detail.getByText('Failed').first()).toBeVisible({ timeout: 25_000 });
  await detail.getByText('The bucket is not there, or may not be written to. What to do').click();
  expect(await codeOf(detail, 'Create it, if it is not there')).toContain('mb s3://soon-gone');
  await detail.getByText('As requests').click();
  expect(await codeOf(detail, 'Watch and cancel it with curl')).toContain('"status": "Cancelled"');
  const { violations } = await new AxeBuilder({ page }).exclude('[data-live-announcer]').analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
});

const codeOf = (dialog: Locator, title: string) =>
  dialog.getByRole('region', { name: title }).locator('pre').innerText();

/** As a person with the administrator’s keys, in a home of their own. */
function runInShell(commands: string): string {
  return execFileSync('sh', ['-e', '-c', commands.replace('YOUR_SECRET_ACCESS_KEY', s3!.secretAccessKey)], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      PYENV_ROOT: process.env['PYENV_ROOT'],
      AWS_ACCESS_KEY_ID: s3!.accessKeyId,
      AWS_SECRET_ACCESS_KEY: s3!.secretAccessKey,
      AWS_DEFAULT_REGION: 'us-east-1',
    },
    encoding: 'utf8',
  });
}

async function downloadAll(prefix: string): Promise<readonly string[]> {
  const listing = await aws.fetch(
    `${s3!.endpoint}/${BUCKET}?list-type=2&max-keys=1000&prefix=${encodeURIComponent(prefix)}`,
  );
  const keys = [...(await listing.text()).matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key]) => key!);
  expect(keys.length).toBeGreaterThan(5);
  return Promise.all(
    keys.map(async (key, index) => {
      const url = `${s3!.endpoint}/${BUCKET}/${key.split('/').map(encodeURIComponent).join('/')}`;
      const path = join(folder, `${index}.parquet`);
      writeFileSync(path, new Uint8Array(await (await aws.fetch(url)).arrayBuffer()));
      return path;
    }),
  );
}
