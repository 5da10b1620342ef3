import { createElement, useState } from 'react';
import type { Api } from '../contract/api.ts';
import type { TreePlace } from '../model/tree-place.ts';
import { withoutSelection } from '../url/share-choices.ts';
import { printLink } from '../url/link.ts';
import type { RunsScreen, Screen } from '../url/screens.ts';
import { useLoaded } from '../ui/use-loaded.ts';
import { DownloadButton } from './download-button.tsx';
import { traceOffer } from './download-offers.ts';
import { PageChunk } from './page-chunk.tsx';
import { loadTracePage } from './pages.ts';

interface PeekedTraceProps {
  readonly api: Api;
  readonly screen: RunsScreen;
  readonly peek: NonNullable<RunsScreen['peek']>;
  readonly onScreenChange: (next: Screen, how: 'push' | 'replace') => void;
}

/** The trace page beside the table: what it selects goes into the link of the table. */
export function PeekedTrace({ api, screen, peek, onScreenChange }: PeekedTraceProps) {
  const page = useLoaded(loadTracePage);
  const { traceId, projectId, rowId = traceId, runId, tab } = peek;
  const [place, onPlace] = useState<TreePlace>([]);
  return (
    <PageChunk chunk={page} name="trace">
      {(TracePage) =>
        createElement(TracePage, {
          key: `${api.connectionId}/${traceId}`,
          api,
          connectionId: api.connectionId,
          screen: {
            kind: 'trace',
            deployment: screen.deployment,
            traceId,
            ...(projectId ? { projectId } : {}),
            ...(runId ? { runId } : {}),
            ...(tab ? { tab } : {}),
          },
          onScreenChange: (next, how) =>
            onScreenChange(
              {
                ...screen,
                peek: {
                  ...peek,
                  traceId: next.traceId,
                  projectId: next.projectId,
                  runId: next.runId,
                  tab: next.tab,
                },
              },
              how,
            ),
          hrefOf: printLink,
          listOf: () => withoutSelection(screen),
          isStacked: true,
          keptPlace: { startId: rowId, place, onPlace },
          renderDownload: ({ projectId: id, name }) => (
            <DownloadButton
              api={api}
              isIconOnly
              size="sm"
              label="Download this trace"
              offer={() => traceOffer(screen.deployment, { id }, traceId, name)}
            />
          ),
        })
      }
    </PageChunk>
  );
}
