/** Projects, called sessions on the wire (CONTRACT §8). */
import * as z from 'zod/mini';
import { feedbackStats } from './feedback-stats.ts';
import type { Project, ProjectStats } from './run.ts';
import { isRow, nameOf, numberOf, textOf, timeOf, type Misread, type WireRow } from './wire-row.ts';

export const wireProject = z.custom<WireRow>(
  (value) => isRow(value) && typeof value['id'] === 'string',
  'a project without an id',
);

export const projectList = z.array(wireProject);

const STATISTICS = ['run_count', 'latency_p50', 'total_tokens', 'total_cost', 'error_rate'];

function statsOf(row: WireRow, misread: Misread): ProjectStats | undefined {
  if (!STATISTICS.some((field) => row[field] !== undefined && row[field] !== null)) return undefined;
  return {
    runCount: numberOf(row, 'run_count', misread),
    latencyP50: numberOf(row, 'latency_p50', misread),
    latencyP99: numberOf(row, 'latency_p99', misread),
    totalTokens: numberOf(row, 'total_tokens', misread),
    totalCost: numberOf(row, 'total_cost', misread),
    errorRate: numberOf(row, 'error_rate', misread),
    feedback: feedbackStats(row['feedback_stats'], misread),
  };
}

export const projectFrom = (row: WireRow, misread: Misread): Project => ({
  id: textOf(row, 'id', misread) ?? '',
  name: textOf(row, 'name', misread) ?? '',
  description: nameOf(row, 'description', misread),
  startTime: timeOf(row, 'start_time', misread),
  lastRunStartTime:
    timeOf(row, 'last_run_start_time_live', misread) ?? timeOf(row, 'last_run_start_time', misread),
  referenceDatasetId: nameOf(row, 'reference_dataset_id', misread),
  stats: statsOf(row, misread),
});

/** The answer of GET /sessions/{id}/metadata: top values by key. Values may be numbers or booleans. */
export const projectMetadata = z.record(
  z.string(),
  z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])),
);
