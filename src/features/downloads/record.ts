/** A download as it is kept in this browser, so that it outlives the tab. Never holds a key. */
import type { JsonObject } from '../../contract/run.ts';
import type { Estimate } from '../../extract/plan/estimate.ts';
import type { Task } from '../../extract/plan/tasks.ts';
import type { FileWritten } from '../../extract/spool-protocol.ts';
import type { ExtractSpec } from '../../extract/spec.ts';
import type { Deployment, ProjectRef } from '../../url/screens.ts';
import type { Checkpoint } from './machine/checkpoint.ts';

/**
 * `reading`: pages are fetched. `making`: all rows are here, the file is made of them. `stopped`: something
 * went wrong, or the person said so; it can go on. The last two are final.
 */
export type Phase = 'reading' | 'making' | 'stopped' | 'done' | 'partial';

export interface Problem {
  readonly title: string;
  readonly detail: string;
  readonly whatNow: string;
}

export interface DownloadRecord {
  readonly id: string;
  readonly title: string;
  /** Without ending. */
  readonly baseName: string;
  readonly spec: ExtractSpec;
  readonly tasks: readonly Task[];
  readonly deployment: Deployment;
  readonly projects: readonly ProjectRef[];
  readonly startedAt: number;
  readonly finishedAt?: number;
  readonly estimate: Estimate;
  readonly checkpoint: Checkpoint;
  readonly phase: Phase;
  readonly isPaused?: boolean;
  readonly problem?: Problem;
  /** Where the person wants the file; else it stays in the private file system until it is removed. */
  readonly handle?: FileSystemFileHandle;
  readonly file?: FileWritten & { readonly name: string; readonly isPicked: boolean };
  readonly manifest?: JsonObject;
  /** What the plan said the file would not be. */
  readonly remarks: readonly string[];
}

export const fileName = ({ baseName, spec }: DownloadRecord, isComplete: boolean): string =>
  `${baseName}${isComplete ? '' : '.partial'}.${spec.format}`;

/** Nobody stopped it: it runs, or the tab that ran it is gone. */
export const isUnderWay = ({ phase }: DownloadRecord): boolean => phase === 'reading' || phase === 'making';

export const isFinal = ({ phase }: DownloadRecord): boolean => phase === 'done' || phase === 'partial';
