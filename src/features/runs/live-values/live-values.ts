/**
 * Values that exist, for completion: what the server counts first, then what the loaded rows have beside it,
 * each with its origin. Who asks the server, and how often, is the caller's part.
 */
import type { Facet, RunStats } from '../../../contract/api.ts';
import type { ItemValue } from '../../../filter/flatten.ts';
import type { LiveSource, LiveValue, ValueAsk, ValueKind } from '../../../filter/live-values.ts';
import type { RunRow } from '../run-row.ts';
import { valuesOfRows } from './values-of-rows.ts';

/** Values by metadata key, as the server gives them: as texts. */
export type MetadataValues = Readonly<Record<string, readonly string[]>>;

export interface ValueWorld {
  /** Each is asked at most once and remembers its answer, a failure included. */
  readonly metadata: () => Promise<MetadataValues>;
  readonly stats: () => Promise<RunStats>;
  readonly rows: readonly RunRow[];
  /** Where the server looks, for people: "this project, last 7 days". */
  readonly place: string;
  /** Resolves when waiting any longer would hold a person up. */
  readonly patience: () => Promise<void>;
}

/** Values offered in one list; beyond that a person types. */
const OFFERED = 100;

export function liveValues(world: ValueWorld): LiveSource {
  const rowCount = world.rows.length === 1 ? 'the loaded row' : `${world.rows.length} loaded rows`;
  return async (ask) => {
    const late = Symbol('late');
    const asked = fromServer(world, ask);
    const found = await Promise.race([asked.catch(() => []), world.patience().then(() => late)]);
    const counted = typeof found === 'symbol' ? [] : found;
    const loaded = valuesOfRows(world.rows, ask);
    const typed = new Map(loaded.map((each) => [String(each.value), each.value]));
    // The server prints numbers and booleans as texts, rows still know what they were.
    const server = counted.map((each) => ({ ...each, value: typed.get(String(each.value)) ?? each.value }));
    const known = new Set(server.map(({ value }) => value));
    const others = loaded.filter(({ value }) => !known.has(value));
    return {
      values: [...server, ...others.map((each) => ({ ...each, origin: rowCount }))].slice(0, OFFERED),
      origin: world.place,
      complete: typeof found !== 'symbol',
      ...(typeof found === 'symbol' && { later: success(asked) }),
    };
  };
}

/** Stays open for ever when that fails: nobody is to be called for nothing. */
const success = (work: Promise<unknown>) =>
  new Promise<void>((resolve) => {
    work.then(
      () => resolve(),
      () => {},
    );
  });

async function fromServer(world: ValueWorld, ask: ValueAsk): Promise<readonly LiveValue[]> {
  switch (ask.kind) {
    case 'metadata-keys':
      return plain(Object.keys(await world.metadata()).toSorted());
    case 'metadata-values':
      return metadataValues(await world.metadata(), ask.key);
    case 'models':
      return metadataValues(await world.metadata(), 'ls_model_name');
    case 'threads': {
      const metadata = await world.metadata();
      return plain([...new Set(THREAD_KEYS.flatMap((key) => metadata[key] ?? []))]);
    }
    case 'feedback-keys':
      return feedbackKeys(await world.stats());
    case 'feedback-values':
      return feedbackValues(await world.stats(), ask.key);
    default: {
      const facet = FACETS[ask.kind];
      return facet === undefined ? [] : facetValues((await world.stats()).facets, facet);
    }
  }
}

/** The idiom of LangSmith's threads (FILTER-LANGUAGE §5). */
const THREAD_KEYS = ['session_id', 'thread_id', 'conversation_id'];

const FACETS: Readonly<Partial<Record<ValueKind, string>>> = {
  names: 'name',
  tags: 'tag',
  'run-types': 'run_type',
  statuses: 'status',
};

const plain = (values: readonly ItemValue[]) => values.map((value) => ({ value }));

const metadataValues = (metadata: MetadataValues, key: string | undefined) =>
  plain(key === undefined ? [...new Set(Object.values(metadata).flat())] : (metadata[key] ?? []));

const facetValues = (facets: readonly Facet[], name: string): readonly LiveValue[] =>
  facets.filter(({ key }) => key === name).map(({ value, count }) => ({ value, count }));

function feedbackKeys({ feedback }: RunStats): readonly LiveValue[] {
  const entries = Object.entries(feedback).toSorted((a, b) => b[1].n - a[1].n);
  return entries.map(([value, { n }]) => ({ value, count: n }));
}

function feedbackValues({ feedback }: RunStats, key: string | undefined): readonly LiveValue[] {
  const stats = key === undefined ? Object.values(feedback) : [feedback[key]];
  const counts = stats.flatMap((stat) => Object.entries(stat?.values ?? {}));
  return counts.toSorted((a, b) => b[1] - a[1]).map(([value, count]) => ({ value, count }));
}
