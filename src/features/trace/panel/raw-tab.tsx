import { useMemo } from 'react';
import type { Run } from '../../../contract/run.ts';
import { runAsJson } from '../../../model/run-as-json.ts';
import { JsonView } from '../../../ui/json-view.tsx';
import { PayloadState, type PayloadQuery } from './payload-state.tsx';
import styles from './raw-tab.module.css';

/** The run under the API's names: both halves, as it is copied and as programs see it. */
export function RawTab({ run, payload }: { readonly run: Run; readonly payload: PayloadQuery }) {
  const whole = useMemo(() => (payload.data ? runAsJson(run, payload.data) : undefined), [run, payload.data]);
  return (
    <PayloadState query={payload}>
      {() => (
        <div className={styles.raw}>
          <JsonView value={whole} label="Run" initialDepth={1} />
        </div>
      )}
    </PayloadState>
  );
}
