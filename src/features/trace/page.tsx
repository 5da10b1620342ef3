import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { Waypoints } from 'lucide-react';
import type { Api } from '../../contract/api.ts';
import type { Run } from '../../contract/run.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { defaultRunsScreen } from '../../url/defaults.ts';
import type { RunsScreen, Screen, TraceScreen } from '../../url/screens.ts';
import { LoadError } from '../../parts/load-error.tsx';
import { projectOfTraceOptions, traceRunsOptions } from './trace-queries.ts';
import { TraceSkeleton } from './trace-skeleton.tsx';
import type { KeptPlace } from './use-kept-place.ts';
import { TraceView } from './trace-view.tsx';

export interface TracePageProps {
  readonly api: Api;
  readonly connectionId: string;
  readonly screen: TraceScreen;
  readonly onScreenChange: (next: TraceScreen, how: 'push' | 'replace') => void;
  readonly hrefOf: (screen: Screen) => string;
  /** The list that the trace leads back to. */
  readonly listOf: (projectId: string) => RunsScreen;
  /** The trace is there to be read. */
  readonly onShown?: (trace: { readonly name: string; readonly projectId: string }) => void;
  /** In a column beside something else: the run panel is below the tree. */
  readonly isStacked?: boolean;
  readonly keptPlace?: KeptPlace;
  readonly renderDownload: (trace: { readonly projectId: string; readonly name: string }) => ReactNode;
}

/** One trace: finds its project when the link does not say it, loads its runs, and opens them. */
export function TracePage(props: TracePageProps) {
  const { screen } = props;
  const [rootName, setRootName] = useState<string>();
  return (
    <>
      <title>{`${rootName ?? `Trace ${screen.traceId.slice(0, 8)}`} · Runlens`}</title>
      <FoundTrace {...props} onRootNamed={setRootName} />
    </>
  );
}

function FoundTrace(props: TracePageProps & { readonly onRootNamed: (name: string) => void }) {
  const { api, screen, onRootNamed, onShown } = props;
  const found = useQuery({
    ...projectOfTraceOptions(api, screen.runId ?? screen.traceId),
    enabled: screen.projectId === undefined,
  });
  const projectId = screen.projectId ?? found.data?.projectId;
  const runs = useQuery({
    ...traceRunsOptions(api, screen.traceId, projectId ?? ''),
    enabled: projectId !== undefined,
  });
  useRunIdAsTraceId(props, found.data);
  const root = runs.data?.rows.find((run) => run.id === screen.traceId);
  useEffect(() => {
    if (root) onRootNamed(root.name);
  }, [root, onRootNamed]);
  const name = root?.name;
  useEffect(() => {
    if (name !== undefined && projectId !== undefined) onShown?.({ name, projectId });
  }, [name, projectId, onShown]);
  const failed = found.error ? found : runs.error && !runs.data ? runs : undefined;
  if (failed) {
    return (
      <>
        <h1 className="visually-hidden">Trace</h1>
        <LoadError
          what="this trace"
          error={failed.error}
          onRetry={() => void failed.refetch()}
          elsewhere={<AllRuns {...props} />}
        />
      </>
    );
  }
  if (projectId === undefined || !runs.data) return <TraceSkeleton />;
  if (runs.data.rows.length === 0) return <NoRuns {...props} />;
  return (
    <TraceView
      key={`${api.connectionId}/${screen.traceId}`}
      {...props}
      projectId={projectId}
      runs={runs.data.rows}
      notices={runs.data.notices}
      loadedAt={runs.dataUpdatedAt}
      isRefreshing={runs.isFetching}
      refreshError={runs.error ?? undefined}
      onRefresh={() => void runs.refetch()}
    />
  );
}

function NoRuns(props: TracePageProps) {
  return (
    <EmptyState icon={Waypoints} title="This trace has no runs here" actions={<AllRuns {...props} />}>
      <p>
        The server answered, but with no run of trace <code>{props.screen.traceId}</code> in this project. It
        may be deleted, past its retention (14 or 400 days), or in another project.
      </p>
    </EmptyState>
  );
}

function AllRuns({ screen, hrefOf }: TracePageProps) {
  return (
    <ButtonLink size="sm" href={hrefOf(defaultRunsScreen(screen.deployment))}>
      All runs
    </ButtonLink>
  );
}

/** People paste the id of any run: the address then changes to its trace with that run selected. */
function useRunIdAsTraceId({ screen, onScreenChange }: TracePageProps, found: Run | undefined): void {
  useEffect(() => {
    if (!found || found.id !== screen.traceId || found.traceId === screen.traceId) return;
    const { traceId, projectId, id } = found;
    onScreenChange({ ...screen, traceId, projectId, runId: id }, 'replace');
  }, [found, screen, onScreenChange]);
}
