/** A new export as its form holds it, and the request it becomes (CONTRACT §12.2). */
import type { BulkExport, BulkExportDraft } from '../../../contract/bulk-export.ts';
import type { TimeWindow } from '../../../contract/api.ts';
import type { ProjectRef, WindowChoice } from '../../../url/screens.ts';
import { windowAt } from '../../../url/window.ts';
import { EXPORT_LIMITS } from './export-limits.ts';

export interface ExportForm {
  readonly destinationId: string;
  readonly projects: readonly ProjectRef[];
  readonly isAllExperiments: boolean;
  readonly window: WindowChoice;
  readonly filter: string;
  readonly formatVersion: BulkExportDraft['formatVersion'];
  readonly compression: BulkExportDraft['compression'];
  readonly isScheduled: boolean;
  /** As typed. */
  readonly intervalHours: string;
  /** Undefined = all columns. */
  readonly fields: readonly string[] | undefined;
}

/** v2_beta: UTC times and a layout that Hive readers understand; zstandard: what Cloud takes by itself. */
export const NEW_EXPORT: ExportForm = {
  destinationId: '',
  projects: [],
  isAllExperiments: false,
  window: { kind: 'relative', seconds: 7 * 86_400 },
  filter: '',
  formatVersion: 'v2_beta',
  compression: 'zstandard',
  isScheduled: false,
  intervalHours: '24',
  fields: undefined,
};

export interface ReadyExport {
  readonly kind: 'ready';
  /** One for each project. */
  readonly drafts: readonly BulkExportDraft[];
}

export type FormReading = ReadyExport | { readonly kind: 'incomplete'; readonly reason: string };

/** All of a relative window: the rounded bounds that lists share would leave some minutes out. */
const exactWindow = (window: WindowChoice, now: number): TimeWindow =>
  window.kind === 'relative' ? { from: now - window.seconds * 1000 } : windowAt(window, now);

export function readForm(form: ExportForm, now: number): FormReading {
  if (form.destinationId === '') return incomplete('Choose a destination.');
  if (!form.isAllExperiments && form.projects.length === 0) return incomplete('Choose a project.');
  if (form.fields?.length === 0) return incomplete('Choose at least one column.');
  const { from, to } = exactWindow(form.window, now);
  if (from === undefined) return incomplete('An export needs a beginning: choose a window.');
  const hours = Number(form.intervalHours);
  const { least, most } = EXPORT_LIMITS.intervalHours;
  if (form.isScheduled && !(Number.isInteger(hours) && hours >= least && hours <= most)) {
    return incomplete(`The interval is ${least} to ${most} whole hours.`);
  }
  const shared = {
    destinationId: form.destinationId,
    from,
    to: form.isScheduled ? undefined : (to ?? now),
    filter: form.filter,
    formatVersion: form.formatVersion,
    compression: form.compression,
    intervalHours: form.isScheduled ? hours : undefined,
    fields: form.fields,
  };
  const projects = form.isAllExperiments ? [undefined] : form.projects.map(({ id }) => id);
  return { kind: 'ready', drafts: projects.map((projectId) => ({ ...shared, projectId })) };
}

const incomplete = (reason: string): FormReading => ({ kind: 'incomplete', reason });

const oneOf = <T extends string>(value: string, allowed: readonly T[], otherwise: T): T =>
  allowed.find((each) => each === value.toLowerCase()) ?? otherwise;

/** An export to be made again, whole or for one of its days. */
export function formOfExport(
  one: BulkExport,
  projectName: string | undefined,
  part?: { readonly from: number; readonly to: number; readonly projectId?: string | undefined },
): Partial<ExportForm> {
  const projectId = part?.projectId ?? one.projectId;
  const from = part?.from ?? one.from;
  const to = part?.to ?? one.to;
  return {
    destinationId: one.destinationId,
    projects:
      projectId === undefined
        ? []
        : [{ id: projectId, ...(projectName === undefined ? {} : { name: projectName }) }],
    isAllExperiments: projectId === undefined && one.isAllExperiments,
    window: {
      kind: 'absolute',
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    },
    filter: one.filter,
    formatVersion: oneOf<ExportForm['formatVersion']>(one.formatVersion, ['v1', 'v2_beta'], 'v2_beta'),
    compression: oneOf<ExportForm['compression']>(
      one.compression,
      ['none', 'gzip', 'snappy', 'zstandard'],
      'zstandard',
    ),
    isScheduled: part === undefined && one.intervalHours !== undefined,
    intervalHours: String(one.intervalHours ?? 24),
    fields: one.fields,
  };
}
