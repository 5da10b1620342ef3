/**
 * Downloads live as long as the page, whatever page of it is shown. Their code is fetched when somebody
 * downloads, looks at the list, or left one unfinished.
 */
import type { DownloadManager } from '../features/downloads/machine/download-manager.ts';
import type { DownloadBackend } from '../features/downloads/machine/run-download.ts';
import type { DownloadRecord } from '../features/downloads/record.ts';
import { findConnection } from '../features/connections/find-connection.ts';
import { printLink } from '../url/link.ts';
import type { Deployment } from '../url/screens.ts';
import { toast } from '../ui/toast-queue.ts';
import type { Services } from './services.ts';

/** A stable function: pages remember what it gave by it. */
export type LoadDownloads = () => Promise<DownloadManager>;

type World = Pick<Services, 'backends' | 'connections' | 'keys'>;

export function downloadsOf(world: World): LoadDownloads {
  let made: Promise<DownloadManager> | undefined;
  return () => {
    made ??= import('../features/downloads/machine/download-manager.ts').then(({ createDownloadManager }) =>
      createDownloadManager({ backendOf: (deployment) => backendOf(world, deployment), onEnd: tell }),
    );
    // A chunk that did not come is asked for again by the next press.
    made.catch(() => (made = undefined));
    return made;
  };
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
  const { title, problem, file } = record;
  const message = problem
    ? `${title}: ${problem.title}. ${problem.whatNow}`
    : `${title}: ${file?.name ?? 'the file'} is ready.`;
  toast(message, {
    tone: problem ? 'danger' : 'success',
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
