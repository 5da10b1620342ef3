/** A model of Monaco's as far as providers look at one: text, places, and an end. */
import type { ProviderModel, ProviderPlace } from '../providers/provider-model.ts';

export interface FakeModel extends ProviderModel {
  dispose(): void;
}

export function fakeModel(text: string): FakeModel {
  let isDisposed = false;
  const alive = <T>(value: T): T => {
    // As Monaco does.
    if (isDisposed) throw new Error('Model is disposed!');
    return value;
  };
  return {
    uri: { toString: () => 'inmemory://model/1' } as ProviderModel['uri'],
    isDisposed: () => isDisposed,
    dispose: () => (isDisposed = true),
    getVersionId: () => alive(1),
    getValue: () => alive(text),
    getOffsetAt: ({ lineNumber, column }: ProviderPlace) => {
      const before = alive(text)
        .split('\n')
        .slice(0, lineNumber - 1);
      return before.reduce((sum, line) => sum + line.length + 1, 0) + column - 1;
    },
    getPositionAt: (offset: number) => {
      const lines = alive(text).slice(0, offset).split('\n');
      return { lineNumber: lines.length, column: lines.at(-1)!.length + 1 } as ReturnType<
        ProviderModel['getPositionAt']
      >;
    },
  };
}

export const going = { isCancellationRequested: false } as const;
export const cancelled = { isCancellationRequested: true } as const;
