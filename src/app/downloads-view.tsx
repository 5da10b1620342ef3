import { createElement } from 'react';
import { defaultRunsScreen } from '../url/defaults.ts';
import { printLink } from '../url/link.ts';
import { useLoaded } from '../ui/use-loaded.ts';
import { PageChunk } from './page-chunk.tsx';
import { loadDownloadsPage } from './pages.ts';
import { useLastDeployment, useServices } from './services.ts';

export function DownloadsView() {
  const { loadDownloads } = useServices();
  const page = useLoaded(loadDownloadsPage);
  const manager = useLoaded(loadDownloads);
  const runsHref = printLink(defaultRunsScreen(useLastDeployment()));
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
