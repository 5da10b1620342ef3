/** Runs a program of this project's own node_modules (or of the machine) and waits for its end. */
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { PROJECT_ROOT } from './project-root.ts';

export interface Finished {
  /** Undefined when the program could not be started or was ended by a signal. */
  readonly code: number | undefined;
  /** Standard output and error as they came; empty when shown. */
  readonly output: string;
  readonly seconds: number;
}

export interface RunOptions {
  /** Straight to the terminal, as it comes, instead of into `output`. */
  readonly isShown?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds; the program is ended after it. */
  readonly timeout?: number;
}

export function runCommand(command: string, args: readonly string[], options: RunOptions = {}) {
  const started = performance.now();
  return new Promise<Finished>((resolve) => {
    const child = spawn(command, args, {
      cwd: PROJECT_ROOT,
      env: { ...process.env, PATH: pathWithOwnPrograms(), ...options.env },
      stdio: options.isShown ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      timeout: options.timeout,
      shell: process.platform === 'win32',
    });
    let output = '';
    const collect = (chunk: Buffer) => (output += chunk.toString());
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    const finish = (code: number | undefined) =>
      resolve({ code, output, seconds: (performance.now() - started) / 1000 });
    child.on('error', (cause) => {
      output += cause.message;
      finish(undefined);
    });
    child.on('close', (code) => finish(code ?? undefined));
  });
}

/** Also when started without npm, which would have set it. */
function pathWithOwnPrograms(): string {
  return [join(PROJECT_ROOT, 'node_modules', '.bin'), process.env['PATH']].join(delimiter);
}
