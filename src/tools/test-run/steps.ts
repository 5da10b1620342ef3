/** The steps of `npm test`. Each one answers with counts; a step that cannot run at all is one failure. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuild } from '../build/ensure-build.ts';
import { CHECKS } from '../check/checks.ts';
import { runChecks } from '../check/run-checks.ts';
import { provideBrowser } from '../install-browser.ts';
import { PROJECT_ROOT } from '../project-root.ts';
import { runCommand } from '../run-command.ts';
import { type Tally, browserTally, unitTally } from './tally.ts';

export interface Step {
  readonly name: string;
  readonly run: () => Promise<Tally>;
}

const NONE: Tally = { passed: 0, failed: 0, skipped: 0 };
const RESULTS = join(PROJECT_ROOT, 'test-results');

export const STEPS: readonly Step[] = [
  { name: 'build', run: build },
  { name: 'check', run: check },
  { name: 'unit and contract tests', run: unitTests },
  { name: 'end-to-end tests', run: () => browserTests(['--retries=1']) },
];

async function build(): Promise<Tally> {
  console.log(`The site ${await ensureBuild()}.`);
  return NONE;
}

/** Checks are not tests: only the failed ones count. */
async function check(): Promise<Tally> {
  return { ...NONE, failed: (await runChecks(CHECKS)).length };
}

async function unitTests(): Promise<Tally> {
  const file = freshReport('unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await runCommand('vitest', ['run', ...reporters], { isShown: true });
  return tallyOf(file, code, (report) => unitTally(report as Parameters<typeof unitTally>[0]));
}

export async function browserTests(args: readonly string[]): Promise<Tally> {
  const file = freshReport('e2e.json');
  const { path } = await provideBrowser();
  const env = { RUNLENS_BROWSER: path, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const { code } = await runCommand('playwright', ['test', '-c', 'e2e', ...args], { isShown: true, env });
  return tallyOf(file, code, (report) => browserTally(report as Parameters<typeof browserTally>[0]));
}

/** An old report must not stand in for one that was never written. */
function freshReport(name: string): string {
  mkdirSync(RESULTS, { recursive: true });
  const file = join(RESULTS, name);
  rmSync(file, { force: true });
  return file;
}

function tallyOf(file: string, code: number | undefined, read: (report: unknown) => Tally): Tally {
  if (!existsSync(file)) throw new Error(`It ended with code ${code ?? 'none'} and wrote no report.`);
  const tally = read(JSON.parse(readFileSync(file, 'utf8')));
  // An error that belongs to no test, such as an unhandled rejection, shows in the exit code alone.
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}
