const cents = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/**
 * US dollars. Model calls cost fractions of a cent, so small sums keep two digits that matter instead
 * of reading "$0.00": only a true zero reads so.
 */
export function formatCost(usd: number | undefined): string {
  if (usd === undefined || !Number.isFinite(usd)) return '–';
  return usd < 0 ? `−${formatPositive(-usd)}` : formatPositive(usd);
}

function formatPositive(usd: number): string {
  if (usd === 0) return '$0.00';
  if (usd >= 1) return `$${cents.format(usd)}`;
  if (usd >= 0.00995) return `$${usd.toFixed(4).replace(/0{1,2}$/, '')}`;
  if (usd < 1e-9) return '<$0.000000001';
  const digits = 1 - Math.floor(Math.log10(usd));
  return `$${usd.toFixed(digits)}`;
}
