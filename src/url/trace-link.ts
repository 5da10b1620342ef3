import type { ParamReader } from './param-reader.ts';
import type { Deployment, TraceScreen } from './screens.ts';

const NAMES = [
  ['project', 'projectId'],
  ['run', 'runId'],
  ['tab', 'tab'],
] as const;

export const printTraceParams = (screen: TraceScreen) =>
  NAMES.flatMap(([name, key]) => (screen[key] ? [[name, screen[key]] as const] : []));

export function parseTraceParams(reader: ParamReader, deployment: Deployment, traceId: string): TraceScreen {
  const read = NAMES.map(([name, key]) => [key, reader.text(name) || undefined] as const);
  return {
    kind: 'trace',
    deployment,
    traceId,
    ...Object.fromEntries(read.filter(([, value]) => value !== undefined)),
  };
}
