import { RUN_TYPES } from '../../contract/run.ts';
import { Select } from '../../ui/select.tsx';
import type { RunsScreen } from '../../url/screens.ts';
import { withArguments } from './argument-chips.ts';
import type { RunArguments } from '../../url/screens.ts';
import styles from './toolbar.module.css';

interface QuickControlsProps {
  readonly screen: RunsScreen;
  readonly onArgsChange: (args: RunArguments) => void;
}

/** The three arguments people reach for most. */
export function QuickControls({ screen: { args, view }, onArgsChange }: QuickControlsProps) {
  const types = args.runType === undefined || RUN_TYPES.some((type) => type === args.runType);
  return (
    <div className={styles.quick}>
      <Select
        label="Run type"
        isLabelHidden
        value={args.runType ?? ''}
        onChange={(runType) => onArgsChange(withArguments(args, { runType }))}
        options={[
          { value: '', label: view === 'traces' ? 'Any root type' : 'Any type' },
          ...RUN_TYPES.map((type) => ({ value: type as string, label: type })),
          // A link may name a type of a newer server.
          ...(types ? [] : [{ value: args.runType ?? '', label: args.runType ?? '' }]),
        ]}
      />
      <Select
        label="Status"
        isLabelHidden
        value={args.error === undefined ? '' : args.error ? 'error' : 'ok'}
        onChange={(value) =>
          onArgsChange(withArguments(args, { error: value === '' ? undefined : value === 'error' }))
        }
        options={[
          { value: '', label: 'Any status' },
          { value: 'error', label: 'With an error' },
          { value: 'ok', label: 'Without an error', description: 'Succeeded or still running' },
        ]}
      />
      {view === 'runs' && (
        <Select
          label="Depth"
          isLabelHidden
          value={args.isRoot === undefined ? '' : args.isRoot ? 'roots' : 'below'}
          onChange={(value) =>
            onArgsChange(withArguments(args, { isRoot: value === '' ? undefined : value === 'roots' }))
          }
          options={[
            { value: '', label: 'Any depth' },
            { value: 'roots', label: 'Root runs' },
            { value: 'below', label: 'Below a root' },
          ]}
        />
      )}
    </div>
  );
}
