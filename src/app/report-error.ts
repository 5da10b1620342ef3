import { redact } from './redact.ts';

/**
 * The one place where unexpected errors arrive: from boundaries, from queries, from promises nobody
 * waited for. They stay in this browser; a person can copy them into a report.
 */
interface ErrorReport {
  readonly time: number;
  /** Where it was caught. */
  readonly place: string;
  readonly error: unknown;
}

const KEPT = 20;
let reports: readonly ErrorReport[] = [];

export function reportError(error: unknown, place: string): void {
  if (isAbort(error)) return;
  reports = [...reports, { time: Date.now(), place, error }].slice(-KEPT);
}

/** Cancelling is not failing. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** Earlier troubles of this visit, one line each: often the first of them explains the last. */
export function earlierErrors(latest: unknown): readonly string[] {
  return reports
    .filter(({ error }) => error !== latest)
    .map(({ time, place, error }) => `${new Date(time).toISOString()} ${place}: ${firstLine(error)}`);
}

const firstLine = (error: unknown) => chainOf(error)[0]?.split('\n')[0] ?? '';

/** For a person who reports a fault: what, where, with which program; never a key. */
export function errorDetails(error: unknown, context: readonly string[], secrets: readonly string[]): string {
  const lines = [...context, '', ...chainOf(error)];
  return redact(lines.join('\n'), secrets);
}

function chainOf(error: unknown): readonly string[] {
  const lines: string[] = [];
  let current = error;
  for (let depth = 0; depth < 5 && current !== undefined; depth++) {
    const prefix = depth === 0 ? '' : 'Caused by: ';
    if (!(current instanceof Error)) return [...lines, `${prefix}${thrownText(current)}`];
    lines.push(
      `${prefix}${current.stack?.includes(current.message) ? current.stack : `${current.name}: ${current.message}`}`,
    );
    current = current.cause;
  }
  return lines;
}

/** Anything can be thrown: most often a text, sometimes the body of an answer. */
function thrownText(thrown: unknown): string {
  return typeof thrown === 'string' ? thrown : (JSON.stringify(thrown) ?? typeof thrown);
}
