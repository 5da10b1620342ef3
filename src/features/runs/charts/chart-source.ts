/** Whom the numbers come from: every match where counting is free, else the loaded rows, until asked. */
import type { RequestPace } from '../../../contract/api.ts';
import { formatCount } from '../../../lib/format-count.ts';
import type { Coverage } from '../../../model/histogram.ts';
import type { RunsScreen } from '../../../url/screens.ts';

/** Statistics cannot be asked about these, so only loaded rows can be counted. */
export const isCountable = ({ args, projects }: Pick<RunsScreen, 'args' | 'projects'>): boolean =>
  projects.length > 0 && args.runIds === undefined && args.query === undefined;

/** Each bar is a question of its own; only an engine in this browser answers as many as one likes. */
export const isFree = ({ deployment }: Pick<RunsScreen, 'deployment'>): boolean =>
  deployment.kind !== 'server';

export function askLabel(bars: number, pace: RequestPace | undefined): string {
  if (!pace) return `Count on the server (${bars} requests)`;
  const seconds = Math.ceil(bars / pace.count - 1) * pace.seconds;
  const time = seconds < 90 ? `${Math.max(1, seconds)} s` : `${Math.round(seconds / 60)} min`;
  return `Count on the server (${bars} requests, about ${time})`;
}

export type Counted = 'all' | 'loaded' | 'asking' | 'failed';

interface Source {
  readonly counted: Counted;
  readonly isServer: boolean;
  readonly rowCount: number;
  readonly coverage: readonly Coverage[];
  readonly isCut: boolean;
}

export function sourceSentence({ counted, isServer, rowCount, coverage, isCut }: Source): string {
  const cut = isCut ? ' Older matches are left of the first bar: load more rows, or choose a window.' : '';
  if (counted === 'all') {
    const by = isServer ? 'Counted by the server' : 'Counted in this browser';
    return isCut ? `${by} from the oldest loaded row on.${cut}` : `${by} over all matches.`;
  }
  const missing = coverage.filter((each) => each !== 'all').length;
  const part =
    missing > 0
      ? `Hatched: ${missing} of ${coverage.length} bars are not loaded, or not whole.${cut}`
      : isCut
        ? cut.trim()
        : 'They are all there are.';
  const loaded = `From ${formatCount(rowCount)} loaded rows. ${part}`;
  if (counted === 'asking') return `${loaded} Counting over all matches…`;
  return counted === 'failed' ? `${loaded} Counting over all matches failed.` : loaded;
}
