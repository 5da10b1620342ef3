import { LOCAL, type Dialect } from '../../filter/dialect.ts';
import type { RunsScreen } from '../../url/screens.ts';

const SERVER: Dialect = { kind: 'server' };

/** Production refuses filters that the engine accepts, so a server gets warnings and rewrites of its own. */
export const dialectOf = ({ deployment }: RunsScreen): Dialect =>
  deployment.kind === 'server' ? SERVER : LOCAL;
