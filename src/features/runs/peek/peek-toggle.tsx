import { PanelRight } from 'lucide-react';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useTablePreferences } from '../../../parts/table/table-preferences.ts';

/** How a row opens, remembered. The browser's own ways (new tab, new window) stay as they are. */
export function PeekToggle() {
  const { isPeeking, setPeeking } = useTablePreferences();
  return (
    <IconButton
      label={isPeeking ? 'Open traces on their own page' : 'Open traces beside the table'}
      icon={PanelRight}
      isActive={isPeeking}
      onPress={() => setPeeking(!isPeeking)}
    />
  );
}
