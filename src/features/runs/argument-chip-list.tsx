import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import type { RunArguments } from '../../url/screens.ts';
import { type ArgumentChip, argumentChips, withArguments } from './argument-chips.ts';
import styles from './runs-page.module.css';

interface ArgumentChipListProps {
  readonly args: RunArguments;
  /** Those that are shown elsewhere. */
  readonly quick: readonly (keyof RunArguments)[];
  readonly onChange: (args: RunArguments) => void;
}

export function ArgumentChipList({ args, quick, onChange }: ArgumentChipListProps) {
  const chips = argumentChips(args, quick);
  if (chips.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label="Arguments in use">
      {chips.map(({ key, name, value }) => (
        <li key={key}>
          <Chip
            isMono
            removeLabel={`Remove the argument ${name}`}
            onRemove={() => onChange(withArguments(args, { [key]: undefined }))}
          >
            {name} = {value}
          </Chip>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <Button variant="ghost" size="sm" onPress={() => onChange(withArguments(args, without(chips)))}>
            Remove all
          </Button>
        </li>
      )}
    </ul>
  );
}

const without = (chips: readonly ArgumentChip[]): RunArguments =>
  Object.fromEntries(chips.map(({ key }) => [key, undefined]));
