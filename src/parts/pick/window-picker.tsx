import { Clock } from 'lucide-react';
import { PopoverButton } from '../../ui/popover-button.tsx';
import { windowLabel } from './window-choices.ts';
import { LazyPart } from '../../ui/lazy-part.tsx';
import { loadWindowForm } from './pick-parts.ts';
import type { WindowPickerProps } from './window-form.tsx';

export function WindowPicker({ window, onChange }: WindowPickerProps) {
  return (
    <PopoverButton label="Time window" icon={Clock} buttonContent={windowLabel(window)}>
      {(close) => (
        <LazyPart
          name="time window"
          loader={loadWindowForm}
          props={{
            window,
            onChange: (next) => {
              onChange(next);
              close();
            },
          }}
        />
      )}
    </PopoverButton>
  );
}
