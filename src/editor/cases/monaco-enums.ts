/** The numbers of Monaco's enumerations, which exist only in a browser (monaco-editor 0.57, editor.api). */
import type { MonacoEnums } from '../to-monaco.ts';

export const monacoEnums = {
  MarkerSeverity: { Hint: 1, Info: 2, Warning: 4, Error: 8 },
  languages: {
    CompletionItemInsertTextRule: { None: 0, KeepWhitespace: 1, InsertAsSnippet: 4 },
    CompletionItemKind: { Function: 1, Field: 3, Value: 13, Snippet: 27 },
    CompletionTriggerKind: { Invoke: 0, TriggerCharacter: 1, TriggerForIncompleteCompletions: 2 },
    CodeActionTriggerType: { Invoke: 1, Auto: 2 },
  },
} as unknown as MonacoEnums;
