import { createElement } from 'react';
import { printLink } from '../url/link.ts';
import { useLoaded } from '../ui/use-loaded.ts';
import { runsFrom, useLastLists } from './last-lists.ts';
import { PageChunk } from './page-chunk.tsx';
import { loadDownloadsPage } from './pages.ts';
import { useLastDeployment, useServices } from './services.ts';

export function DownloadsView() {
  const { loadDownloads } = useServices();
  const page = useLoaded(loadDownloadsPage);
  const manager = useLoaded(loadDownloads);
  const deployment = useLastDeployment();
  const runsHref = printLink(runsFrom(undefined, deployment, useLastLists(deployment)));
  return (
    <>
      <title>Downloads · Runlens</title>
      <PageChunk chunk={page} name="downloads">
        {(DownloadsPage) => (
          <PageChunk chunk={manager} name="downloads">
            {(loaded) => createElement(DownloadsPage, { manager: loaded, runsHref })}
          </PageChunk>
        )}
      </PageChunk>
    </>
  );
}
