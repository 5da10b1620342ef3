import { useState } from 'react';
import { type CurrentSaved, useCurrentSaved } from './current-saved.ts';
import { DeleteForm } from './delete-form.tsx';
import { ImportForm } from './import-form.tsx';
import { rememberVersion } from './opened-versions.ts';
import { RenameForm } from './rename-form.tsx';
import { SaveForm } from './save-form.tsx';
import { SavedHome } from './saved-home.tsx';
import styles from './saved.module.css';
import type { SavedPanelProps, Step, StepProps } from './saved-steps.ts';
import { useShelves } from './shelves.ts';
import { UpdateForm } from './update-form.tsx';

export function SavedPanel(props: SavedPanelProps) {
  const { api, screen, browserShelf, onScreenChange } = props;
  const shelves = useShelves(api, browserShelf, screen);
  const current = useCurrentSaved(api, shelves, screen);
  const [step, setStep] = useState<Step>({ kind: 'list' });
  const stepProps: StepProps = {
    ...props,
    shelves,
    current,
    onStep: setStep,
    onStored: (saved) => {
      rememberVersion(saved);
      onScreenChange({ ...screen, saved: { id: saved.id, name: saved.name } }, 'replace');
    },
  };
  return (
    <div className={styles.panel}>
      {step.kind === 'list' && <SavedHome {...stepProps} />}
      {step.kind === 'save' && <SaveForm {...stepProps} />}
      {step.kind === 'import' && <ImportForm {...stepProps} />}
      {step.kind === 'update' && <UpdateForm {...stepProps} saved={step.saved} />}
      {step.kind === 'rename' && <RenameForm {...stepProps} saved={step.saved} />}
      {step.kind === 'delete' && (
        <DeleteForm {...stepProps} saved={step.saved} isCurrent={idOf(current) === step.saved.id} />
      )}
    </div>
  );
}

const idOf = (current: CurrentSaved) => (current.kind === 'here' ? current.saved.id : undefined);
