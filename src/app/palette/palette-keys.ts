const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform);

/** Control+K on a Mac deletes to the end of the line in every text field. */
export const isPaletteKey = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'k' && !altKey && !shiftKey && (isApple() ? metaKey : ctrlKey);

export const PALETTE_KEYS: readonly string[] =
  typeof navigator !== 'undefined' && isApple() ? ['⌘', 'K'] : ['Ctrl', 'K'];
