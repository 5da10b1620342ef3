import { Bell } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { isOver } from './plan/export-progress.ts';
import { statusWord } from './status-badge.tsx';

interface NotifyButtonProps {
  readonly status: string;
  readonly title: string;
}

/** Asks for the permission only when somebody wants to be told. */
export function NotifyButton({ status, title }: NotifyButtonProps) {
  const [isWanted, setWanted] = useState(false);
  const before = useRef(status);
  useEffect(() => {
    const hasEnded = !isOver(before.current) && isOver(status);
    before.current = status;
    if (!hasEnded) return;
    toast(`${title}: ${statusWord(status)}.`);
    if (isWanted && Notification.permission === 'granted')
      void new Notification(title, { body: statusWord(status) });
  }, [status, title, isWanted]);
  if (isOver(status) || isWanted || !('Notification' in globalThis)) return null;
  const ask = async () => {
    const answer = await Notification.requestPermission();
    if (answer === 'granted') setWanted(true);
    else toast('This browser does not allow notifications here; this page shows the end all the same.');
  };
  return (
    <Button variant="ghost" icon={Bell} onPress={() => void ask()}>
      Tell me when it is done
    </Button>
  );
}
