import { Check, Monitor, Moon, Sun } from 'lucide-react';
import { useStore } from 'zustand';
import { MenuButton } from '../../ui/menu.tsx';
import { THEMES, type Theme } from '../preferences.ts';
import { useServices } from '../services.ts';

const labels: Readonly<Record<Theme, string>> = { system: 'Like the system', light: 'Light', dark: 'Dark' };
const icons = { system: Monitor, light: Sun, dark: Moon } as const;

export function ThemeMenu() {
  const { preferences } = useServices();
  const current = useStore(preferences, (state) => state.theme);
  return (
    <MenuButton
      label={`Theme: ${labels[current].toLowerCase()}`}
      icon={icons[current]}
      items={THEMES.map((theme) => ({
        id: theme,
        label: labels[theme],
        icon: theme === current ? Check : icons[theme],
        detail: theme === current ? 'current' : undefined,
      }))}
      onAction={(id) => {
        const theme = THEMES.find((known) => known === id);
        if (theme) preferences.setState({ theme });
      }}
    />
  );
}
