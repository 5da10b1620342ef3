import type { FeedbackStat, JsonObject } from '../../contract/run.ts';

/** Statistics by key, without the parts that only fill space. */
export const feedbackJson = (feedback: Readonly<Record<string, FeedbackStat>>): JsonObject =>
  Object.fromEntries(
    Object.entries(feedback).map(([key, { n, avg, values }]) => [
      key,
      {
        n,
        avg: avg ?? null,
        ...(Object.keys(values).length > 0 ? { values: { ...values } } : {}),
      },
    ]),
  );

/** Averages alone, under `feedback.<key>`; null for keys that only have categories, as in LangSmith's script. */
export const feedbackAverages = (feedback: Readonly<Record<string, FeedbackStat>>): JsonObject =>
  Object.fromEntries(Object.entries(feedback).map(([key, { avg }]) => [`feedback.${key}`, avg ?? null]));
