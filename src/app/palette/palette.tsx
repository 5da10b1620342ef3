import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { Search } from 'lucide-react';
import { formatCount } from '../../lib/format-count.ts';
import { Icon } from '../../ui/icon.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { VisibleText } from '../../ui/visible-text.tsx';
import type { Entry } from './entry.ts';
import type { PaletteButtonProps } from './palette-button.tsx';
import styles from './palette.module.css';
import { useEntries } from './use-entries.ts';

export interface PaletteProps extends PaletteButtonProps {
  /** What the page offered when the palette was opened. */
  readonly offered: readonly Entry[];
  readonly onClose: () => void;
  readonly onChoose: (target: Entry['target']) => void;
}

/** More would be scrolled through by nobody; the line below says how many there are. */
const SHOWN = 50;

/** The combobox pattern of WAI-ARIA: the focus stays in the text, the list follows. */
export function Palette({ onClose, onChoose, ...where }: PaletteProps) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const { entries, notes, isAsking, isUndecided } = useEntries(text, where);
  const [isWaiting, setIsWaiting] = useState(false);
  const shown = entries.slice(0, SHOWN);
  const active = Math.min(at, shown.length - 1);
  const listId = useId();
  const optionId = (index: number) => `${listId}-${index}`;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active, text]);

  const choose = (entry: Entry | undefined) => entry && onChoose(entry.target);
  const first = shown[0]?.target;
  useEffect(() => {
    if (isWaiting && !isUndecided && first !== undefined) onChoose(first);
  }, [isWaiting, isUndecided, first, onChoose]);
  const handleKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || shown.length === 0) return;
    const step = STEPS[event.key];
    if (step !== undefined) {
      setAt((active + step + shown.length) % shown.length);
      setIsWaiting(false);
    }
    // Pasted and entered at once: the first entry is a guess until the answer. A second Enter takes it.
    else if (event.key === 'Enter' && isUndecided && active === 0 && !isWaiting) setIsWaiting(true);
    else if (event.key === 'Enter') choose(shown[active]);
    else return;
    event.preventDefault();
  };

  return (
    <ModalOverlay
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      isDismissable
      className={styles.scrim}
    >
      <Modal className={styles.modal}>
        <Dialog className={styles.dialog} aria-label="Search or run a command">
          <div className={styles.head}>
            <Icon source={Search} />
            <input
              className={styles.input}
              role="combobox"
              aria-label="Search or run a command"
              aria-expanded={shown.length > 0}
              aria-controls={listId}
              aria-autocomplete="list"
              aria-activedescendant={shown.length > 0 ? optionId(active) : undefined}
              placeholder="An action, project, saved filter, trace, or a pasted id or link"
              value={text}
              autoFocus
              spellCheck={false}
              autoComplete="off"
              onChange={(event) => {
                setText(event.target.value);
                setAt(0);
                setIsWaiting(false);
              }}
              onKeyDown={handleKey}
            />
            {isAsking && <Spinner label="Asking the server" />}
          </div>
          <div ref={list} id={listId} role="listbox" aria-label="Results" className={styles.list}>
            {shown.map((entry, index) => (
              <Option
                key={entry.id}
                id={optionId(index)}
                entry={entry}
                isActive={index === active}
                // In order of kinds the name of each is read once; in order of fit it stands in every line.
                isLikeBefore={text.trim() === '' && entry.group === shown[index - 1]?.group}
                onPoint={() => setAt(index)}
                onPress={() => choose(entry)}
              />
            ))}
          </div>
          <Foot notes={notes} shown={shown.length} found={entries.length} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

interface OptionProps {
  readonly id: string;
  readonly entry: Entry;
  readonly isActive: boolean;
  readonly isLikeBefore: boolean;
  readonly onPoint: () => void;
  readonly onPress: () => void;
}

function Option({ id, entry, isActive, isLikeBefore, onPoint, onPress }: OptionProps) {
  return (
    // The keys are handled by the text field, which keeps the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className={styles.option}
      onPointerMove={onPoint}
      onClick={onPress}
    >
      <span className={styles.label}>
        <VisibleText text={entry.label} />
      </span>
      {entry.detail !== undefined && <span className={styles.detail}>{entry.detail}</span>}
      <span className={styles.group} data-quiet={isLikeBefore || undefined}>
        {entry.group}
      </span>
    </div>
  );
}

interface FootProps {
  readonly notes: readonly string[];
  readonly shown: number;
  readonly found: number;
}

function Foot({ notes, shown, found }: FootProps) {
  return (
    <div className={styles.foot}>
      <p role="status">
        {[...notes, found > shown ? `${formatCount(found - shown)} more: type on to narrow the list.` : '']
          .filter(Boolean)
          .join(' ')}
      </p>
      <span className={styles.hints} aria-hidden="true">
        <Kbd>↑</Kbd>
        <Kbd>↓</Kbd> choose <Kbd>Enter</Kbd> go <Kbd>Esc</Kbd> close
      </span>
    </div>
  );
}
