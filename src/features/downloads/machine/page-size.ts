import { partFields } from '../../../extract/plan/tasks.ts';
import type { ExtractSpec } from '../../../extract/spec.ts';

const HEAVY = new Set<string>(['inputs', 'outputs', 'events', 'extra']);

/** v1 gives 100 at most and the client clamps to it; on v2 payloads would make a page of its 1000 very heavy. */
export const pageSizeOf = (spec: ExtractSpec): number =>
  partFields(spec).some((name) => HEAVY.has(name)) ? 250 : 1000;
