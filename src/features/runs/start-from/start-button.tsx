import { BookOpen } from 'lucide-react';
import { LazyPart } from '../../../ui/lazy-part.tsx';
import { PopoverButton } from '../../../ui/popover-button.tsx';
import { loadStartPanel } from '../popover-parts.ts';
import type { StartPanelProps } from './start-panel.tsx';

interface StartButtonProps extends Omit<StartPanelProps, 'onChosen'> {
  readonly isNarrow: boolean;
  readonly onChange: StartPanelProps['onChosen'];
}

export function StartButton({ isNarrow, onChange, ...panel }: StartButtonProps) {
  return (
    <PopoverButton
      label="Start from a recipe, a paste or a recent filter"
      icon={BookOpen}
      variant="ghost"
      buttonContent={isNarrow ? undefined : 'Recipes'}
    >
      {(close) => (
        <LazyPart
          name="recipes"
          loader={loadStartPanel}
          props={{
            ...panel,
            onChosen: (next) => {
              onChange(next);
              close();
            },
          }}
        />
      )}
    </PopoverButton>
  );
}
