/**
 * The screens of Runlens as values: exactly what a link can name. A link never holds a secret, only
 * which deployment it speaks of; opening one never sends a key anywhere (DESIGN §5).
 */

/** Where the data of a link lives. The engine's data has no address that other people could open. */
export type Deployment =
  | { readonly kind: 'sample' }
  | { readonly kind: 'server'; readonly url: string; readonly workspaceId?: string }
  | { readonly kind: 'files' };

/** Bounds on start time, epoch milliseconds; `relative` counts back from the moment of asking. */
export type WindowChoice =
  | { readonly kind: 'relative'; readonly seconds: number }
  | { readonly kind: 'absolute'; readonly from?: number; readonly to?: number }
  | { readonly kind: 'all' };

/** The id finds the project (or the saved filter), the name is for people and for links that outlive it. */
export interface ProjectRef {
  readonly id: string;
  readonly name?: string;
}

/** The `list_runs` arguments beside filters, project and window. Undefined = not asked. */
export interface RunArguments {
  readonly query?: string;
  readonly runType?: string;
  readonly traceId?: string;
  readonly parentRunId?: string;
  readonly referenceExampleId?: string;
  readonly runIds?: readonly string[];
  readonly isRoot?: boolean;
  readonly error?: boolean;
  readonly order?: 'asc' | 'desc';
  /** Stop after so many rows. */
  readonly limit?: number;
  /** Field names to ask for beyond the columns shown. */
  readonly select?: readonly string[];
}

/** Of the loaded rows. */
export interface LocalSort {
  readonly column: string;
  readonly isDescending: boolean;
}

export interface RunsScreen {
  readonly kind: 'runs';
  readonly deployment: Deployment;
  readonly view: 'traces' | 'runs';
  readonly projects: readonly ProjectRef[];
  readonly window: WindowChoice;
  readonly filter: string;
  readonly traceFilter: string;
  readonly treeFilter: string;
  readonly args: RunArguments;
  /** Column ids in order; undefined = the default columns of the view. */
  readonly columns?: readonly string[];
  /** Undefined = as the server orders them, by start time. */
  readonly sort?: LocalSort;
  /** Undefined = closed. `groupBy`: what groups are set side by side by. */
  readonly chart?: { readonly metric: 'count' | 'latency' | 'tokens' | 'cost'; readonly groupBy?: string };
  /** A trace that is open beside the table. `rowId`: the row that it was opened from. */
  readonly peek?: {
    readonly traceId: string;
    readonly projectId?: string;
    readonly rowId?: string;
    readonly runId?: string;
    /** Open tab of the run panel; stays open from row to row. */
    readonly tab?: string;
  };
  /** The saved filter that this began as. It may have been changed since; the screen counts. */
  readonly saved?: ProjectRef;
  /** IANA name of the zone in which times are shown; undefined = that of who looks. */
  readonly timeZone?: string;
}

export interface TraceScreen {
  readonly kind: 'trace';
  readonly deployment: Deployment;
  readonly traceId: string;
  /** Undefined in links pasted by hand: the app finds the run by its id. */
  readonly projectId?: string;
  /** The selected run; undefined = the root. */
  readonly runId?: string;
  /** Open tab of the run panel. */
  readonly tab?: string;
  readonly timeZone?: string;
}

export type ServerDeployment = Extract<Deployment, { kind: 'server' }>;

interface ConnectionsScreen {
  readonly kind: 'connections';
  /** The one whose form is open. */
  readonly change?: ServerDeployment;
}

/** Conversations of a project: the list, or one of them. */
export interface ThreadsScreen {
  readonly kind: 'threads';
  readonly deployment: Deployment;
  readonly project?: ProjectRef;
  readonly window: WindowChoice;
  /** About the root runs. */
  readonly filter: string;
  readonly threadId?: string;
  /** Of the list, in order; undefined = the default ones. */
  readonly columns?: readonly string[];
  /** Undefined = as the server orders them, by latest activity. */
  readonly sort?: LocalSort;
  /** The turn that is looked at, by its trace. */
  readonly turn?: string;
  /** As that of the list of runs. */
  readonly saved?: ProjectRef;
  readonly timeZone?: string;
}

/** Bulk exports: all of them, the destinations, or one export. */
export interface ExportsScreen {
  readonly kind: 'exports';
  readonly deployment: Deployment;
  readonly tab?: 'destinations';
  readonly exportId?: string;
}

/** The downloads of this browser, wherever their data came from. */
interface DownloadsScreen {
  readonly kind: 'downloads';
}

export type Screen =
  | RunsScreen
  | TraceScreen
  | ThreadsScreen
  | ExportsScreen
  | ConnectionsScreen
  | DownloadsScreen;
