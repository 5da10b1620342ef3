/** When it happened: the matches by the time they started, to look at and to choose a stretch of. */
import { ChartColumn, Table2 } from 'lucide-react';
import { type RefObject, useMemo, useRef, useState } from 'react';
import type { Api } from '../../../contract/api.ts';
import type { TimeSpan } from '../../../model/timeline.ts';
import { Button } from '../../../ui/button.tsx';
import { type Bar, BarChart, type BarRange } from '../../../ui/chart/bar-chart.tsx';
import { BarLegend } from '../../../ui/chart/bar-legend.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { useKeptFocus } from '../../../ui/use-kept-focus.ts';
import type { RunsScreen } from '../../../url/screens.ts';
import type { RunPages } from '../use-run-pages.ts';
import { legendOf } from './chart-legend.ts';
import { AXIS, METRICS, type Metric, factsOf, numbersInWords, shapeOf } from './chart-metric.ts';
import { useChartPreferences } from './chart-preferences.ts';
import { askLabel, sourceSentence } from './chart-source.ts';
import { axisTicks, timeInWords, widthInWords } from './chart-span.ts';
import styles from './charts.module.css';
import { Differences } from './differences.tsx';
import { GroupPanel } from './group-panel.tsx';
import { type Chart, useChart } from './use-chart.ts';

export interface ChartStripProps {
  readonly api: Api;
  readonly screen: RunsScreen;
  readonly pages: RunPages;
  readonly onChange: (next: RunsScreen) => void;
  /** What Back need not undo. */
  readonly onReplace: (next: RunsScreen) => void;
}

interface ChosenStretch {
  readonly place: string;
  readonly stretch: TimeSpan;
}

const HEIGHT = 116;

export function ChartStrip({ api, screen, pages, onChange, onReplace }: ChartStripProps) {
  const { isTable, set } = useChartPreferences();
  const { metric, groupBy } = screen.chart ?? { metric: 'count' };
  const chart = useChart(api, screen, pages);
  const strip = useRef<HTMLElement>(null);
  const focusRef = useRef<HTMLDivElement>(null);
  // Narrowing the window draws other bars.
  useKeptFocus(strip, () => focusRef.current);
  // Of this list and window; a filter that is followed from it keeps it.
  const place = JSON.stringify([screen.projects, screen.window, screen.view]);
  const [chosen, setChosen] = useState<ChosenStretch>();
  const stretch = chosen?.place === place ? chosen.stretch : undefined;
  const group = (by: string | undefined) =>
    onReplace({ ...screen, chart: { metric, ...(by === undefined ? {} : { groupBy: by }) } });
  return (
    <section ref={strip} className={styles.strip} aria-label="Chart">
      <div className={styles.head}>
        <SegmentedControl
          label="What the bars show"
          size="sm"
          value={metric}
          onChange={(next: Metric) => {
            set({ metric: next });
            onReplace({ ...screen, chart: { ...screen.chart, metric: next } });
          }}
          options={METRICS}
        />
        {chart && <Source chart={chart} api={api} screen={screen} rowCount={pages.rows.length} />}
        <span className={styles.space} />
        <Button size="sm" variant="ghost" onPress={() => group(groupBy === undefined ? 'name' : undefined)}>
          {groupBy !== undefined ? 'Hide the groups' : 'Compare groups'}
        </Button>
        <IconButton
          label={isTable ? 'Show the numbers as bars' : 'Show the numbers as a table'}
          icon={isTable ? ChartColumn : Table2}
          size="sm"
          onPress={() => set({ isTable: !isTable })}
        />
      </div>
      {chart ? (
        <Bars
          stretch={stretch}
          onStretch={(next) => setChosen(next && { place, stretch: next })}
          api={api}
          focusRef={focusRef}
          chart={chart}
          metric={metric}
          isTable={isTable}
          screen={screen}
          pages={pages}
          onChange={onChange}
        />
      ) : (
        <p className={styles.nothing} style={{ height: HEIGHT }}>
          {pages.isFetching ? 'Waiting for the first rows…' : 'There is nothing to draw.'}
        </p>
      )}
      {groupBy !== undefined && (
        <GroupPanel
          api={api}
          screen={screen}
          pages={pages}
          choice={groupBy}
          onChoice={group}
          onChange={onChange}
        />
      )}
    </section>
  );
}

interface SourceProps extends Pick<ChartStripProps, 'api' | 'screen'> {
  readonly chart: Chart;
  readonly rowCount: number;
}

