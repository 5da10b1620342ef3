import { AlignLeft, MessageSquareText, Tags } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { formatText } from '../../filter/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { FILTER_NAMES, type FilterTexts } from './filter-drafts.ts';
import { useFilterPreferences } from './filter-preferences.ts';

interface FilterToolsProps {
  readonly texts: FilterTexts;
  readonly onFormat: () => void;
}

/** For all editors at once: the language, the form, the words. */
export function FilterTools({ texts, onFormat }: FilterToolsProps) {
  const { language, isExplained, isBuilt, setLanguage, setExplained, setBuilt } = useFilterPreferences();
  const written = useDeferredValue(texts);
  const canFormat = useMemo(
    () => language === 'api' && FILTER_NAMES.some((name) => formatText(written[name]) !== written[name]),
    [language, written],
  );
  return (
    <>
      <SegmentedControl
        label="Syntax of the filters"
        size="sm"
        value={language}
        onChange={setLanguage}
        options={[
          { value: 'api', label: 'API' },
          { value: 'bar', label: 'Search bar' },
        ]}
      />
      <IconButton
        label="Format the filters (Shift+Alt+F)"
        icon={AlignLeft}
        size="sm"
        isDisabled={!canFormat}
        onPress={onFormat}
      />
      <IconButton
        label="Show the filters as chips"
        icon={Tags}
        size="sm"
        isActive={isBuilt}
        onPress={() => setBuilt(!isBuilt)}
      />
      <IconButton
        label="Say the filters in words"
        icon={MessageSquareText}
        size="sm"
        isActive={isExplained}
        onPress={() => setExplained(!isExplained)}
      />
    </>
  );
}
