import type { FullRun, Run, RunPayload } from '../../contract/run.ts';

type Change = Partial<Run> & Partial<Omit<RunPayload, 'id'>>;

/** A finished root run, but for what is said. */
export function fullRun(id: string, change: Change = {}): FullRun {
  const { inputs, outputs, error, extra, ...run } = change;
  return {
    run: {
      id,
      traceId: id,
      projectId: 'p',
      isRoot: true,
      name: 'agent',
      runType: 'chain',
      status: 'success',
      startTime: Date.UTC(2026, 10, 20),
      tags: [],
      feedback: {},
      ...run,
    },
    payload: {
      id,
      events: [],
      attachments: [],
      ...(inputs === undefined ? {} : { inputs }),
      ...(outputs === undefined ? {} : { outputs }),
      ...(error === undefined ? {} : { error }),
      ...(extra === undefined ? {} : { extra }),
    },
  };
}
