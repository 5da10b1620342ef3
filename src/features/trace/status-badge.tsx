import { CircleAlert, CircleCheck, CircleDashed, Hourglass } from 'lucide-react';
import type { Run } from '../../contract/run.ts';
import { Badge } from '../../ui/badge.tsx';

/** `isLive`: whether an unfinished run may still be working, or was left behind. */
export function StatusBadge({ run, isLive }: { readonly run: Run; readonly isLive: boolean }) {
  if (run.status === 'error') {
    return (
      <Badge tone="danger" icon={CircleAlert}>
        Error
      </Badge>
    );
  }
  if (run.endTime === undefined && run.status !== 'success') {
    return (
      <Badge tone={isLive ? 'info' : 'warning'} icon={Hourglass}>
        {isLive ? 'Running' : 'Unfinished'}
      </Badge>
    );
  }
  if (run.status === 'success') {
    return (
      <Badge tone="success" icon={CircleCheck}>
        Success
      </Badge>
    );
  }
  return (
    <Badge tone="neutral" icon={CircleDashed}>
      {run.status}
    </Badge>
  );
}
