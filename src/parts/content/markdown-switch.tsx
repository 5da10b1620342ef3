import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { setMarkdownShown, useReadingPreferences } from './reading-preferences.ts';

/** Whether recorded texts are read as Markdown or shown as they came. */
export function MarkdownSwitch() {
  const isMarkdownShown = useReadingPreferences((preferences) => preferences.isMarkdownShown);
  return (
    <SegmentedControl
      label="Show texts"
      size="sm"
      value={isMarkdownShown ? 'formatted' : 'plain'}
      onChange={(value) => setMarkdownShown(value === 'formatted')}
      options={[
        { value: 'formatted', label: 'Formatted' },
        { value: 'plain', label: 'Plain' },
      ]}
    />
  );
}
