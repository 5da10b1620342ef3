import { useEffect, useState } from 'react';
import { unpackLink } from '../url/packed-link.ts';
import { Spinner } from '../ui/spinner.tsx';
import { BrokenLink } from './broken-link.tsx';
import { whileBusy } from './idle.ts';
import styles from './screen.module.css';

interface PackedLinkViewProps {
  /** What follows `#/1/z/`. */
  readonly part: string;
  /** Given the link inside. */
  readonly onUnpacked: (hash: string) => void;
}

/** A compressed link becomes the link that it holds; a damaged one explains itself. */
export function PackedLinkView({ part, onUnpacked }: PackedLinkViewProps) {
  const [reason, setReason] = useState<string>();
  useEffect(() => {
    let isCurrent = true;
    void whileBusy(unpackLink(part)).then((unpacked) => {
      if (!isCurrent) return;
      if (unpacked.kind === 'ok') onUnpacked(unpacked.hash);
      else setReason(`This compressed link could not be expanded. ${unpacked.reason}`);
    });
    return () => {
      isCurrent = false;
    };
  }, [part, onUnpacked]);
  return reason === undefined ? (
    <div className={styles.center}>
      <Spinner label="Expanding the link" />
    </div>
  ) : (
    <BrokenLink link={{ kind: 'unknown', reason }} />
  );
}
