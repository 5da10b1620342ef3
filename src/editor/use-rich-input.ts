import { useEffect, useState, type RefObject } from 'react';
import type { Selection } from './filter-input.ts';
import { isTouchOnly, loadedRichFilterInput, loadRichFilterInput, whenIdle } from './monaco-loader.ts';

export type RichInput =
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'ready';
      readonly Input: Awaited<ReturnType<typeof loadRichFilterInput>>;
      /** Of the plain field at the moment of the change; undefined when it had no focus. */
      readonly selection: Selection | undefined;
    }
  | { readonly kind: 'unavailable' };

/** Fetches Monaco while the page is idle, and takes the caret over from the plain field. */
export function useRichInput(field: RefObject<HTMLTextAreaElement | null>, autoFocus: boolean): RichInput {
  const [input, setInput] = useState(() => atFirst(autoFocus));
  const isWaiting = input.kind === 'waiting';

  // The outside systems are the network and the browser's caret.
  useEffect(() => {
    if (!isWaiting || isTouchOnly()) return undefined;
    const abort = new AbortController();
    const { signal } = abort;
    const cancelIdle = whenIdle(() => {
      loadRichFilterInput().then(
        async (Input) => {
          await endOfComposition(field.current, signal);
          if (!signal.aborted) setInput({ kind: 'ready', Input, selection: selectionOf(field.current) });
        },
        () => {
          if (!signal.aborted) setInput({ kind: 'unavailable' });
        },
      );
    });
    return () => {
      cancelIdle();
      abort.abort();
    };
  }, [field, isWaiting]);

  return input;
}

function atFirst(autoFocus: boolean): RichInput {
  const Input = isTouchOnly() ? undefined : loadedRichFilterInput();
  if (!Input) return { kind: 'waiting' };
  return { kind: 'ready', Input, selection: autoFocus ? { from: 0, to: 0 } : undefined };
}

function selectionOf(field: HTMLTextAreaElement | null): Selection | undefined {
  if (!field || document.activeElement !== field) return undefined;
  return { from: field.selectionStart, to: field.selectionEnd };
}

/** A half-composed character would be lost with the field that holds it. */
function endOfComposition(field: HTMLTextAreaElement | null, signal: AbortSignal): Promise<void> {
  if (!field?.dataset.composing) return Promise.resolve();
  return new Promise((resolve) => {
    field.addEventListener('compositionend', () => resolve(), { once: true, signal });
  });
}
