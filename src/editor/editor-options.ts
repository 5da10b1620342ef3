import type { editor } from 'monaco-editor/editor';

/** Pixels; the plain field has the same, so that the change of editors moves nothing. */
export const LINE_HEIGHT = 20;

/** Nothing can be folded on one line, and the text begins where the plain field has it. */
export const oneLine = { folding: false, lineDecorationsWidth: 8 } as const;
/** Monaco adds 16 pixels of its own for the arrows. */
export const manyLines = { folding: true, lineDecorationsWidth: 0 } as const;

/** An input that happens to be Monaco: no gutter, no map, no ruler, one line until there is more. */
export const editorOptions = {
  automaticLayout: true,
  theme: 'runlens',
  fontFamily: "'JetBrains Mono Variable', ui-monospace, 'SF Mono', Menlo, Consolas, monospace",
  fontSize: 12.5,
  fontLigatures: false,
  lineHeight: LINE_HEIGHT,
  padding: { top: 4, bottom: 4 },
  wordWrap: 'on',
  wrappingIndent: 'indent',
  lineNumbers: 'off',
  ...oneLine,
  lineNumbersMinChars: 0,
  glyphMargin: false,
  minimap: { enabled: false },
  renderLineHighlight: 'none',
  overviewRulerLanes: 0,
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  scrollBeyondLastLine: false,
  scrollbar: {
    horizontal: 'hidden',
    useShadows: false,
    verticalScrollbarSize: 8,
    // The page scrolls on when the editor has nothing to scroll.
    alwaysConsumeMouseWheel: false,
  },
  // Tab leaves the editor as it leaves any input; in the list of suggestions it accepts.
  tabFocusMode: true,
  contextmenu: false,
  links: false,
  occurrencesHighlight: 'off',
  selectionHighlight: false,
  guides: { indentation: false, bracketPairs: false },
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: true },
  wordBasedSuggestions: 'off',
  quickSuggestions: { other: true, strings: true, comments: false },
  quickSuggestionsDelay: 10,
  suggest: { showStatusBar: false, showInlineDetails: true, snippetsPreventQuickSuggestions: false },
  // Above dialogs and cut off by no scrolled box.
  fixedOverflowWidgets: true,
  parameterHints: { enabled: true, cycle: false },
  matchBrackets: 'always',
  stickyScroll: { enabled: false },
} as const satisfies editor.IStandaloneEditorConstructionOptions;
