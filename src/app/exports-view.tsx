import { createElement } from 'react';
import type { Api } from '../contract/api.ts';
import { printLink } from '../url/link.ts';
import { defaultRunsScreen } from '../url/defaults.ts';
import type { ExportsScreen, Screen } from '../url/screens.ts';
import { useLoaded } from '../ui/use-loaded.ts';
import { keptArchive, keptFile, listKeptFiles } from './kept-files.ts';
import { PageChunk } from './page-chunk.tsx';
import { loadExportsPage } from './pages.ts';
import { useServices } from './services.ts';

interface ExportsViewProps {
  readonly api: Api;
  readonly screen: ExportsScreen;
  readonly onScreenChange: (next: Screen, how: 'push' | 'replace') => void;
}

export function ExportsView({ api, screen, onScreenChange }: ExportsViewProps) {
  const page = useLoaded(loadExportsPage);
  const { backends } = useServices();
  const isHere = screen.deployment.kind === 'sample';
  const open = async (files: readonly File[]) => {
    for (const file of files) await backends.openFile(file, 'exported runs');
    onScreenChange({ ...defaultRunsScreen({ kind: 'files' }), window: { kind: 'all' } }, 'push');
  };
  return (
    <>
      <title>Bulk exports · Runlens</title>
      <PageChunk chunk={page} name="exports">
        {(ExportsPage) =>
          createElement(ExportsPage, {
            key: api.connectionId,
            api,
            screen,
            onScreenChange,
            hrefOf: printLink,
            onOpenFiles: open,
            // Only the engine in this browser keeps files that this page can fetch.
            kept: isHere
              ? {
                  list: () => listKeptFiles(backends.sample().fetch),
                  get: (key: string) => keptFile(backends.sample().fetch, key),
                  archive: (keys: readonly string[], name: string) =>
                    keptArchive(backends.sample().fetch, keys, name),
                }
              : undefined,
          })
        }
      </PageChunk>
    </>
  );
}
