import { useEffect } from 'react';
import { RepairPlace } from '../parts/repair-link.tsx';
import { printLink } from '../url/link.ts';
import type { Screen } from '../url/screens.ts';
import { ConnectionsScreenView } from './connections-screen-view.tsx';
import { DownloadsView } from './downloads-view.tsx';
import { ExportsView } from './exports-view.tsx';
import { DeploymentGate } from './deployment-gate.tsx';
import { preloadPages } from './pages.ts';
import { useServices } from './services.ts';
import { RunsView } from './runs-view.tsx';
import { ThreadsView } from './threads-view.tsx';
import { TraceView } from './trace-view.tsx';

interface ScreenViewProps {
  readonly screen: Screen;
  readonly onScreenChange: (next: Screen, how: 'push' | 'replace') => void;
}

export function ScreenView({ screen, onScreenChange }: ScreenViewProps) {
  const { queryClient } = useServices();
  useEffect(() => preloadPages(() => queryClient.isFetching() > 0), [queryClient]);
  if (screen.kind === 'connections')
    return (
      <ConnectionsScreenView
        key={JSON.stringify(screen.change)}
        change={screen.change}
        onScreenChange={onScreenChange}
      />
    );
  if (screen.kind === 'downloads') return <DownloadsView />;
  const { deployment } = screen;
  const repairHref =
    deployment.kind === 'server' ? printLink({ kind: 'connections', change: deployment }) : undefined;
  return (
    <RepairPlace value={repairHref}>
      <DeploymentGate screen={screen} onScreenChange={onScreenChange}>
        {({ api }) => {
          if (screen.kind === 'runs')
            return <RunsView api={api} screen={screen} onScreenChange={onScreenChange} />;
          if (screen.kind === 'threads')
            return <ThreadsView api={api} screen={screen} onScreenChange={onScreenChange} />;
          if (screen.kind === 'exports')
            return <ExportsView api={api} screen={screen} onScreenChange={onScreenChange} />;
          return <TraceView api={api} screen={screen} onScreenChange={onScreenChange} />;
        }}
      </DeploymentGate>
    </RepairPlace>
  );
}
