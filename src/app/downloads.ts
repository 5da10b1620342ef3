/**
 * Downloads live as long as the page, whatever page of it is shown. Their code is fetched when somebody
 * downloads, looks at the list, or left one unfinished.
 */
import type { DownloadManager } from '../features/downloads/machine/download-manager.ts';
import type { DownloadBackend } from '../features/downloads/machine/run-download.ts';
import { type DownloadRecord, isFinal, isUnderWay } from '../features/downloads/record.ts';
import { findConnection } from '../features/connections/find-connection.ts';
import { printLink } from '../url/link.ts';
import type { Deployment } from '../url/screens.ts';
import { toast } from '../ui/toast-queue.ts';
import { leavingGuard } from './leaving-guard.ts';
import type { Services } from './services.ts';

/** A stable function: pages remember what it gave by it. */
export type LoadDownloads = () => Promise<DownloadManager>;

type World = Pick<Services, 'backends' | 'connections' | 'keys'>;

/** Set while something is unfinished, so that a visit without downloads never loads their code. */
const FLAG = 'runlens.downloads.unfinished';

export function downloadsOf(world: World, storage: Storage): LoadDownloads {
  let made: Promise<DownloadManager> | undefined;
  return () => {
    made ??= import('../features/downloads/machine/download-manager.ts').then(({ createDownloadManager }) =>
      remembered(
        createDownloadManager({ backendOf: (deployment) => backendOf(world, deployment), onEnd: tell }),
        storage,
      ),
    );
    // A chunk that did not come is asked for again by the next press.
    made.catch(() => (made = undefined));
    return made;
  };
}

function remembered(manager: DownloadManager, storage: Storage): DownloadManager {
  const guard = leavingGuard(window);
  manager.state.subscribe(({ isLoaded, downloads }) => {
    guard(downloads.some(({ live }) => live !== undefined));
    if (!isLoaded) return;
    if (downloads.some(({ record }) => !isFinal(record))) storage.setItem(FLAG, 'yes');
    else storage.removeItem(FLAG);
  });
  return manager;
}

/** A download that a closed tab interrupted is told at the next visit. */
export async function tellInterrupted(load: LoadDownloads, storage: Storage): Promise<void> {
  if (storage.getItem(FLAG) === null) return;
  const manager = await load();
  await manager.loaded;
  const interrupted = manager.state
    .getState()
    .downloads.filter(({ record, live, isElsewhere }) => !live && !isElsewhere && isUnderWay(record));
  if (interrupted.length === 0) return;
  const [first] = interrupted;
  toast(
    interrupted.length === 1
      ? `${first!.record.title}: interrupted by a closed tab, nothing is lost.`
      : `${interrupted.length} downloads were interrupted by a closed tab, nothing is lost.`,
    { tone: 'warning', action: { label: 'Show', onPress: show } },
  );
}

function backendOf({ backends, connections, keys }: World, deployment: Deployment): DownloadBackend | string {
  if (deployment.kind === 'sample') return backends.sample();
  if (deployment.kind === 'files')
    return (
      backends.files() ?? 'The files it reads from are not open any more. Open them on the connections page.'
    );
  const connection = findConnection(connections.getState().servers, deployment);
  if (!connection) return `The server ${deployment.url} is not connected in this browser.`;
  const key = keys.keyOf(connection);
  if (connection.needsKey && key === undefined) return `The key of ${deployment.url} is not known any more.`;
  return backends.server(connection, key);
}

const LIST = printLink({ kind: 'downloads' });
const show = () => {
  location.hash = LIST.slice(1);
};

function tell(record: DownloadRecord): void {
  const { title, problem } = record;
  const message = problem ? `${title}: ${problem.title}. ${problem.whatNow}` : `${title}: ready.`;
  toast(message, {
    tone: problem ? 'danger' : 'success',
    topic: `download ${title}`,
    action: { label: 'Show', onPress: show },
  });
  if ('Notification' in window && Notification.permission === 'granted' && document.hidden) {
    const shown = new Notification(problem ? 'Download stopped' : 'Download finished', { body: title });
    shown.addEventListener('click', () => {
      window.focus();
      show();
    });
  }
}
