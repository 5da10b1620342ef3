import { PanelLeft } from 'lucide-react';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useFilterPreferences } from '../filter-preferences.ts';

export function FacetsToggle() {
  const { isFaceted, setFaceted } = useFilterPreferences();
  return (
    <IconButton
      label={isFaceted ? 'Hide the facets' : 'Show the facets'}
      icon={PanelLeft}
      isActive={isFaceted}
      onPress={() => setFaceted(!isFaceted)}
    />
  );
}
