/** What the runs screen asks, in one shape for all languages. */
import type { TimeWindow } from '../contract/api.ts';
import { printTimestamp } from '../contract/timestamp.ts';
import type { ProjectRef, RunArguments, RunsScreen, WindowChoice } from '../url/screens.ts';

export interface CopyContext {
  /** The bounds that the screen's window has right now. */
  readonly window: TimeWindow;
  /** Root address of the API; undefined for the sample and for files, which no program can reach. */
  readonly apiUrl?: string;
  readonly workspaceId?: string;
  /** Where a bulk export lies, for SQL: a glob of Parquet files. */
  readonly exportPath?: string;
}

export interface Question extends Omit<RunArguments, 'runType'> {
  readonly projects: readonly ProjectRef[];
  readonly choice: WindowChoice;
  readonly window: TimeWindow;
  readonly filter?: string;
  readonly traceFilter?: string;
  readonly treeFilter?: string;
  /** Lower case. */
  readonly runType?: string;
  readonly apiUrl?: string;
  readonly workspaceId?: string;
}

/** Blank texts and empty lists ask for nothing. A table of traces is a question about roots. */
export function questionOf(screen: RunsScreen, context: CopyContext): Question {
  const { args } = screen;
  const text = (value: string | undefined) => value?.trim() || undefined;
  const isRoot = screen.view === 'traces' ? true : args.isRoot;
  const parts: Question = {
    ...args,
    projects: screen.projects,
    choice: screen.window,
    window: context.window,
    filter: text(screen.filter),
    traceFilter: text(screen.traceFilter),
    treeFilter: text(screen.treeFilter),
    query: text(args.query),
    runType: text(args.runType)?.toLowerCase(),
    runIds: args.runIds?.length ? args.runIds : undefined,
    select: args.select?.length ? args.select : undefined,
    isRoot,
    apiUrl: context.apiUrl,
    workspaceId: context.workspaceId,
  };
  return Object.fromEntries(
    Object.entries(parts).filter(([, value]) => value !== undefined),
  ) as unknown as Question;
}

/** Each part stays a call of its own, so that pairs inside it keep together (FILTER-LANGUAGE §7). */
export function allOf(...parts: readonly (string | undefined)[]): string | undefined {
  const real = parts.filter((part) => part !== undefined);
  return real.length > 1 ? `and(${real.join(', ')})` : real[0];
}

export function comparisonText(op: string, field: string, value: string): string {
  return `${op}(${field}, ${JSON.stringify(value)})`;
}

/** For languages without an argument for the end of the window. */
export function endAsFilter({ window }: Question): string | undefined {
  return window.to === undefined ? undefined : comparisonText('lt', 'start_time', printTimestamp(window.to));
}

/** LangSmith Cloud, US: what SDKs and the command line ask when nobody tells them. */
export const DEFAULT_API = 'https://api.smith.langchain.com';

export function isDefaultApi(apiUrl: string | undefined): boolean {
  return apiUrl === undefined || apiUrl.replace(/\/+$/, '') === DEFAULT_API;
}

/** The names of the projects, for people: code finds them by id. */
export function projectComment({ projects }: Question, prefix: string): readonly string[] {
  const names = projects.flatMap(({ name }) => (name === undefined ? [] : [name.replace(/\s+/g, ' ')]));
  return names.length > 0
    ? [`${prefix} ${names.length > 1 ? 'Projects' : 'Project'}: ${names.join(', ')}`]
    : [];
}
