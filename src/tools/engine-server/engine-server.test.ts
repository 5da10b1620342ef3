/** `npm run engine` as a person runs it: one line when it is ready, a clear sentence when it cannot be. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test, vi } from 'vitest';
import { PROJECT_ROOT } from '../project-root.ts';

// Programs are started: seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), 'runlens-engine-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = { id: 'a', name: 'n', run_type: 'chain', start_time: '2026-01-01T00:00:00' };

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

interface Started {
  readonly out: string;
  readonly err: string;
  readonly code: number | null;
  /** Only of a program that runs on. */
  readonly url?: string;
  stop(): Promise<void>;
}

/** Settles when the program is ready or has ended. */
function start(...args: string[]): Promise<Started> {
  const program = spawn(process.execPath, ['--import', 'tsx', 'src/tools/engine-server.ts', ...args], {
    cwd: PROJECT_ROOT,
  });
  let out = '';
  let err = '';
  const ended = new Promise<number | null>((resolve) => program.once('exit', resolve));
  const stop = async () => {
    program.kill('SIGTERM');
    await ended;
  };
  program.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((resolve) => {
    program.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const url = /http:\S+/.exec(out)?.[0];
      if (url !== undefined && out.endsWith('\n')) resolve({ out, err, code: null, url, stop });
    });
    void ended.then((code) => resolve({ out, err, code, stop }));
  });
}

test('it loads files, says so in one line, and answers', async () => {
  const lines = `${JSON.stringify({ ...run, session_name: 'one' })}\n${JSON.stringify({ ...run, id: 'b', session_name: 'two' })}\n`;
  const started = await start(
    '--port',
    '0',
    '--data',
    file('plain.jsonl', lines),
    '--data',
    file('more.jsonl.gz', gzipSync(JSON.stringify({ ...run, id: 'c' }))),
  );
  expect(started.out).toMatch(/^Runlens engine on http:\/\/127\.0\.0\.1:\d+ \(3 runs, 3 projects\)\n$/);
  const projects = (await (
    await fetch(`${started.url}/sessions?sort_by=name&sort_by_desc=false`)
  ).json()) as {
    name: string;
  }[];
  expect(projects.map(({ name }) => name)).toEqual(['more', 'one', 'two']);
  await started.stop();
});

test('it starts empty and with a key when asked', async () => {
  const started = await start('--port', '0', '--empty', '--key', 'k');
  expect(started.out).toContain('(0 runs, 0 projects)');
  expect((await fetch(`${started.url}/sessions`)).status).toBe(401);
  expect((await fetch(`${started.url}/sessions`, { headers: { 'x-api-key': 'k' } })).status).toBe(200);
  await started.stop();
});

test('a used port is told', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const { code, err } = await start('--port', String(port), '--empty');
  other.close();
  expect([code, err]).toEqual([
    1,
    `Port ${port} on 127.0.0.1 is in use. Give another one with --port, or 0 for any free one.\n`,
  ]);
});

test('files that cannot be used are told', async () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    [join(folder, 'missing.jsonl'), /^There is no file .*missing\.jsonl\. Check the path after --data\.\n$/],
    [
      file('cut.jsonl.gz', gzipSync(JSON.stringify(run).repeat(50)).subarray(0, 30)),
      /^"cut\.jsonl\.gz" cannot be read/,
    ],
    [file('prose.txt', 'Dear reader'), /holds no runs\. It must be JSON, JSONL or JSONL\.gz/],
  ];
  const answers = await Promise.all(cases.map(([path]) => start('--port', '0', '--data', path)));
  for (const [index, { code, err, out }] of answers.entries()) {
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(cases[index]![1]);
  }
});

test('a wrong option shows the usage', async () => {
  const { code, err } = await start('--prot', '1');
  expect(code).toBe(1);
  expect(err).toContain('npm run engine -- --port N');
});
