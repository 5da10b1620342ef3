/** What the editor needs of the design tokens, and where in Monaco it goes. */
export const TOKEN_COLORS = {
  function: '--syntax-function',
  field: '--syntax-field',
  string: '--syntax-string',
  number: '--syntax-number',
  keyword: '--syntax-keyword',
  punctuation: '--syntax-punctuation',
  error: '--danger',
} as const;

export const EDITOR_COLORS = {
  'editor.background': '--surface',
  'editor.foreground': '--text',
  'editorCursor.foreground': '--accent',
  'editor.selectionBackground': '--accent-soft',
  'editor.inactiveSelectionBackground': '--surface-3',
  'editor.selectionHighlightBackground': '--surface-3',
  'editor.wordHighlightBackground': '--surface-3',
  'editor.findMatchBackground': '--warning-soft',
  'editor.findMatchHighlightBackground': '--surface-3',
  'editor.placeholder.foreground': '--text-3',
  'editorBracketMatch.background': '--surface-3',
  'editorBracketMatch.border': '--border-strong',
  'editorError.foreground': '--danger',
  'editorWarning.foreground': '--warning',
  'editorInfo.foreground': '--info',
  'editorWidget.background': '--overlay',
  'editorWidget.foreground': '--text',
  'editorWidget.border': '--border-strong',
  'editorHoverWidget.background': '--overlay',
  'editorHoverWidget.foreground': '--text',
  'editorHoverWidget.border': '--border-strong',
  'editorSuggestWidget.background': '--overlay',
  'editorSuggestWidget.border': '--border-strong',
  'editorSuggestWidget.foreground': '--text',
  'editorSuggestWidget.highlightForeground': '--accent-text',
  'editorSuggestWidget.focusHighlightForeground': '--accent-text',
  'editorSuggestWidget.selectedBackground': '--surface-3',
  'editorSuggestWidget.selectedForeground': '--text',
  'editorSuggestWidget.selectedIconForeground': '--text-2',
  'symbolIcon.functionForeground': '--syntax-function',
  'symbolIcon.fieldForeground': '--syntax-field',
  'symbolIcon.valueForeground': '--syntax-string',
  'symbolIcon.snippetForeground': '--text-3',
  'list.hoverBackground': '--surface-2',
  'input.background': '--surface',
  'input.border': '--border-control',
  focusBorder: '--focus',
  'widget.shadow': '--scrim',
  'scrollbarSlider.background': '--border-strong',
} as const;

const hex = (byte: number) => byte.toString(16).padStart(2, '0');

/** Monaco reads `#rrggbb` and `#rrggbbaa` only. Each part 0…255. */
export function hexColor(red: number, green: number, blue: number, alpha = 255): string {
  return `#${hex(red)}${hex(green)}${hex(blue)}${alpha === 255 ? '' : hex(alpha)}`;
}

/** Which of Monaco's own themes ours is laid over. */
export function isDark(background: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(background.slice(at, at + 2), 16));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;
}
