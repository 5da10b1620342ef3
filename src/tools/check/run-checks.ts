import type { Check } from './checks.ts';

/** Runs two at a time, tells each result as it comes, and goes on after a failure. Returns the failed ones. */
export async function runChecks(
  checks: readonly Check[],
  say: (line: string) => void = console.log,
): Promise<readonly Check[]> {
  const failed: Check[] = [];
  const waiting = [...checks];
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      if (!(await runOne(check, say))) failed.push(check);
    }
  };
  await Promise.all([work(), work()]);
  return failed;
}

async function runOne(check: Check, say: (line: string) => void): Promise<boolean> {
  const started = performance.now();
  const { isFine, output } = await check.run().catch((cause: unknown) => ({
    isFine: false,
    output: cause instanceof Error ? cause.message : String(cause),
  }));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(`${isFine ? 'ok    ' : 'FAILED'}  ${check.name}  ${seconds} s`);
  if (!isFine) say(`${output.trimEnd()}\nTo repair or see it alone: ${check.repair}\n`);
  else if (check.name === 'bundle size') say(`        ${output}`);
  return isFine;
}
