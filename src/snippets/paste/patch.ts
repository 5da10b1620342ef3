/** What a pasted text asks, in the words of the runs screen; everything else about it is in the notes. */
import type { ProjectRef, RunArguments, RunsScreen, WindowChoice } from '../../url/screens.ts';

/** By id, or by a name that has to be looked up first. */
export type ProjectHint = ProjectRef | { readonly name: string };

/** Where the text says its data is. Nothing is connected, and no key sent, on the word of a pasted text. */
export interface DeploymentHint {
  /** Root address of the API. */
  readonly url: string;
  readonly workspaceId?: string;
}

/** One run, one trace, or something shared, rather than a list. */
export type OpenHint =
  | { readonly kind: 'run'; readonly runId: string; readonly traceId?: string; readonly projectId?: string }
  | { readonly kind: 'shared'; readonly token: string };

export interface RunsPatch {
  readonly view?: RunsScreen['view'];
  readonly projects?: readonly ProjectHint[];
  readonly window?: WindowChoice;
  readonly filter?: string;
  readonly traceFilter?: string;
  readonly treeFilter?: string;
  readonly args?: RunArguments;
  readonly columns?: readonly string[];
  readonly deployment?: DeploymentHint;
  readonly open?: OpenHint;
}

export type PasteKind =
  | 'runlens-link'
  | 'langsmith-link'
  | 'curl'
  | 'cli'
  | 'python'
  | 'typescript'
  | 'json'
  | 'filter'
  | 'bar'
  | 'id';

export interface Recognised {
  readonly kind: PasteKind;
  /** `maybe`: it could as well be plain words. */
  readonly confidence: 'sure' | 'likely' | 'maybe';
  readonly patch: RunsPatch;
  /** Everything that was not understood or is understood otherwise, by name. */
  readonly notes: readonly string[];
  /** A key or password stood in the text; it is in no part of this result. */
  readonly secretsFound: boolean;
}

export type Reading = Omit<Recognised, 'secretsFound'>;
