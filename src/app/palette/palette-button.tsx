import { Search } from 'lucide-react';
import { createElement, useCallback, useEffect, useState } from 'react';
import type { Api } from '../../contract/api.ts';
import { Icon } from '../../ui/icon.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { useLoaded } from '../../ui/use-loaded.ts';
import type { Deployment, Screen } from '../../url/screens.ts';
import { whileBusy } from '../idle.ts';
import type { Entry } from './entry.ts';
import { pageActions } from './page-actions.ts';
import { isPaletteKey, PALETTE_KEYS } from './palette-keys.ts';
import styles from './palette-button.module.css';

export interface PaletteButtonProps {
  readonly screen: Screen | undefined;
  readonly deployment: Deployment;
  /** Undefined while the deployment cannot be asked. */
  readonly api: Api | undefined;
}

type PaletteState =
  | { readonly kind: 'closed'; readonly target?: Entry['target'] }
  /** `offered`: what the page offered at the moment of opening. */
  | { readonly kind: 'open'; readonly offered: readonly Entry[] };

const loadPalette = () => whileBusy(import('./palette.tsx').then(({ Palette }) => Palette));

/** Opens the palette by press and by key, and carries out what was chosen once it is gone. */
export function PaletteButton(props: PaletteButtonProps) {
  const [state, setState] = useState<PaletteState>({ kind: 'closed' });
  const isOpen = state.kind === 'open';
  const palette = useLoaded(loadPalette, isOpen);
  const open = useCallback(
    () =>
      setState((before) =>
        before.kind === 'open' ? before : { kind: 'open', offered: pageActions(document) },
      ),
    [],
  );
  usePaletteKey(open);
  useEffect(() => (state.kind === 'closed' ? carryOut(state.target) : undefined), [state]);

  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-label="Search or run a command"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        data-palette
        onClick={open}
      >
        <Icon source={Search} />
        <span className={styles.text}>Go to…</span>
        <span className={styles.keys} aria-hidden="true">
          {PALETTE_KEYS.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </span>
      </button>
      {isOpen &&
        palette.status === 'ready' &&
        createElement(palette.value, {
          ...props,
          offered: state.offered,
          onClose: () => setState({ kind: 'closed' }),
          onChoose: (target) => setState({ kind: 'closed', target }),
        })}
    </>
  );
}

/** An address, or something to do: in the frame after the dialog is gone and the focus is back on the page. */
function carryOut(target: Entry['target'] | undefined): (() => void) | undefined {
  if (typeof target === 'string') goTo(target);
  if (typeof target !== 'function') return undefined;
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(target);
  });
  return () => cancelAnimationFrame(frame);
}

function goTo(address: string): void {
  if (address.startsWith('#')) location.hash = address;
  else window.open(address, '_blank', 'noopener,noreferrer');
}

/** Before every other listener: Monaco begins two-key shortcuts with the same keys. */
function usePaletteKey(open: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!isPaletteKey(event)) return;
      event.preventDefault();
      event.stopPropagation();
      open();
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [open]);
}
