import { Type } from 'lucide-react';
import { IconButton } from '../../ui/icon-button.tsx';
import { toggleMarkdown, useReadingPreferences } from './reading-preferences.ts';

export function MarkdownSwitch() {
  const isMarkdownShown = useReadingPreferences((preferences) => preferences.isMarkdownShown);
  return (
    <IconButton
      label="Show text as Markdown"
      icon={Type}
      size="sm"
      isActive={isMarkdownShown}
      onPress={toggleMarkdown}
    />
  );
}
