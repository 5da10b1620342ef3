import { useState } from 'react';
import { ownZone } from '../lib/display-zone.ts';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import styles from './screen.module.css';

interface ZoneNoticeProps {
  readonly zone: string | undefined;
  readonly onOwn: () => void;
}

/** Times of another zone look like any others, so it is said that they are. */
export function ZoneNotice({ zone, onOwn }: ZoneNoticeProps) {
  const [dismissed, setDismissed] = useState<string>();
  if (zone === undefined || zone === ownZone() || zone === dismissed) return undefined;
  return (
    <div className={styles.notices}>
      <Callout
        tone="info"
        title={`Times are shown in the zone of the link, ${zone}. Yours is ${ownZone()}.`}
        actions={
          <Button size="sm" onPress={onOwn}>
            Use my time zone
          </Button>
        }
        onDismiss={() => setDismissed(zone)}
      />
    </div>
  );
}
