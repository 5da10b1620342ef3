import type { JsonObject, Run } from '../../../contract/run.ts';
import { formatAbsolute } from '../../../lib/format-time.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { JsonView } from '../../../ui/json-view.tsx';
import styles from './metadata-tab.module.css';
import { PayloadState, type PayloadQuery } from './payload-state.tsx';
import { Section } from './section.tsx';

/** Metadata, runtime, what else stood in `extra`, and the ids of the run. */
export function MetadataTab({ run, payload }: { readonly run: Run; readonly payload: PayloadQuery }) {
  return (
    <div className={styles.tab}>
      <Section title="Ids">
        <dl className={styles.ids}>
          {idsOf(run).map(([name, value]) => (
            <div key={name} className={styles.id}>
              <dt>{name}</dt>
              <dd>
                <code>{value}</code>
                <CopyButton label={`Copy ${name.toLowerCase()}`} text={value} />
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <PayloadState query={payload}>
        {({ extra, serialized }) => (
          <>
            <Fields title="Metadata" value={run.metadata ?? objectIn(extra, 'metadata')} />
            <Fields title="Runtime" value={run.runtime ?? objectIn(extra, 'runtime')} />
            <Fields title="Invocation parameters" value={objectIn(extra, 'invocation_params')} />
            <Fields title="Other extra fields" value={restOf(extra)} />
            {typeof serialized === 'object' && serialized !== null && Object.keys(serialized).length > 0 && (
              <Section title="Serialized">
                <JsonView value={serialized} label="Serialized" initialDepth={1} />
              </Section>
            )}
          </>
        )}
      </PayloadState>
    </div>
  );
}

function Fields({ title, value }: { readonly title: string; readonly value: JsonObject | undefined }) {
  if (!value || Object.keys(value).length === 0) return null;
  return (
    <Section title={title}>
      <JsonView value={value} label={title} />
    </Section>
  );
}

function idsOf(run: Run): readonly (readonly [string, string])[] {
  const all: readonly (readonly [string, string | undefined])[] = [
    ['Run', run.id],
    ['Trace', run.traceId],
    ['Parent', run.parentId],
    ['Project', run.projectId],
    ['Thread', run.threadId],
    ['Reference example', run.referenceExampleId],
    ['Start', formatAbsolute(run.startTime, { withMillis: true })],
    ['End', run.endTime === undefined ? undefined : formatAbsolute(run.endTime, { withMillis: true })],
    ['Dotted order', run.dottedOrder],
  ];
  return all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

const shownApart = ['metadata', 'runtime', 'invocation_params'];

function objectIn(extra: JsonObject | undefined, key: string): JsonObject | undefined {
  const value = extra?.[key];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}

function restOf(extra: JsonObject | undefined): JsonObject | undefined {
  return extra && Object.fromEntries(Object.entries(extra).filter(([key]) => !shownApart.includes(key)));
}
