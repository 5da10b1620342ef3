/**
 * `npm test`: everything. A failed step does not keep the next from running, so that one run tells all.
 * The last line is always `N passed, N failed`.
 */
import { STEPS, type Step } from './test-run/steps.ts';
import { type Tally, sum } from './test-run/tally.ts';

const report: string[] = [];
const tallies: Tally[] = [];
for (const step of STEPS) {
  const started = performance.now();
  console.log(`\n=== ${step.name}`);
  const tally = await run(step);
  tallies.push(tally);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  report.push(`${tally.failed === 0 ? 'ok    ' : 'FAILED'}  ${step.name}  ${seconds} s`);
}

const { passed, failed, skipped, unsteady = 0 } = sum(tallies);
console.log(`\n${report.join('\n')}`);
if (skipped > 0) console.log(`${skipped} skipped; their tests say why`);
if (unsteady > 0) console.log(`${unsteady} passed only at the second try (“flaky” above): look why`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

async function run(step: Step): Promise<Tally> {
  try {
    return await step.run();
  } catch (cause) {
    console.error(`${step.name} could not run: ${cause instanceof Error ? cause.message : String(cause)}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
