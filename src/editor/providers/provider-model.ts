import type { editor } from 'monaco-editor/editor';

/** The little of a model that providers need; tests bring their own. */
export type ProviderModel = Pick<
  editor.ITextModel,
  'getValue' | 'getOffsetAt' | 'getPositionAt' | 'getVersionId' | 'isDisposed' | 'uri'
>;

export type ProviderPlace = Parameters<editor.ITextModel['getOffsetAt']>[0];

export interface ProviderToken {
  readonly isCancellationRequested: boolean;
}
