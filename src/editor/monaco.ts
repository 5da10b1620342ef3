/* oxlint-disable import/no-unassigned-import -- Monaco's features are registered by importing them */
/**
 * Monaco with the few features a filter needs, in a chunk of its own: only monaco-loader.ts imports this,
 * and never before the page stands. `features/suggest/register` brings no suggest widget in 0.57; its
 * controller does.
 */
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codeAction/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/parameterHints/register';
import 'monaco-editor/features/placeholderText/register';
import 'monaco-editor/features/rename/register';
import 'monaco-editor/features/wordOperations/register';
import * as monaco from 'monaco-editor/editor';
// oxlint-disable-next-line import/default -- made by Vite
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import { registerFilterLanguages } from './language.ts';
import { followPageTheme } from './theme.ts';

// Nothing we use asks for it; without an answer Monaco would warn and run worker code on this thread.
self.MonacoEnvironment = { getWorker: () => new EditorWorker() };
registerFilterLanguages(monaco);
followPageTheme(monaco.editor);

export { monaco };
