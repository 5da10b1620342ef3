import { formatCount } from '../../lib/format-count.ts';

export interface LoadedCount {
  readonly view: 'traces' | 'runs';
  readonly loaded: number;
  readonly hasMore: boolean;
  /** The `limit` argument, when it is what ended the list. */
  readonly stoppedAt?: number;
  /** Rows that the live tail has added to those of the list. */
  readonly newer?: number;
}

/** Neither API counts the rows of a list (UNKNOWNS U30): only what is known is said. */
export function countSentence({ newer = 0, ...list }: LoadedCount): string {
  const sentence = listSentence(list);
  if (newer > 0 && list.loaded === 0) return `${formatCount(newer)} came since the list was read`;
  return newer === 0 ? sentence : `${sentence}; ${formatCount(newer)} came since`;
}

function listSentence({ view, loaded, hasMore, stoppedAt }: Omit<LoadedCount, 'newer'>): string {
  const word = loaded === 1 ? view.slice(0, -1) : view;
  const count = `${formatCount(loaded)} ${word}`;
  if (stoppedAt !== undefined) return `${count} loaded, stopped at the limit you set; the server has more`;
  if (hasMore) return `${count} loaded, there are more`;
  if (loaded === 0) return `No ${view}`;
  return loaded === 1 ? `The only ${view.slice(0, -1)} is loaded` : `All ${count} loaded`;
}
