/** Durations inside filters: a number of seconds, or a string with the unit s (FILTER-LANGUAGE §1.7). */
export type DurationReading =
  | { readonly kind: 'seconds'; readonly seconds: number }
  /** Understood, but LangSmith takes no other unit than s. */
  | { readonly kind: 'foreign'; readonly seconds: number; readonly unit: string }
  | { readonly kind: 'unreadable' };

const SECONDS_PER: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  sec: 1,
  m: 60,
  min: 60,
  h: 3600,
  d: 86_400,
};

export function readDuration(text: string): DurationReading {
  const match = /^(-?\d+(?:\.\d+)?)(\s*)([a-z]+)$/i.exec(text.trim());
  if (!match) return { kind: 'unreadable' };
  const per = SECONDS_PER[match[3]!.toLowerCase()];
  if (per === undefined) return { kind: 'unreadable' };
  // Through text: 500 * 0.001 has a tail that 0.5 has not.
  const seconds = Number((Number(match[1]) * per).toPrecision(12));
  const exact = match[2] === '' && match[3] === 's' && text === text.trim();
  return exact ? { kind: 'seconds', seconds } : { kind: 'foreign', seconds, unit: match[3]! };
}
