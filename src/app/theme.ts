import type { PreferencesStore, Theme } from './preferences.ts';

/** tokens.css follows the system unless the root element names a theme. */
function applyTheme(theme: Theme, root: HTMLElement): void {
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
}

export function followThemePreference(preferences: PreferencesStore, root: HTMLElement): () => void {
  applyTheme(preferences.getState().theme, root);
  return preferences.subscribe(({ theme }) => applyTheme(theme, root));
}
