import type { Api } from '../../contract/api.ts';
import type { ExportsScreen, Screen } from '../../url/screens.ts';

/** Files that the engine of this browser keeps. */
export interface KeptFiles {
  list(): Promise<readonly { readonly key: string; readonly size: number }[]>;
  get(key: string): Promise<File>;
  /** Those of the keys, in one file. */
  archive(keys: readonly string[], name: string): Promise<File>;
}

export interface ExportsPageProps {
  readonly api: Api;
  readonly screen: ExportsScreen;
  readonly onScreenChange: (next: Screen, how: 'push' | 'replace') => void;
  readonly hrefOf: (screen: Screen) => string;
  /** Reads files into the explorer and goes there. */
  readonly onOpenFiles: (files: readonly File[]) => Promise<void>;
  /** Undefined where files go to a bucket. */
  readonly kept: KeptFiles | undefined;
}
