import { createElement, useCallback } from 'react';
import type { Api } from '../contract/api.ts';
import { printLink } from '../url/link.ts';
import type { Screen, TraceScreen } from '../url/screens.ts';
import { useLoaded } from '../ui/use-loaded.ts';
import { DownloadButton } from './download-button.tsx';
import { traceOffer } from './download-offers.ts';
import { runsFrom, useLastLists } from './last-lists.ts';
import { PageChunk } from './page-chunk.tsx';
import { loadTracePage } from './pages.ts';
import { placeOf } from './palette/place-of.ts';
import { rememberTrace } from './palette/recent-traces.ts';

interface TraceViewProps {
  readonly api: Api;
  readonly screen: TraceScreen;
  readonly onScreenChange: (next: Screen, how: 'push' | 'replace') => void;
}

export function TraceView({ api, screen, onScreenChange }: TraceViewProps) {
  const page = useLoaded(loadTracePage);
  const place = placeOf(screen.deployment);
  const { traceId, deployment } = screen;
  const last = useLastLists(deployment);
  const listOf = (projectId: string) => runsFrom({ ...screen, projectId }, deployment, last);
  const remember = useCallback(
    ({ name, projectId }: { readonly name: string; readonly projectId: string }) =>
      rememberTrace(place, { traceId, projectId, name: name || 'unnamed', at: Date.now() }),
    [place, traceId],
  );
  return (
    <>
      {page.status !== 'ready' && <title>Trace · Runlens</title>}
      <PageChunk chunk={page} name="trace">
        {(TracePage) =>
          createElement(TracePage, {
            // The page's stores belong to one trace of one connection.
            key: `${api.connectionId}/${screen.traceId}`,
            api,
            connectionId: api.connectionId,
            screen,
            onScreenChange,
            hrefOf: printLink,
            listOf,
            onShown: remember,
            renderDownload: ({ projectId, name }) => (
              <DownloadButton
                api={api}
                isIconOnly
                size="sm"
                label="Download this trace"
                offer={() => traceOffer(screen.deployment, { id: projectId }, screen.traceId, name)}
              />
            ),
          })
        }
      </PageChunk>
    </>
  );
}
