import { Bell, BellRing } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Api } from '../../contract/api.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { resumeWatching, useExportWatch, type WatchedExport, watchExport } from './export-watch.ts';
import { isOver } from './plan/export-progress.ts';
import { statusWord } from './status-badge.tsx';

interface NotifyButtonProps {
  readonly api: Api;
  readonly id: string;
  readonly status: string;
  readonly title: string;
}

/** Asks for the permission only when somebody wants to be told. */
export function NotifyButton({ api, id, status, title }: NotifyButtonProps) {
  const isWanted = useExportWatch(({ wanted }) => wanted.some((one) => one.id === id));
  const before = useRef(status);
  useEffect(() => {
    const hasEnded = !isOver(before.current) && isOver(status);
    before.current = status;
    if (hasEnded) toast(`${title}: ${statusWord(status)}.`);
  }, [status, title]);
  if (isOver(status) || !('Notification' in globalThis)) return null;
  const ask = async () => {
    const answer = await Notification.requestPermission();
    if (answer === 'granted') watchExport(api, { connectionId: api.connectionId, id, title }, notify);
    else toast('This browser does not allow notifications here; this page shows the end all the same.');
  };
  return (
    <Button
      variant="ghost"
      icon={isWanted ? BellRing : Bell}
      isDisabled={isWanted}
      onPress={() => void ask()}
    >
      {isWanted ? 'You will be told' : 'Tell me when it is done'}
    </Button>
  );
}

/** Wishes of before a reload. */
export function useResumedWatch(api: Api): void {
  useEffect(() => resumeWatching(api, notify), [api]);
}

function notify({ title }: WatchedExport, status: string): void {
  if (Notification.permission === 'granted') void new Notification(title, { body: statusWord(status) });
}
