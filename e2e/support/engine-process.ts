/** The engine as `npm run engine` starts it: a LangSmith server on this machine, in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PROJECT_ROOT } from '../../src/tools/project-root.ts';

/** Started through Node itself: npm in between would not pass on the signal that ends it. */
export const TSX = join(PROJECT_ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');

export interface EngineProcess {
  readonly url: string;
  readonly key: string;
  readonly stop: () => Promise<void>;
}

/** A key that is easily found again, should it ever turn up where it must not. */
export const ENGINE_KEY = 'lsv2_pt_e2e_never_show_this_key_0123456789';

export async function startEngineProcess(args: readonly string[] = []): Promise<EngineProcess> {
  const child = spawn(
    process.execPath,
    [TSX, 'src/tools/engine-server.ts', '--port', '0', '--key', ENGINE_KEY, ...args],
    { cwd: PROJECT_ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const url = await readyUrl(child);
  return { url, key: ENGINE_KEY, stop: () => end(child) };
}

/** The server prints one line when it is ready, and its address is in it. */
function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`The engine ended with code ${code} before it was ready.`)));
    createInterface({ input: child.stdout! }).on('line', (line) => {
      const url = /http:\/\/[\w.:[\]]+/.exec(line)?.[0];
      if (url !== undefined) resolve(url);
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await ended;
}
