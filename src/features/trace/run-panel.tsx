import { useQuery } from '@tanstack/react-query';
import { memo, type Ref, useDeferredValue } from 'react';
import type { Api } from '../../contract/api.ts';
import { hasMark, mark } from '../../model/run-tree.ts';
import { Callout } from '../../ui/callout.tsx';
import { Tabs, type TabItem } from '../../ui/tabs.tsx';
import { EventsTab } from './panel/events-tab.tsx';
import { FeedbackTab } from './panel/feedback-tab.tsx';
import { MetadataTab } from './panel/metadata-tab.tsx';
import { PanelHeader } from './panel/panel-header.tsx';
import { RawTab } from './panel/raw-tab.tsx';
import { RunTab } from './panel/run-tab.tsx';
import styles from './run-panel.module.css';
import { useTrace } from './trace-context.ts';
import { payloadOptions } from './trace-queries.ts';

export interface RunPanelProps {
  readonly ref: Ref<HTMLElement>;
  readonly api: Api;
  /** Open tab, as the URL says. */
  readonly tab: string | undefined;
  /** The run of the URL. While the cursor runs ahead of it nothing is fetched. */
  readonly settledId: string;
  readonly onTabChange: (tab: string) => void;
  readonly onBack: (() => void) | undefined;
}

/**
 * Everything about the run under the cursor. The tree answers a press first, the panel follows in the next
 * frame: light facts at once, the payload when it arrives.
 */
export function RunPanel({ ref, ...props }: RunPanelProps) {
  const cursor = useTrace((state) => state.cursor);
  const size = useTrace((state) => state.model.tree.runs.length);
  const node = useDeferredValue(cursor, nothingYet);
  const isShown = node !== nothingYet && node < size;
  return (
    <section ref={ref} tabIndex={-1} className={styles.panel} aria-label="Run">
      {isShown && <PanelBody {...props} node={node} />}
    </section>
  );
}

const nothingYet = -1;

type PanelBodyProps = Omit<RunPanelProps, 'ref'> & { readonly node: number };

const PanelBody = memo(function PanelBody(props: PanelBodyProps) {
  const { api, tab, settledId, onTabChange, onBack, node } = props;
  const tree = useTrace((state) => state.model.tree);
  const run = tree.runs[node]!;
  const isPlaceholder = hasMark(tree, node, mark.placeholder);
  const payload = useQuery({
    ...payloadOptions(api, run),
    enabled: run.id === settledId && !isPlaceholder,
  });
  if (isPlaceholder) {
    return (
      <div className={styles.message}>
        <Callout tone="warning" title="The root run is not in the data">
          Its children are shown as they came. If the trace is still being written, refresh in a moment.
        </Callout>
      </div>
    );
  }
  const tabs: readonly TabItem[] = [
    {
      id: 'run',
      label: 'Run',
      content: <RunTab key={run.id} api={api} node={node} payload={payload} />,
    },
    { id: 'metadata', label: 'Metadata', content: <MetadataTab run={run} payload={payload} /> },
    {
      id: 'feedback',
      label: 'Feedback',
      badge: feedbackCount(run.feedback),
      content: <FeedbackTab api={api} run={run} isSettled={run.id === settledId} />,
    },
    {
      id: 'events',
      label: 'Events',
      badge: payload.data?.events.length || undefined,
      content: <EventsTab run={run} payload={payload} />,
    },
    { id: 'raw', label: 'Raw JSON', content: <RawTab run={run} payload={payload} /> },
  ];
  const selected = tabs.find(({ id }) => id === tab)?.id ?? 'run';
  return (
    <>
      <PanelHeader node={node} payload={payload.data ?? undefined} onBack={onBack} />
      <Tabs label="Parts of the run" selected={selected} onSelect={onTabChange} tabs={tabs} />
    </>
  );
});

function feedbackCount(feedback: Readonly<Record<string, { readonly n: number }>>): number | undefined {
  const count = Object.values(feedback).reduce((sum, stat) => sum + stat.n, 0);
  return count > 0 ? count : undefined;
}
