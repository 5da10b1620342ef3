import { useEffect, useState } from 'react';
import type { ItemValue } from '../../../filter/flatten.ts';
import type { LiveSource, ValueAsk } from '../../../filter/live-values.ts';
import { ComboBox } from '../../../ui/combo-box.tsx';

interface ValueBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly ask: ValueAsk;
  readonly values: LiveSource;
}

/** Offers values that exist; any other can be typed. */
export function ValueBox({ label, value, onChange, ask, values }: ValueBoxProps) {
  const offered = useOffered(ask, values);
  const [chosen, setChosen] = useState<string>();
  const written = value.trim().toLowerCase();
  const isChosen = offered.items.some(({ id }) => id === value);
  const items = offered.items.filter((item) => isChosen || item.label.toLowerCase().includes(written));
  return (
    <ComboBox
      label={label}
      items={items}
      // Without it the list opens again: the text that a choice writes counts as typed. A typed text that
      // happens to be a value is no choice: the list must not close under it.
      selectedId={chosen === value ? value : undefined}
      inputValue={value}
      onInputChange={onChange}
      onSelect={(id) => {
        setChosen(id);
        onChange(id);
      }}
      allowsCustomValue
      description={offered.origin}
    />
  );
}

function useOffered({ kind, key, prefix }: ValueAsk, values: LiveSource) {
  const [found, setFound] = useState<{ readonly items: readonly Offer[]; readonly origin?: string }>({
    items: [],
  });
  useEffect(() => {
    const controller = new AbortController();
    values({ kind, prefix, ...(key === undefined ? {} : { key }) }, controller.signal).then(
      (answer) => {
        if (controller.signal.aborted) return;
        const items = answer.values.map(({ value, count }) => offer(value, count));
        setFound({ items, origin: items.length > 0 ? `Offered: ${answer.origin}` : undefined });
      },
      // Values are an offer; without them one types.
      () => {},
    );
    return () => controller.abort();
  }, [kind, key, prefix, values]);
  return found;
}

interface Offer {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
}

/** A text that looks like a number keeps its quotes, so that it stays a text. */
function offer(value: ItemValue, count: number | undefined): Offer {
  const isOdd = typeof value === 'string' && /^(?:true|false|-?[\d.]+)$/i.test(value);
  const text = isOdd ? JSON.stringify(value) : String(value);
  return { id: text, label: text, ...(count === undefined ? {} : { detail: String(count) }) };
}
