/** `npm start` itself, with settings of its own. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { PROJECT_ROOT } from '../../src/tools/project-root.ts';
import type { Site } from '../../src/tools/serve-site.ts';
import { TSX } from './engine-process.ts';

export async function startProcess(env: Readonly<Record<string, string>>): Promise<Site> {
  const child = spawn(process.execPath, [TSX, 'src/tools/start.ts', '--port', '0'], {
    cwd: PROJECT_ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.on('exit', (code) => reject(new Error(`npm start ended with code ${code}.`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /is ready: (\S+)/.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
  const close = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await ended;
  };
  return { url, close };
}
