/** Offsets of the filter room become Monaco's lines and columns here, by the model's own arithmetic. */
import type { editor, IRange, languages } from 'monaco-editor/editor';
import type { Problem, Range } from '../filter/ast.ts';
import type { CompletionItem } from '../filter/completion-item.ts';
import type * as Monaco from 'monaco-editor/editor';

type Enums = Pick<typeof Monaco, 'MarkerSeverity'> & { readonly languages: typeof languages };

export function toMonacoRange(model: editor.ITextModel, { from, to }: Range): IRange {
  const start = model.getPositionAt(from);
  const end = model.getPositionAt(to);
  return {
    startLineNumber: start.lineNumber,
    startColumn: start.column,
    endLineNumber: end.lineNumber,
    endColumn: end.column,
  };
}

export function toMarker(monaco: Enums, model: editor.ITextModel, problem: Problem): editor.IMarkerData {
  // Monaco draws nothing for an empty range; what is missing is shown at the character before it.
  const { from, to } = problem;
  const range = to > from ? problem : { from: Math.max(0, from - 1), to: from };
  const severity = { error: 'Error', warning: 'Warning', info: 'Info' } as const;
  return {
    ...toMonacoRange(model, range),
    message: problem.message,
    code: problem.code,
    severity: monaco.MarkerSeverity[severity[problem.severity]],
  };
}

const KINDS = { function: 'Function', field: 'Field', value: 'Value', snippet: 'Snippet' } as const;

export function toSuggestion(
  monaco: Enums,
  model: editor.ITextModel,
  item: CompletionItem,
  range: Range,
): languages.CompletionItem {
  const rules = monaco.languages.CompletionItemInsertTextRule;
  return {
    label: item.label,
    kind: monaco.languages.CompletionItemKind[KINDS[item.kind]],
    detail: item.detail,
    documentation: item.documentation,
    insertText: item.insertText,
    insertTextRules: item.isSnippet ? rules.InsertAsSnippet : rules.None,
    sortText: item.sort,
    filterText: item.filterText,
    range: toMonacoRange(model, range),
    additionalTextEdits: item.also?.map((edit) => ({ range: toMonacoRange(model, edit), text: edit.text })),
    // After a function name its field comes next, so the list opens again at once.
    ...(item.isSnippet ? { command: { id: 'editor.action.triggerSuggest', title: 'Suggest' } } : {}),
  };
}
