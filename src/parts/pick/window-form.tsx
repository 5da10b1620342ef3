import { useState } from 'react';
import { displayZone, ownZone } from '../../lib/display-zone.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { WindowChoice } from '../../url/screens.ts';
import { fromInputText, toInputText, WINDOW_PRESETS, windowLabel } from './window-choices.ts';
import styles from './window-picker.module.css';

export interface WindowPickerProps {
  readonly window: WindowChoice;
  readonly onChange: (window: WindowChoice) => void;
}

export function WindowForm({ window, onChange }: WindowPickerProps) {
  const choices: readonly { readonly window: WindowChoice; readonly label: string }[] = [
    ...WINDOW_PRESETS.map(({ seconds, label }) => ({
      window: { kind: 'relative', seconds } as const,
      label,
    })),
    { window: { kind: 'all' }, label: 'All time' },
  ];
  return (
    <div className={styles.form}>
      <ul className={styles.presets} aria-label="Windows">
        {choices.map((choice) => (
          <li key={choice.label}>
            <button
              type="button"
              className={styles.preset}
              aria-current={choice.label === windowLabel(window)}
              onClick={() => onChange(choice.window)}
            >
              {choice.label}
            </button>
          </li>
        ))}
      </ul>
      <AbsoluteForm window={window} onChange={onChange} />
    </div>
  );
}

const zone = () => displayZone() ?? ownZone();

function AbsoluteForm({ window, onChange }: WindowPickerProps) {
  const bounds = window.kind === 'absolute' ? window : undefined;
  const [fromText, setFromText] = useState(toInputText(bounds?.from));
  const [toText, setToText] = useState(toInputText(bounds?.to));
  const from = fromInputText(fromText);
  const to = fromInputText(toText);
  const isReversed = from.kind === 'time' && to.kind === 'time' && from.time >= to.time;
  const isUsable =
    from.kind !== 'wrong' &&
    to.kind !== 'wrong' &&
    (from.kind === 'time' || to.kind === 'time') &&
    !isReversed;

  const apply = () => {
    if (!isUsable) return;
    onChange({
      kind: 'absolute',
      ...(from.kind === 'time' ? { from: from.time } : {}),
      ...(to.kind === 'time' ? { to: to.time } : {}),
    });
  };

  return (
    <div className={styles.absolute}>
      <p className={styles.zone}>Exact times, in the time zone {zone()}</p>
      <TextField
        label="From (inclusive)"
        value={fromText}
        onChange={setFromText}
        placeholder="2026-10-05 09:00"
        error={from.kind === 'wrong' ? 'Write a date as 2026-10-05 or 2026-10-05 09:00.' : undefined}
        onEnter={apply}
      />
      <TextField
        label="To (exclusive)"
        value={toText}
        onChange={setToText}
        placeholder="now"
        error={
          to.kind === 'wrong'
            ? 'Write a date as 2026-10-05 or 2026-10-05 09:00.'
            : isReversed
              ? 'The end must be later than the beginning.'
              : undefined
        }
        onEnter={apply}
      />
      <Button variant="primary" isDisabled={!isUsable} onPress={apply}>
        Use these times
      </Button>
    </div>
  );
}
