import type { ReactNode } from 'react';
import type { Details, Run } from '../../../contract/run.ts';
import { formatCost } from '../../../lib/format-cost.ts';
import { formatCount } from '../../../lib/format-count.ts';
import { formatDuration } from '../../../lib/format-duration.ts';
import { formatAbsolute } from '../../../lib/format-time.ts';
import { asObject } from '../../../model/json-access.ts';
import { modelFacts } from '../../../model/model-facts.ts';
import { Chip } from '../../../ui/chip.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { RunDuration } from '../run-duration.tsx';
import { useTrace } from '../trace-context.ts';
import type { PayloadQuery } from './payload-state.tsx';
import styles from './run-facts.module.css';

interface RunFactsProps {
  readonly node: number;
  readonly payload: PayloadQuery;
}

/** The numbers of a run. Token and cost numbers say whether they are of the run or of all below it too. */
export function RunFacts({ node, payload }: RunFactsProps) {
  const model = useTrace((state) => state.model);
  const run = model.tree.runs[node]!;
  const hasChildren = model.tree.childCount[node]! > 0;
  const tokens = model.sums.tokens[node]!;
  const cost = model.sums.cost[node]!;
  const scope = hasChildren ? 'with all runs below' : undefined;
  return (
    <dl className={styles.facts}>
      <ModelFact run={run} payload={payload} />
      <Fact name="Latency">
        <RunDuration run={run} isLive={model.timeline.isLive} />
      </Fact>
      {run.firstTokenSeconds !== undefined && (
        <Fact name="First token">{formatDuration(run.firstTokenSeconds)}</Fact>
      )}
      <Fact
        name="Started"
        note={run.startTime > model.timeline.origin ? `+${offset(run, model.timeline.origin)}` : undefined}
      >
        {formatAbsolute(run.startTime, { withMillis: true })}
      </Fact>
      {tokens > 0 && (
        <Fact name="Tokens" note={scope} details={tokenDetails(run)}>
          {formatCount(tokens)}
          <InAndOut
            input={model.sums.promptTokens[node]!}
            output={model.sums.completionTokens[node]!}
            format={formatCount}
          />
        </Fact>
      )}
      {cost > 0 && (
        <Fact name="Cost" note={scope} details={costDetails(run)}>
          {formatCost(cost)}
          <InAndOut input={run.promptCost} output={run.completionCost} format={formatCost} />
        </Fact>
      )}
      {run.tags.length > 0 && (
        <Fact name="Tags">
          <span className={styles.tags}>
            {run.tags.map((tag) => (
              <Chip key={tag}>{tag}</Chip>
            ))}
          </span>
        </Fact>
      )}
    </dl>
  );
}

/** Which model was asked stands with the payload; its place is kept while that is on its way. */
function ModelFact({ run, payload }: { readonly run: Run; readonly payload: PayloadQuery }) {
  if (run.runType !== 'llm' && run.runType !== 'embedding') return null;
  if (payload.data === undefined) {
    return payload.error ? null : (
      <Fact name="Model">
        <Skeleton width={96} height={14} />
      </Fact>
    );
  }
  const extra = payload.data?.extra;
  const { name, settings } = modelFacts(asObject(extra?.['metadata']), extra?.['invocation_params']);
  if (name === undefined && settings.length === 0) return null;
  return (
    <Fact name="Model" details={settings}>
      {name ?? 'not named'}
    </Fact>
  );
}

interface FactProps {
  readonly name: string;
  readonly note?: string | undefined;
  readonly details?: readonly string[];
  readonly children: ReactNode;
}

function Fact({ name, note, details = [], children }: FactProps) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd className="tabular">
        {children}
        {note !== undefined && <span className={styles.note}>{note}</span>}
        {details.length > 0 && <span className={styles.note}>{details.join(', ')}</span>}
      </dd>
    </div>
  );
}

function InAndOut(props: {
  readonly input: number | undefined;
  readonly output: number | undefined;
  readonly format: (value: number) => string;
}) {
  const { input = 0, output = 0, format } = props;
  if (!(input > 0) && !(output > 0)) return null;
  return (
    <span className={styles.note}>
      {format(input)} in, {format(output)} out
    </span>
  );
}

const offset = (run: Run, origin: number) => formatDuration((run.startTime - origin) / 1000);

const tokenDetails = (run: Run) => [
  ...parts(run.promptTokenDetails, formatCount),
  ...parts(run.completionTokenDetails, formatCount),
];

const costDetails = (run: Run) => [
  ...parts(run.promptCostDetails, formatCost),
  ...parts(run.completionCostDetails, formatCost),
];

/** "cache read 120": categories the provider reported, those of zero left out. */
function parts(details: Details | undefined, format: (value: number) => string): readonly string[] {
  return Object.entries(details ?? {})
    .filter(([, value]) => value > 0)
    .map(([name, value]) => `${name.replaceAll('_', ' ')} ${format(value)}`);
}
