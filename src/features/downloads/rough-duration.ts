import { formatDuration } from '../../lib/format-duration.ts';

/** For guesses: whole seconds, and never none. */
export const roughDuration = (seconds: number): string =>
  seconds < 60 ? `${Math.max(1, Math.ceil(seconds))} s` : formatDuration(Math.ceil(seconds));
