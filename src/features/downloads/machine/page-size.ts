import type { RunField } from '../../../contract/api.ts';

const HEAVY = new Set<string>(['inputs', 'outputs', 'events', 'extra']);

/** v1 gives 100 at most and the client clamps to it; on v2 payloads would make a page of its 1000 very heavy. */
export const pageSizeOf = (fields: readonly RunField[]): number =>
  fields.some((name) => HEAVY.has(name)) ? 250 : 1000;