function Source({ chart, api, screen, rowCount }: SourceProps) {
  const { counted, coverage, isCut, buckets, countAll } = chart;
  const isServer = screen.deployment.kind === 'server';
  return (
    <p className={styles.source} role="status">
      {widthInWords(buckets.width)} each. {sourceSentence({ counted, isServer, rowCount, coverage, isCut })}{' '}
      {chart.error?.message}
      {countAll && (
        <Button size="sm" onPress={countAll}>
          {counted === 'failed' ? 'Try again' : askLabel(buckets.edges.length - 1, api.statsPace)}
        </Button>
      )}
    </p>
  );
}

interface BarsProps extends Omit<ChartStripProps, 'onReplace'> {
  readonly focusRef: RefObject<HTMLDivElement | null>;
  readonly chart: Chart;
  readonly metric: Metric;
  readonly isTable: boolean;
  readonly stretch: TimeSpan | undefined;
  readonly onStretch: (stretch: TimeSpan | undefined) => void;
}

function Bars(props: BarsProps) {
  const { api, focusRef, chart, metric, isTable, stretch, onStretch, screen, pages, onChange } = props;
  const selection = stretch && rangeOf(chart, stretch);
  const setSelection = (range: BarRange | undefined) => onStretch(range && stretchOf(chart, range));
  const bars = useMemo(() => barsOf(chart, metric), [chart, metric]);
  const legend = useMemo(() => legendOf(bars, metric), [bars, metric]);
  const narrow = () => {
    if (stretch) onChange({ ...screen, window: { kind: 'absolute', ...stretch } });
  };
  return (
    <>
      {isTable ? (
        <NumberTable chart={chart} />
      ) : (
        <>
          <BarChart
            focusRef={focusRef}
            label="Runs by the time they started"
            bars={bars}
            height={HEIGHT}
            formatValue={AXIS[metric]}
            ticks={axisTicks(chart.buckets)}
            selection={selection}
            onSelect={setSelection}
            onCommit={narrow}
          />
          {legend.length > 0 && <BarLegend entries={legend} />}
        </>
      )}
      {stretch && !isTable && (
        <div className={styles.chosen} role="group" aria-label="Chosen stretch">
          <span>{stretchInWords(chart, stretch)}</span>
          <Button size="sm" variant="primary" onPress={narrow}>
            Narrow the window to it
          </Button>
          <Button
            size="sm"
            variant="ghost"
            onPress={() => {
              setSelection(undefined);
              focusRef.current?.focus();
            }}
          >
            Clear
          </Button>
          <Differences api={api} pages={pages} stretch={stretch} screen={screen} onChange={onChange} />
        </div>
      )}
    </>
  );
}

function barsOf({ buckets, numbers, coverage }: Chart, metric: Metric): readonly Bar[] {
  const { edges, width } = buckets;
  return numbers.map((each, index) => ({
    id: String(edges[index]),
    title: timeInWords(edges[index]!, width),
    facts: [...factsOf(each, metric), ...(coverage[index] === 'all' ? [] : ['not all loaded'])],
    coverage: coverage[index]!,
    ...shapeOf(each, metric),
  }));
}

function stretchOf({ buckets, span }: Chart, { from, to }: BarRange) {
  return {
    from: Math.max(span.from, buckets.edges[from]!),
    to: Math.min(span.to, buckets.edges[to + 1]!),
  };
}

/** The bars that a stretch of time touches; undefined when it lies elsewhere. */
function rangeOf({ buckets }: Chart, { from, to }: TimeSpan): BarRange | undefined {
  const { edges } = buckets;
  const first = edges.findLastIndex((edge) => edge <= from);
  const last = edges.findIndex((edge) => edge >= to) - 1;
  if (to <= edges[0]! || from >= edges.at(-1)!) return undefined;
  return { from: Math.max(0, first), to: last < 0 ? edges.length - 2 : last };
}

/** As it was chosen: the bars of a narrower question may begin later and end sooner. */
function stretchInWords({ buckets: { width } }: Chart, { from, to }: TimeSpan): string {
  return `${timeInWords(from, Math.min(width, 60_000))} to ${timeInWords(to, Math.min(width, 60_000))}`;
}

function NumberTable({ chart }: { readonly chart: Chart }) {
  const { buckets, numbers } = chart;
  const heads = numbersInWords(numbers[0] ?? { count: 0 }).map(({ name }) => name);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard must be able to scroll it
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Numbers by time">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">started</th>
            {heads.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {numbers.map((each, index) => (
            <tr key={buckets.edges[index]}>
              <th scope="row">{timeInWords(buckets.edges[index]!, buckets.width)}</th>
              {numbersInWords(each).map(({ name, value }) => (
                <td key={name}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
