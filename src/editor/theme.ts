/** Lays the design tokens over Monaco, and again whenever the page changes between light and dark. */
import type { editor } from 'monaco-editor/editor';
import { EDITOR_COLORS, hexColor, isDark, TOKEN_COLORS } from './theme-colors.ts';

const THEME = 'runlens';

type MonacoEditor = Pick<typeof editor, 'defineTheme' | 'setTheme'>;

/** One theme serves all editors of the page (Monaco has one at a time), so this is called once. */
export function followPageTheme(monacoEditor: MonacoEditor): void {
  const apply = () => {
    monacoEditor.defineTheme(THEME, themeOfPage());
    monacoEditor.setTheme(THEME);
  };
  apply();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', apply);
  new MutationObserver(apply).observe(document.documentElement, { attributeFilter: ['data-theme'] });
}

function themeOfPage(): editor.IStandaloneThemeData {
  const resolve = colorResolver();
  const colors = Object.fromEntries(
    Object.entries(EDITOR_COLORS).map(([name, token]) => [name, resolve(token)]),
  );
  return {
    base: isDark(colors['editor.background'] ?? '#ffffff') ? 'vs-dark' : 'vs',
    inherit: true,
    rules: Object.entries(TOKEN_COLORS).map(([token, color]) => ({ token, foreground: resolve(color) })),
    colors,
  };
}

/** The browser resolves light-dark() and oklch(): first to a colour by CSS, then to bytes by a canvas. */
function colorResolver(): (token: string) => string {
  const probe = document.createElement('span');
  probe.hidden = true;
  document.body.append(probe);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  queueMicrotask(() => probe.remove());
  return (token) => {
    probe.style.color = `var(${token})`;
    if (!context) return '#808080';
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = getComputedStyle(probe).color;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
    return hexColor(red, green, blue, alpha);
  };
}
