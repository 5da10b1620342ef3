/**
 * How likely chance alone would put at least `inside` of the runs that have a value among the chosen ones:
 * Fisher's exact test, one-sided. Exact also for a handful of runs, where approximations promise too much.
 */
export interface TwoByTwo {
  /** Runs with the value, among the chosen and among the others. */
  readonly inside: number;
  readonly outside: number;
  /** All runs, chosen and others. */
  readonly insideTotal: number;
  readonly outsideTotal: number;
}

export function chanceOf({ inside, outside, insideTotal, outsideTotal }: TwoByTwo): number {
  const all = insideTotal + outsideTotal;
  const withValue = inside + outside;
  const most = Math.min(insideTotal, withValue);
  let term = Math.exp(
    lnChoose(withValue, inside) +
      lnChoose(all - withValue, insideTotal - inside) -
      lnChoose(all, insideTotal),
  );
  let sum = 0;
  for (let k = inside; k <= most; k++) {
    sum += term;
    const next = ((withValue - k) * (insideTotal - k)) / ((k + 1) * (all - withValue - insideTotal + k + 1));
    term *= next;
    // Past the middle of the distribution the terms only shrink.
    if (next < 1 && term < sum * 1e-12) break;
  }
  return Math.min(1, sum);
}

const lnChoose = (n: number, k: number) => lnFactorial(n) - lnFactorial(k) - lnFactorial(n - k);

const SMALL = [0];
for (let n = 1; n <= 20; n++) SMALL.push(SMALL[n - 1]! + Math.log(n));

/** Stirling's series; beyond 20 its error is below 1e-10. */
function lnFactorial(n: number): number {
  if (n <= 20) return SMALL[n] ?? 0;
  const x = n + 1;
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * x ** 3);
}
