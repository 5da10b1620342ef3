/** 0…1 → "4.2%"; a rate above zero never reads as zero. */
export function percent(rate: number): string {
  const value = rate * 100;
  if (value > 0 && value < 0.1) return '<0.1%';
  return `${value >= 10 || Number.isInteger(value) ? Math.round(value) : value.toFixed(1)}%`;
}
