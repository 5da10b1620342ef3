/**
 * What the trace page asks of the server. Keys begin with the connection. Finished runs do not change, so
 * their payloads stay fresh for ever; only a live trace is asked for again by itself.
 */
import { queryOptions } from '@tanstack/react-query';
import type { Api } from '../../contract/api.ts';
import type { Run } from '../../contract/run.ts';
import { modelNameIn } from '../../model/model-facts.ts';

const minute = 60_000;

export const traceRunsOptions = (api: Api, traceId: string, projectId: string) =>
  queryOptions({
    queryKey: [api.connectionId, 'trace-runs', projectId, traceId],
    queryFn: ({ signal }) => api.traceRuns(traceId, projectId, signal),
    staleTime: 5 * minute,
    // Ten thousand runs are compared deeply otherwise, to find out what a new answer says anyway.
    structuralSharing: false,
  });

export const projectOfTraceOptions = (api: Api, runId: string) =>
  queryOptions({
    queryKey: [api.connectionId, 'find-run', runId],
    queryFn: ({ signal }) => api.findRun(runId, signal),
    staleTime: Infinity,
  });

export const payloadOptions = (api: Api, run: Run) =>
  queryOptions({
    // The end is part of the key: a run that finished meanwhile has another payload.
    queryKey: [api.connectionId, 'payload', run.projectId, run.id, run.endTime ?? 'open'],
    queryFn: async ({ signal }) => {
      const [payload] = await api.runPayloads([run.id], run.projectId, signal);
      // Query data may not be undefined; null says "the server has no such run".
      return payload ?? null;
    },
    staleTime: run.endTime === undefined ? 10_000 : Infinity,
    gcTime: 10 * minute,
    structuralSharing: false,
  });

export const feedbackOptions = (api: Api, run: Run) =>
  queryOptions({
    queryKey: [api.connectionId, 'feedback', run.id],
    queryFn: ({ signal }) => api.listFeedback({ runIds: [run.id], projectIds: [run.projectId] }, signal),
    staleTime: minute,
  });

export const attachmentOptions = (api: Api, url: string) =>
  queryOptions({
    queryKey: [api.connectionId, 'attachment', url],
    queryFn: ({ signal }) => api.attachment(url, signal),
    staleTime: Infinity,
    gcTime: 5 * minute,
    structuralSharing: false,
  });

export const projectOptions = (api: Api, projectId: string) =>
  queryOptions({
    queryKey: [api.connectionId, 'project-name', projectId],
    queryFn: ({ signal }) => api.getProject(projectId, undefined, signal),
    staleTime: Infinity,
  });

/** Runs of models that are asked which; on v1 this brings all their `extra` along. */
const MOST_MODEL_RUNS = 100;

/** The name of the model by run. Only these rows show one, and the runs of a trace come without metadata. */
export const modelNamesOptions = (api: Api, root: Run, origin: number, modelRuns: number) =>
  queryOptions({
    // A live trace gets more of them.
    queryKey: [api.connectionId, 'trace-models', root.projectId, root.traceId, modelRuns],
    enabled: modelRuns > 0 && modelRuns <= MOST_MODEL_RUNS,
    queryFn: async ({ signal }) => {
      // Servers keep milliseconds or microseconds: the first run must not fall out by a fraction.
      const window = { from: Math.floor(origin) - 1000 };
      const query = { projectIds: [root.projectId], window, traceId: root.traceId, runType: 'llm' };
      const page = await api.queryRuns(
        query,
        { pageSize: MOST_MODEL_RUNS },
        { previews: false, metadata: true },
        signal,
      );
      const named = page.rows.map((run) => [run.id, modelNameIn(run.metadata)] as const);
      return new Map(named.flatMap(([id, name]) => (name === undefined ? [] : [[id, name] as const])));
    },
    staleTime: Infinity,
    retry: false,
    structuralSharing: false,
  });
