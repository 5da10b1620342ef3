/**
 * What a link holds, in words, read from the link itself: what is not listed here is not in it. A part
 * without a word of its own is shown by its name, so that nothing new can travel unseen.
 */
import { parseChart } from './chart-text.ts';
import { DEFAULT_VIEW, DEFAULT_WINDOW } from './defaults.ts';
import { parseList } from './list-text.ts';
import { parseProject } from './project-text.ts';
import { parseRawLink } from './raw-link.ts';
import { parseSort } from './sort-text.ts';
import { parseWindow, printWindow } from './window-text.ts';
import { windowWords } from './window-words.ts';

export interface LinkFact {
  readonly name: string;
  readonly value: string;
  /** Code rather than prose. */
  readonly isCode?: true;
}

type Describe = (value: string) => LinkFact;

const plain =
  (name: string): Describe =>
  (value) => ({ name, value });
const code =
  (name: string): Describe =>
  (value) => ({ name, value, isCode: true });
const list =
  (name: string): Describe =>
  (value) => ({ name, value: parseList(value).join(', ') });

function project(value: string): LinkFact {
  const ref = parseProject(value);
  return { name: 'Project', value: ref?.name === undefined ? (ref?.id ?? value) : `${ref.name} (${ref.id})` };
}

function window(value: string): LinkFact {
  const choice = parseWindow(value);
  return { name: 'Time window', value: choice ? windowWords(choice) : value };
}

const PLACES: Readonly<Record<string, string>> = { sample: 'the sample workspace', files: 'opened files' };

const WORDS: Readonly<Record<string, Describe>> = {
  deployment: (value) => ({ name: 'Data', value: PLACES[value] ?? value }),
  workspace: plain('Workspace'),
  project,
  window,
  view: plain('Rows'),
  filter: code('Filter'),
  trace_filter: code('Root filter'),
  tree_filter: code('Any-run filter'),
  columns: list('Columns'),
  order: (value) => ({ name: 'Order', value: value === 'asc' ? 'oldest first' : 'newest first' }),
  sort: (value) => {
    const sort = parseSort(value);
    const way = sort?.isDescending ? 'highest first' : 'lowest first';
    return { name: 'Sorted by', value: sort ? `${sort.column}, ${way}` : value };
  },
  chart: (value) => {
    const chart = parseChart(value);
    const groups = chart?.groupBy === undefined ? '' : `, groups by ${chart.groupBy}`;
    return { name: 'Chart', value: chart ? `${chart.metric}${groups}` : value };
  },
  peek: (value) => ({ name: 'Trace beside the table', value: value.split('~')[0] ?? value }),
  turn: plain('Turn looked at'),
  run: plain('Selected run'),
  tab: plain('Open tab'),
  tz: plain('Time zone'),
  saved: (value) => ({ name: 'Saved filter', value: parseProject(value)?.name ?? value }),
};

/** Defaults are not written, but they are what the colleague sees. */
const UNWRITTEN: Readonly<Record<string, readonly (readonly [name: string, value: string])[]>> = {
  runs: [
    ['view', DEFAULT_VIEW],
    ['window', printWindow(DEFAULT_WINDOW)],
  ],
  threads: [['window', printWindow(DEFAULT_WINDOW)]],
};

const spoken = (name: string) => {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Takes a printed link; an unreadable one has no facts. `hasPlace`: the page shows data of a deployment. */
export function describeLink(hash: string, hasPlace = true): readonly LinkFact[] {
  const raw = parseRawLink(hash);
  if (raw.kind !== 'ok') return [];
  const [page = '', id] = raw.link.path;
  const written = new Set(raw.link.params.map(([name]) => name));
  const place = hasPlace ? [['deployment', 'sample'] as const] : [];
  // One conversation is shown whole, whatever the window.
  const defaults = (id === undefined && UNWRITTEN[page]) || [];
  const unwritten = [...defaults, ...place].filter(([name]) => !written.has(name));
  return [
    { name: 'Page', value: id === undefined ? spoken(page) : `${spoken(page)} ${id}` },
    ...[...raw.link.params, ...unwritten].map(([name, value]) => (WORDS[name] ?? plain(spoken(name)))(value)),
  ];
}
