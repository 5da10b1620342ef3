import { useQuery } from '@tanstack/react-query';
import { ChevronRight, Link2, RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { FeedbackStat } from '../../contract/run.ts';
import { formatCount } from '../../lib/format-count.ts';
import { formatCost } from '../../lib/format-cost.ts';
import { typeCounts } from '../../model/type-counts.ts';
import { Badge } from '../../ui/badge.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { toast } from '../../ui/toast.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { RunDuration } from './run-duration.tsx';
import { RunTypeIcon } from './run-type-icon.tsx';
import { statText } from './stat-text.ts';
import { StatusBadge } from './status-badge.tsx';
import { useTrace } from './trace-context.ts';
import styles from './trace-header.module.css';
import { projectOptions } from './trace-queries.ts';
import type { TraceViewProps } from './trace-view.tsx';

/** The trace as a whole. Sums are over all its runs, which is what people compare (UNKNOWNS U34). */
export function TraceHeader(props: TraceViewProps) {
  const { screen, projectId, hrefOf, isRefreshing, onRefresh, renderDownload } = props;
  const model = useTrace((state) => state.model);
  const { tree, timeline, sums } = model;
  const root = tree.runs[0]!;
  const types = typeCounts(tree);
  return (
    <header className={styles.header}>
      <div className={styles.top}>
        <Breadcrumb {...props} />
        <ChevronRight size={14} className={styles.arrow} aria-hidden="true" />
        <h1 className={styles.name} dir="auto">
          {root.name === '' ? 'unnamed' : root.name}
        </h1>
        <StatusBadge run={root} isLive={timeline.isLive} />
        <span className={styles.actions}>
          {timeline.isLive && <span className={styles.live}>Live: asked again every 10 s</span>}
          <IconButton
            label={isRefreshing ? 'Refreshing' : 'Refresh'}
            icon={RefreshCw}
            size="sm"
            isDisabled={isRefreshing}
            onPress={onRefresh}
          />
          {renderDownload({ projectId, name: root.name || screen.traceId.slice(0, 8) })}
          <IconButton
            label="Copy link to this view"
            icon={Link2}
            size="sm"
            onPress={() => void copyLink(hrefOf(screen))}
          />
          <CopyButton label="Copy trace id" text={screen.traceId} />
        </span>
      </div>
      <dl className={styles.facts}>
        <Fact name="Started">
          <TimeText time={root.startTime} mode="absolute" />
        </Fact>
        <Fact name="Latency">
          <RunDuration run={root} isLive={timeline.isLive} />
        </Fact>
        {sums.tokens[0]! > 0 && (
          <Fact name="Tokens">
            {formatCount(sums.tokens[0])}
            {sums.promptTokens[0]! > 0 && (
              <span className={styles.quiet}>
                {' '}
                {formatCount(sums.promptTokens[0])} in, {formatCount(sums.completionTokens[0])} out
              </span>
            )}
          </Fact>
        )}
        {sums.cost[0]! > 0 && <Fact name="Cost">{formatCost(sums.cost[0])}</Fact>}
        <Fact name="Runs">
          <span
            className={styles.types}
            title={types.map(({ type, count }) => `${formatCount(count)} ${type}`).join(' · ')}
          >
            {formatCount(types.reduce((sum, { count }) => sum + count, 0))}
            {types.map(({ type, count }) => (
              <span key={type} className={styles.type}>
                <RunTypeIcon type={type} size={12} />
                {formatCount(count)}
                <span className={styles.typeName}> {type}</span>
              </span>
            ))}
          </span>
        </Fact>
        {model.errors.length > 0 && (
          <Fact name="Failed">
            <span className={styles.failed}>{formatCount(model.errors.length)}</span>
          </Fact>
        )}
        {root.threadId !== undefined && (
          <Fact name="Thread">
            <a
              className={styles.thread}
              href={hrefOf({
                kind: 'threads',
                deployment: screen.deployment,
                project: { id: projectId },
                window: { kind: 'all' },
                filter: '',
                threadId: root.threadId,
                turn: screen.traceId,
              })}
            >
              {root.threadId}
            </a>
          </Fact>
        )}
        <FeedbackBadges feedback={root.feedback} />
      </dl>
    </header>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd className="tabular">{children}</dd>
    </div>
  );
}

function Breadcrumb({ api, projectId, hrefOf, listOf }: TraceViewProps) {
  const project = useQuery(projectOptions(api, projectId));
  const name = project.data?.name;
  const list = listOf(projectId);
  const projects = list.projects.map((each) =>
    each.id === projectId && name !== undefined ? { id: projectId, name } : each,
  );
  return (
    <nav aria-label="Path" className={styles.path}>
      <a
        href={hrefOf({ ...list, projects })}
        className={styles.project}
        title="The runs of this project, as you last listed them"
      >
        {name ?? (project.isPending ? 'Project' : projectId)}
      </a>
    </nav>
  );
}

function FeedbackBadges({ feedback }: { readonly feedback: Readonly<Record<string, FeedbackStat>> }) {
  const keys = Object.keys(feedback);
  if (keys.length === 0) return null;
  return (
    <Fact name="Feedback">
      <span className={styles.types}>
        {keys.map((key) => (
          <Badge key={key} tone="neutral">
            {key} {statText(feedback[key]!)}
          </Badge>
        ))}
      </span>
    </Fact>
  );
}

async function copyLink(href: string): Promise<void> {
  const done = await copyText(new URL(href, location.href).href);
  toast(done ? 'Link copied.' : 'The browser refused to copy. Copy the address of this page instead.');
}
