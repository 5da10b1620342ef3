import {
  Ban,
  CalendarClock,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  LoaderCircle,
  TimerOff,
} from 'lucide-react';
import { Badge, type BadgeProps } from '../../ui/badge.tsx';

const LOOKS: Readonly<Record<string, Pick<BadgeProps, 'tone' | 'icon'> & { readonly word: string }>> = {
  completed: { tone: 'success', icon: CircleCheck, word: 'Completed' },
  running: { tone: 'info', icon: LoaderCircle, word: 'Running' },
  created: { tone: 'neutral', icon: CircleDashed, word: 'Waiting' },
  failed: { tone: 'danger', icon: CircleAlert, word: 'Failed' },
  timedout: { tone: 'danger', icon: TimerOff, word: 'Timed out' },
  timed_out: { tone: 'danger', icon: TimerOff, word: 'Timed out' },
  cancelled: { tone: 'warning', icon: Ban, word: 'Cancelled' },
  intervalscheduled: { tone: 'accent', icon: CalendarClock, word: 'Scheduled' },
  interval_scheduled: { tone: 'accent', icon: CalendarClock, word: 'Scheduled' },
};

/** In whatever case it is spelt; an unknown one is shown as it came. */
export function StatusBadge({ status }: { readonly status: string }) {
  const look = LOOKS[status.toLowerCase()];
  return (
    <Badge tone={look?.tone ?? 'neutral'} {...(look?.icon ? { icon: look.icon } : {})}>
      {look?.word ?? (status === '' ? 'Unknown' : status)}
    </Badge>
  );
}

export const statusWord = (status: string): string => LOOKS[status.toLowerCase()]?.word ?? status;
