import type { ReactNode } from 'react';
import type { Api } from '../../contract/api.ts';
import type { ProjectRef, Screen, ThreadsScreen } from '../../url/screens.ts';

export interface ThreadsPageProps {
  readonly api: Api;
  readonly screen: ThreadsScreen;
  readonly onScreenChange: (next: Screen, how: 'push' | 'replace') => void;
  readonly hrefOf: (screen: Screen) => string;
  /** Offers the conversation as files of other programs. */
  readonly renderDownload: (project: ProjectRef, threadId: string) => ReactNode;
  /** Offers all conversations of the list. */
  readonly renderListDownload: (project: ProjectRef) => ReactNode;
  /** Saved filters, as a button. */
  readonly saved: ReactNode;
}
