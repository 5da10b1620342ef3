/** Running and past downloads of this browser, in one place. */
import { Bell, Download as DownloadIcon } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageColumn } from '../../ui/page-column.tsx';
import { DownloadCard } from './list/download-card.tsx';
import styles from './list/downloads.module.css';
import type { DownloadManager } from './machine/download-manager.ts';

export interface DownloadsPageProps {
  readonly manager: DownloadManager;
  readonly runsHref: string;
}

export function DownloadsPage({ manager, runsHref }: DownloadsPageProps) {
  const { isLoaded, downloads } = useStore(manager.state);
  return (
    <PageColumn
      title="Downloads"
      lead="They run in this tab, whatever page of it you look at. A closed tab interrupts them; resuming goes on where they were, without a lost or doubled row."
    >
      {downloads.length > 0 && <NotifyButton />}
      <div className={styles.list}>
        {downloads.map((download) => (
          <DownloadCard key={download.record.id} download={download} manager={manager} />
        ))}
      </div>
      {isLoaded && downloads.length === 0 && (
        <EmptyState
          icon={DownloadIcon}
          title="No downloads yet"
          actions={<ButtonLink href={runsHref}>Go to the runs</ButtonLink>}
        >
          Press Download above a table of runs, or on a trace, to take the rows out as CSV, JSON lines or
          Parquet.
        </EmptyState>
      )}
    </PageColumn>
  );
}

function NotifyButton() {
  const isThere = 'Notification' in window;
  const [permission, setPermission] = useState(isThere ? Notification.permission : 'denied');
  if (permission !== 'default') return null;
  return (
    <div>
      <Button size="sm" icon={Bell} onPress={() => void Notification.requestPermission().then(setPermission)}>
        Notify me when a download ends
      </Button>
    </div>
  );
}
