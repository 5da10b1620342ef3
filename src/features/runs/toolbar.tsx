import { ListFilter, SlidersHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Api } from '../../contract/api.ts';
import { LazyPart } from '../../ui/lazy-part.tsx';
import { PopoverButton } from '../../ui/popover-button.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import type { RunArguments, RunsScreen, Screen } from '../../url/screens.ts';
import { ChartToggle } from './charts/chart-part.tsx';
import { FacetsToggle } from './facets/facets-toggle.tsx';
import { PeekToggle } from './peek/peek-toggle.tsx';
import { argumentChips, quickArguments } from './argument-chips.ts';
import { loadArgumentsForm } from './popover-parts.ts';
import { CopyAsButton } from './copy-as/copy-as-button.tsx';
import { useIsTight, useIsWide } from '../../parts/use-is-narrow.ts';
import { ProjectPicker } from '../../parts/pick/project-picker.tsx';
import { StartButton } from './start-from/start-button.tsx';
import { QuickControls } from './quick-controls.tsx';
import styles from './toolbar.module.css';
import { WindowPicker } from '../../parts/pick/window-picker.tsx';

interface ToolbarProps {
  readonly api: Api;
  readonly screen: RunsScreen;
  readonly onChange: (next: RunsScreen) => void;
  /** What Back need not undo. */
  readonly onReplace: (next: RunsScreen) => void;
  readonly hrefOf: (screen: Screen) => string;
  /** The button that chooses columns. */
  readonly columns: ReactNode;
  readonly saved: ReactNode;
  readonly download: ReactNode;
}

export function Toolbar(props: ToolbarProps) {
  const { api, screen, onChange } = props;
  const isTight = useIsTight();
  const setArgs = (args: RunArguments) => onChange({ ...screen, args });
  const quick = <QuickControls screen={screen} onArgsChange={setArgs} />;
  const count = argumentChips(screen.args, quickArguments(screen.view, isTight)).length;
  const isWide = useIsWide();
  return (
    <div className={styles.toolbar} role="group" aria-label="What to list">
      <FacetsToggle />
      <ChartToggle screen={screen} onReplace={props.onReplace} />
      <ProjectPicker
        api={api}
        window={screen.window}
        chosen={screen.projects}
        onChange={(projects) => onChange({ ...screen, projects })}
      />
      <WindowPicker window={screen.window} onChange={(window) => onChange({ ...screen, window })} />
      <SegmentedControl
        label="Rows"
        value={screen.view}
        // Chosen columns belong to a view; the other one begins with its own.
        onChange={(view) => onChange({ ...screen, view, columns: undefined })}
        options={[
          { value: 'traces', label: 'Traces' },
          { value: 'runs', label: 'Runs' },
        ]}
      />
      {!isTight && quick}
      <span className={styles.space} />
      <PopoverButton
        label={isTight ? 'Type, status and arguments' : 'Arguments'}
        icon={isTight ? ListFilter : SlidersHorizontal}
        variant="ghost"
        buttonContent={isWide ? 'Arguments' : undefined}
        badge={count > 0 ? count : undefined}
      >
        {(close) => (
          <div className={styles.sheet}>
            {isTight && quick}
            <LazyPart
              key={JSON.stringify(screen.args)}
              name="arguments"
              loader={loadArgumentsForm}
              props={{
                args: screen.args,
                onApply: (args) => {
                  setArgs(args);
                  close();
                },
              }}
            />
          </div>
        )}
      </PopoverButton>
      {props.saved}
      <StartButton api={api} screen={screen} isNarrow={!isWide} hrefOf={props.hrefOf} onChange={onChange} />
      {props.columns}
      {props.download}
      <CopyAsButton screen={screen} isNarrow={!isWide} />
      <PeekToggle />
    </div>
  );
}
