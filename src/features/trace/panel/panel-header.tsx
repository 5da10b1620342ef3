import { ArrowDown, ArrowLeft, ArrowUp, Braces, CornerLeftUp } from 'lucide-react';
import type { RunPayload } from '../../../contract/run.ts';
import { runAsJson } from '../../../model/run-as-json.ts';
import { nextSiblingOf, parentOf, previousSiblingOf } from '../../../model/tree-walk.ts';
import { Button } from '../../../ui/button.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { copyText } from '../../../ui/copy-text.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { toast } from '../../../ui/toast.tsx';
import { RunTypeIcon } from '../run-type-icon.tsx';
import { StatusBadge } from '../status-badge.tsx';
import { useTrace, useTraceHandle } from '../trace-context.ts';
import styles from './panel-header.module.css';

export interface PanelHeaderProps {
  readonly node: number;
  readonly payload: RunPayload | undefined;
  readonly onBack: (() => void) | undefined;
}

export function PanelHeader({ node, payload, onBack }: PanelHeaderProps) {
  const { tree, timeline } = useTrace((state) => state.model);
  const run = tree.runs[node]!;
  // Alone on a narrow screen, the run is what the page is about.
  const Heading = onBack ? 'h1' : 'h2';
  return (
    <div className={styles.header}>
      {onBack && (
        <Button variant="ghost" size="sm" icon={ArrowLeft} onPress={onBack}>
          Tree
        </Button>
      )}
      <RunTypeIcon type={run.runType} size={16} />
      <Heading className={styles.name} dir="auto" title={run.name}>
        {run.name === '' ? 'unnamed' : run.name}
      </Heading>
      <span className={styles.type}>{run.runType}</span>
      <StatusBadge run={run} isLive={timeline.isLive} />
      <span className={styles.actions}>
        <Go to={parentOf(tree, node)} label="Go to the parent run" icon={CornerLeftUp} />
        <Go to={previousSiblingOf(tree, node)} label="Go to the run before, same level" icon={ArrowUp} />
        <Go to={nextSiblingOf(tree, node)} label="Go to the run after, same level" icon={ArrowDown} />
        <CopyButton label="Copy run id" text={run.id} />
        <IconButton
          label="Copy the run as JSON"
          icon={Braces}
          size="sm"
          isDisabled={!payload}
          onPress={() => payload && void copyRun(runAsJson(run, payload))}
        />
      </span>
    </div>
  );
}

function Go(props: { readonly to: number; readonly label: string; readonly icon: typeof ArrowUp }) {
  const { select } = useTraceHandle();
  return (
    <IconButton
      label={props.label}
      icon={props.icon}
      size="sm"
      isDisabled={props.to < 0}
      onPress={() => select(props.to, 'pointer')}
    />
  );
}

async function copyRun(run: object): Promise<void> {
  const done = await copyText(JSON.stringify(run, undefined, 2));
  toast(done ? 'Run copied as JSON.' : 'The browser refused to copy. Use the Raw JSON tab instead.');
}
