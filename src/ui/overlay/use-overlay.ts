import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import type { ButtonProps, KeyboardEvent, PressEvent } from 'react-aria-components';
import { toast } from '../toast-queue.ts';
import { type Loader, preload, useLoaded } from '../use-loaded.ts';

const LOAD_FAILURE =
  'This could not be opened: the network failed, or a newer Runlens was published. Reload the page.';

/** Where the keyboard goes when the overlay opens: to an item, or to the overlay as a whole. */
export type OverlayFocus = 'first' | 'last' | 'whole';

/** What every overlay needs of the button it belongs to. */
export interface OverlayAnchor {
  /** The id that the button points at. */
  readonly id: string;
  readonly triggerRef: RefObject<HTMLButtonElement | null>;
  readonly focus: OverlayFocus;
  readonly onClose: () => void;
}

type TriggerProps = Pick<
  ButtonProps,
  | 'aria-controls'
  | 'aria-expanded'
  | 'aria-haspopup'
  | 'onFocus'
  | 'onHoverStart'
  | 'onKeyDown'
  | 'onPress'
  | 'onPressStart'
> & { readonly ref: RefObject<HTMLButtonElement | null> };

export interface Overlay<Part> {
  /** For the button. */
  readonly trigger: TriggerProps;
  /** Defined while the overlay is open and its code is there. */
  readonly opened: { readonly part: Part; readonly anchor: OverlayAnchor } | undefined;
}

/** `listbox` and `menu` open as the platform's do: at the press of the mouse, and with an arrow key. */
export type OverlayKind = 'dialog' | 'listbox' | 'menu';

/**
 * A button and what it opens. Placing, focusing and closing an overlay is as much code as the table, and nobody
 * needs it to read the first rows: it is fetched when a pointer or the focus comes near, and the press at
 * the latest.
 */
export function useOverlay<Part>(loader: Loader<Part>, kind: OverlayKind): Overlay<Part> {
  const triggerRef = useRef<HTMLButtonElement>(null);
  const [focus, setFocus] = useState<OverlayFocus>();
  const id = useId();
  const part = useLoaded(loader, focus !== undefined);

  const isFailed = part.status === 'failed';
  useEffect(() => {
    if (isFailed) toast(LOAD_FAILURE, { tone: 'danger' });
  }, [isFailed]);

  const open = (how: OverlayFocus) => {
    // Safari does not focus a button that is pressed; closing must lead back to it.
    triggerRef.current?.focus({ preventScroll: true });
    if (isFailed) part.retry();
    setFocus(isFailed ? how : (before) => before ?? how);
  };
  const comeNear = () => void preload(loader);
  const isLoaded = part.status === 'ready';
  const isOpen = focus !== undefined && !isFailed;

  return {
    trigger: {
      ref: triggerRef,
      'aria-haspopup': kind,
      'aria-expanded': isOpen,
      'aria-controls': isOpen && isLoaded ? id : undefined,
      onHoverStart: comeNear,
      onFocus: comeNear,
      onPressStart: (event: PressEvent) => {
        if (opensAtOnce(kind, event)) open('whole');
      },
      onPress: (event: PressEvent) => {
        if (!opensAtOnce(kind, event)) open(isByHand(event) ? 'whole' : 'first');
      },
      onKeyDown: (event: KeyboardEvent) => {
        const end = kind === 'dialog' ? undefined : endOf(event.key);
        if (end === undefined) return event.continuePropagation();
        event.preventDefault();
        open(end);
      },
    },
    opened:
      focus !== undefined && isLoaded
        ? { part: part.value, anchor: { id, triggerRef, focus, onClose: () => setFocus(undefined) } }
        : undefined,
  };
}

const opensAtOnce = (kind: OverlayKind, { pointerType }: PressEvent) =>
  kind !== 'dialog' && pointerType === 'mouse';

/** A screen reader's press is `virtual`: its cursor belongs on an item, as the keyboard's does. */
const isByHand = ({ pointerType }: PressEvent) => pointerType !== 'keyboard' && pointerType !== 'virtual';

function endOf(key: string): OverlayFocus | undefined {
  if (key === 'ArrowDown') return 'first';
  return key === 'ArrowUp' ? 'last' : undefined;
}
