/** What `npm run check` looks at. Each check knows the command that repairs what it finds, or shows it alone. */
import { checkBundle, readSite } from '../check-bundle.ts';
import { BUILT_SITE, ensureBuild } from '../build/ensure-build.ts';
import { runCommand } from '../run-command.ts';

export interface Verdict {
  readonly isFine: boolean;
  readonly output: string;
}

export interface Check {
  readonly name: string;
  readonly repair: string;
  readonly run: () => Promise<Verdict>;
}

/** One program for each set of globals that code may see (the page, a worker, neither, Node). */
const TYPE_PROJECTS = ['.', 'src/filter', 'src/model', 'src/engine', 'src/extract', 'src/tools'];

const LINT = ['-c', 'src/oxlint.json', '--type-aware', '--deny-warnings'];
/** Papers are written by hand: a formatter would pad their tables. */
const FORMAT = ['-c', 'src/oxfmt.json', '.', '!**/*.md'];

export const CHECKS: readonly Check[] = [
  ...TYPE_PROJECTS.map((project) =>
    program(`types ${project}`, 'tsc', ['--noEmit', '-p', project], `npx tsc --noEmit -p ${project}`),
  ),
  program('lint', 'oxlint', [...LINT, '.'], `npx oxlint ${LINT.join(' ')} --fix .`),
  program('format', 'oxfmt', [...FORMAT, '--check'], 'npm run format'),
  program('dead code', 'knip', ['-c', 'src/knip.jsonc'], 'npx knip -c src/knip.jsonc'),
  { name: 'bundle size', repair: 'npm run build, then look at dist/.vite/manifest.json', run: measureBundle },
];

function program(name: string, command: string, args: readonly string[], repair: string): Check {
  return {
    name,
    repair,
    run: async () => {
      const { code, output } = await runCommand(command, args);
      return { isFine: code === 0, output };
    },
  };
}

async function measureBundle(): Promise<Verdict> {
  await ensureBuild();
  const { firstLoad, firstScreen, styles, problems } = checkBundle(readSite(BUILT_SITE));
  const size = `JavaScript gzipped: first load ${kB(firstLoad)}, with the first page ${kB(firstScreen)}; styles ${kB(styles)}`;
  return { isFine: problems.length === 0, output: [size, ...problems].join('\n') };
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
