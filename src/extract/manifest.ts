/** What lies beside the data and says what it is. Holds no secret: the deployment is an address, never a key. */
import type { JsonObject } from '../contract/run.ts';
import { printTimestamp } from '../contract/timestamp.ts';
import type { Column } from './column-type.ts';
import type { ExtractSpec } from './spec.ts';

export interface ManifestFacts {
  readonly spec: ExtractSpec;
  readonly file: string;
  readonly isComplete: boolean;
  readonly deployment: JsonObject;
  readonly projects: readonly { readonly id: string; readonly name?: string }[];
  readonly startedAt: number;
  readonly finishedAt: number;
  readonly rows: number;
  readonly columns: readonly Column[];
  readonly bytes: number;
  readonly sha256: string;
  readonly requests: number;
  /** Parts of the question that were not answered, as sentences; empty when all were. */
  readonly gaps: readonly string[];
  readonly remarks: readonly string[];
}

function questionJson({ source }: ExtractSpec): JsonObject {
  if (source.kind !== 'question') return structured(source);
  const { window, ...query } = source.query;
  return {
    ...structured(query),
    ...(source.limit === undefined ? {} : { limit: source.limit }),
    window: {
      from: window.from === undefined ? null : printTimestamp(window.from),
      to: window.to === undefined ? null : printTimestamp(window.to),
    },
  };
}

const structured = (value: object) => JSON.parse(JSON.stringify(value)) as JsonObject;

export function manifestOf(facts: ManifestFacts): JsonObject {
  const { spec, columns, startedAt, finishedAt, projects } = facts;
  return {
    runlens: 1,
    file: facts.file,
    complete: facts.isComplete,
    sha256: facts.sha256,
    bytes: facts.bytes,
    rows: facts.rows,
    kind: spec.kind,
    format: spec.format,
    ...(spec.format === 'parquet' ? { codec: spec.codec } : {}),
    flattened: spec.isFlat,
    columns: columns.map(({ name, type }) => ({ name, type })),
    deployment: facts.deployment,
    projects: projects.map(({ id, name }) => ({ id, name: name ?? null })),
    asked: questionJson(spec),
    requests: facts.requests,
    gaps: [...facts.gaps],
    remarks: [...facts.remarks],
    started: printTimestamp(startedAt),
    finished: printTimestamp(finishedAt),
  };
}
