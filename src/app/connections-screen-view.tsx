import { createElement } from 'react';
import { printLink } from '../url/link.ts';
import type { Screen, ServerDeployment } from '../url/screens.ts';
import { useLoaded } from '../ui/use-loaded.ts';
import { openFiles } from './open-files.ts';
import { lastListsOf, runsFrom } from './last-lists.ts';
import { PageChunk } from './page-chunk.tsx';
import { loadConnectionsPage } from './pages.ts';
import { useServices } from './services.ts';

interface ConnectionsScreenViewProps {
  readonly change: ServerDeployment | undefined;
  readonly onScreenChange: (next: Screen, how: 'push' | 'replace') => void;
}

export function ConnectionsScreenView({ change, onScreenChange }: ConnectionsScreenViewProps) {
  const { backends, connections, keys, preferences } = useServices();
  const page = useLoaded(loadConnectionsPage);
  return (
    <>
      <title>Connections · Runlens</title>
      <PageChunk chunk={page} name="connections">
        {(ConnectionsPage) =>
          createElement(ConnectionsPage, {
            connections,
            keys,
            files: {
              isAnyOpen: () => backends.files() !== undefined,
              open: (files) => openFiles(backends, files),
              close: () => backends.closeFiles(),
            },
            hrefOf: printLink,
            change,
            onOpen(deployment) {
              preferences.setState({ lastDeployment: deployment });
              onScreenChange(runsFrom(undefined, deployment, lastListsOf(deployment)), 'push');
            },
          })
        }
      </PageChunk>
    </>
  );
}
