import { useState } from 'react';
import { displayZone, ownZone } from '../../lib/display-zone.ts';
import { formatCount } from '../../lib/format-count.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { describeLink } from '../../url/describe-link.ts';
import { printLink } from '../../url/link.ts';
import { LONG_LINK } from '../../url/packed-link.ts';
import type { Screen } from '../../url/screens.ts';
import { canFixZone, withoutSelection, withPinnedWindow, withZone } from '../../url/share-choices.ts';
import { colleagueWords, holdsKey } from './colleague-words.ts';
import { ShareChoices } from './share-choices.tsx';
import styles from './share-panel.module.css';
import { usePacked } from './use-packed.ts';

/** The link that is given away, what is in it, and what the other person will see. */
export function SharePanel({ screen }: { readonly screen: Screen }) {
  const [openedAt] = useState(() => Date.now());
  const [isPinned, setPinned] = useState(false);
  const [hasSelection, setHasSelection] = useState(true);
  const [isZoneFixed, setZoneFixed] = useState(zoneOf(screen) !== undefined);
  const zone = zoneOf(screen) ?? displayZone() ?? ownZone();
  const whole = withZone(hasSelection ? screen : withoutSelection(screen), isZoneFixed ? zone : undefined);
  const shared = isPinned ? withPinnedWindow(whole, openedAt) : whole;
  const hash = printLink(shared);
  const [isPackWanted, setPackWanted] = useState(hash.length > LONG_LINK);
  const packed = usePacked(hash);
  const isWorthPacking = packed !== undefined && packed.length < hash.length * 0.8;
  const link = new URL(isPackWanted && isWorthPacking ? packed : hash, location.href).href;
  return (
    <div className={styles.panel}>
      <h2 className={styles.title}>Share this view</h2>
      <LinkRow link={link} />
      {holdsKey(hash) && (
        <Callout tone="danger" title="A text in this link looks like an API key.">
          Take it out of the filter before you give the link to anybody.
        </Callout>
      )}
      <ShareChoices
        screen={screen}
        openedAt={openedAt}
        isPinned={isPinned}
        onPinnedChange={setPinned}
        hasSelection={hasSelection}
        onHasSelectionChange={setHasSelection}
        zone={canFixZone(screen) ? { name: zone, isOn: isZoneFixed, onChange: setZoneFixed } : undefined}
        packing={
          isWorthPacking
            ? { isOn: isPackWanted, saved: hash.length - packed.length, onChange: setPackWanted }
            : undefined
        }
      />
      <section aria-label="What the link holds">
        <h3 className={styles.heading}>What the link holds</h3>
        <dl className={styles.facts}>
          {describeLink(hash, 'deployment' in screen).map(({ name, value, isCode }, index) => (
            // Names repeat (several projects), and nothing here moves.
            <div key={`${index} ${name}`}>
              <dt>{name}</dt>
              <dd>{isCode ? <code>{value}</code> : value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-label="What a colleague sees">
        <h3 className={styles.heading}>What a colleague sees</h3>
        <ul className={styles.words}>
          {colleagueWords(shared, location.href).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}

const zoneOf = (screen: Screen) => (canFixZone(screen) ? screen.timeZone : undefined);

function LinkRow({ link }: { readonly link: string }) {
  const [outcome, setOutcome] = useState<{ readonly link: string; readonly isDone: boolean }>();
  const said = outcome?.link === link ? outcome : undefined;
  const copy = async () => setOutcome({ link, isDone: await copyText(link) });
  return (
    <div className={styles.link}>
      <input
        className={styles.address}
        aria-label="Link"
        readOnly
        value={link}
        onFocus={(event) => event.target.select()}
      />
      <Button variant="primary" onPress={() => void copy()}>
        {said?.isDone ? 'Copied' : 'Copy link'}
      </Button>
      <p className={styles.length} role="status">
        {formatCount(link.length)} characters
        {said?.isDone === false && ' · The browser refused to copy: select the link and copy it by hand.'}
      </p>
    </div>
  );
}
