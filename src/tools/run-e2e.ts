/** `npm run e2e [-- arguments of playwright test]`: the end-to-end tests alone, on an up-to-date build. */
import { ensureBuild } from './build/ensure-build.ts';
import { browserTests } from './test-run/steps.ts';

await ensureBuild();
const { failed } = await browserTests(process.argv.slice(2));
process.exitCode = failed === 0 ? 0 : 1;
