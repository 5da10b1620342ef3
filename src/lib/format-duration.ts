/**
 * Durations for people: three digits that matter, never a jump in the wrong direction when a value is
 * rounded (59.996 s is "1m 0s", not "60.00 s"). Negative durations exist: clocks of different machines
 * disagree, and hiding that would hide the reason for a strange timeline.
 */
export function formatDuration(seconds: number | undefined): string {
  if (seconds === undefined || !Number.isFinite(seconds)) return '–';
  return seconds < 0 ? `−${formatPositive(-seconds)}` : formatPositive(seconds);
}

function formatPositive(seconds: number): string {
  if (seconds === 0) return '0 ms';
  if (seconds < 0.00095) return `${Math.max(1, Math.round(seconds * 1e6))} µs`;
  if (seconds < 0.00995) return `${(seconds * 1000).toFixed(1)} ms`;
  if (seconds < 0.9995) return `${Math.round(seconds * 1000)} ms`;
  if (seconds < 59.995) return `${seconds.toFixed(2)} s`;
  return formatLong(Math.round(seconds));
}

function formatLong(seconds: number): string {
  if (seconds < 3600) return `${Math.floor(seconds / 60)}m ${seconds % 60}s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)}h ${minutes % 60}m`;
  const hours = Math.round(minutes / 60);
  return `${Math.floor(hours / 24)}d ${hours % 24}h`;
}
