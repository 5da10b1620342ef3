const exact = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

export function formatCount(n: number | undefined): string {
  return n === undefined || !Number.isFinite(n) ? '–' : exact.format(n);
}

const steps = [
  { from: 1e12, unit: 'T' },
  { from: 1e9, unit: 'B' },
  { from: 1e6, unit: 'M' },
  { from: 1e3, unit: 'k' },
] as const;

/** "12.3k": for tight places only; the exact number belongs in the tooltip or the row beside it. */
export function compactCount(n: number | undefined): string {
  if (n === undefined || !Number.isFinite(n)) return '–';
  const size = Math.abs(n);
  // 0.9995: what would round to the next unit's "1" is shown in that unit.
  const step = steps.find(({ from }) => size >= from * 0.9995);
  if (!step || size < 1000) return exact.format(n);
  const scaled = n / step.from;
  const digits = Math.abs(scaled) < 99.95 ? 1 : 0;
  return `${scaled.toFixed(digits).replace(/\.0$/, '')}${step.unit}`;
}
