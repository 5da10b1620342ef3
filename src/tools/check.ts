/** `npm run check`: types, lint, format, dead code, bundle size. The room plan is a unit test. */
import { CHECKS } from './check/checks.ts';
import { runChecks } from './check/run-checks.ts';

const failed = await runChecks(CHECKS);
console.log(`${CHECKS.length - failed.length} checks passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
