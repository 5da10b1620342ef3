/**
 * What the trace page asks of the server. Keys begin with the connection. Finished runs do not change, so
 * their payloads stay fresh for ever; only a live trace is asked for again by itself.
 */
import { queryOptions } from '@tanstack/react-query';
import type { Api } from '../../contract/api.ts';
import type { Run } from '../../contract/run.ts';

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
