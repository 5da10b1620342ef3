import { createElement } from 'react';
import type { Api } from '../contract/api.ts';
import { useIsNarrow } from '../parts/use-is-narrow.ts';
import { printLink } from '../url/link.ts';
import type { Screen, ThreadsScreen } from '../url/screens.ts';
import { useLoaded } from '../ui/use-loaded.ts';
import { SavedButton } from '../features/saved/saved-button.tsx';
import { DownloadButton } from './download-button.tsx';
import { threadOffer, threadsOffer } from './download-offers.ts';
import { PageChunk } from './page-chunk.tsx';
import { loadThreadsPage } from './pages.ts';
import { useServices } from './services.ts';

interface ThreadsViewProps {
  readonly api: Api;
  readonly screen: ThreadsScreen;
  readonly onScreenChange: (next: Screen, how: 'push' | 'replace') => void;
}

export function ThreadsView({ api, screen, onScreenChange }: ThreadsViewProps) {
  const page = useLoaded(loadThreadsPage);
  const isNarrow = useIsNarrow();
  const { savedHere } = useServices();
  return (
    <>
      <title>Threads · Runlens</title>
      <PageChunk chunk={page} name="threads">
        {(ThreadsPage) =>
          createElement(ThreadsPage, {
            key: api.connectionId,
            api,
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
            renderListDownload: (project) => (
              <DownloadButton
                api={api}
                isIconOnly={isNarrow}
                offer={() => threadsOffer(screen, project, Date.now())}
              />
            ),
            renderDownload: (project, threadId) => (
              <DownloadButton
                api={api}
                isIconOnly
                size="sm"
                label="Download as data"
                offer={() => threadOffer(screen.deployment, project, threadId)}
              />
            ),
          })
        }
      </PageChunk>
    </>
  );
}
