import { createElement } from 'react';
import type { Api } from '../contract/api.ts';
import { SavedButton } from '../features/saved/saved-button.tsx';
import { useIsNarrow, useIsWide } from '../parts/use-is-narrow.ts';
import { printLink } from '../url/link.ts';
import type { RunsScreen, Screen } from '../url/screens.ts';
import { useLoaded } from '../ui/use-loaded.ts';
import { DownloadButton } from './download-button.tsx';
import { runsOffer } from './download-offers.ts';
import { PeekedTrace } from './peeked-trace.tsx';
import { PageChunk } from './page-chunk.tsx';
import { loadRunsPage } from './pages.ts';
import { useServices } from './services.ts';

interface RunsViewProps {
  readonly api: Api;
  readonly screen: RunsScreen;
  readonly onScreenChange: (next: Screen, how: 'push' | 'replace') => void;
}

export function RunsView({ api, screen, onScreenChange }: RunsViewProps) {
  const page = useLoaded(loadRunsPage);
  const { savedHere } = useServices();
  const isNarrow = useIsNarrow();
  const isWide = useIsWide();
  const project = screen.projects.map(({ name, id }) => name ?? id.slice(0, 8)).join(', ');
  return (
    <>
      <title>{project === '' ? 'Runs · Runlens' : `${project} · Runlens`}</title>
      <h1 className="visually-hidden">Runs{project !== '' && ` of ${project}`}</h1>
      <PageChunk chunk={page} name="runs">
        {(RunsPage) =>
          createElement(RunsPage, {
            // A page belongs to one connection: nothing of another world survives in its state.
            key: api.connectionId,
            api,
            connectionId: api.connectionId,
            screen,
            onScreenChange,
            hrefOf: printLink,
            saved: (
              <SavedButton
                api={api}
                screen={screen}
                browserShelf={savedHere}
                isNarrow={isNarrow}
                onScreenChange={onScreenChange}
                hrefOf={printLink}
              />
            ),
            renderPeek: (peek) => (
              <PeekedTrace api={api} screen={screen} peek={peek} onScreenChange={onScreenChange} />
            ),
            renderDownload: (selection) => (
              <DownloadButton
                api={api}
                isIconOnly={!isWide}
                offer={() => runsOffer(screen, selection, Date.now())}
              />
            ),
          })
        }
      </PageChunk>
    </>
  );
}
