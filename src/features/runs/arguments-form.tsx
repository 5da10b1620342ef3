import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { RunArguments } from '../../url/screens.ts';
import styles from './arguments-form.module.css';
import { argumentsOf, draftOf, draftProblems, type ArgumentDraft } from './argument-draft.ts';

interface ArgumentsFormProps {
  readonly args: RunArguments;
  readonly onApply: (args: RunArguments) => void;
}

/** Everything `list_runs` takes beside project, window and filters. Nothing is asked before "Apply". */
export function ArgumentsForm({ args, onApply }: ArgumentsFormProps) {
  const [draft, setDraft] = useState(() => draftOf(args));
  const problems = draftProblems(draft);
  const isUsable = Object.keys(problems).length === 0;
  const apply = () => {
    if (isUsable) onApply(argumentsOf(draft));
  };
  const text = (
    key: Exclude<keyof ArgumentDraft, 'order' | 'others'>,
    label: string,
    description?: string,
    isMono = false,
  ) => (
    <TextField
      label={label}
      value={draft[key]}
      onChange={(value) => setDraft({ ...draft, [key]: value })}
      description={description}
      error={problems[key]}
      isMono={isMono}
      onEnter={apply}
    />
  );
  return (
    <div className={styles.form}>
      <div className={styles.fields}>
        {text(
          'query',
          'Question in words (query)',
          'Experimental on LangSmith: the server turns it into a filter.',
        )}
        {text('traceId', 'Trace id', undefined, true)}
        {text('parentRunId', 'Parent run id', undefined, true)}
        {text('referenceExampleId', 'Reference example id', undefined, true)}
        <TextField
          label="Run ids"
          value={draft.runIds}
          onChange={(runIds) => setDraft({ ...draft, runIds })}
          description="Paste as many as you like, in any form. LangSmith then ignores the other arguments."
          error={problems.runIds}
          isMono
          isMultiline
        />
        <div className={styles.pair}>
          {text('limit', 'Limit', 'Stop after so many rows.')}
          <Select
            label="Order"
            value={draft.order}
            onChange={(order) => setDraft({ ...draft, order })}
            options={[
              { value: '', label: 'Newest first' },
              { value: 'asc', label: 'Oldest first' },
            ]}
          />
        </div>
        {text(
          'select',
          'Select',
          'Fields to show as further columns, e.g. first_token_time, metadata.user_id',
        )}
      </div>
      <div className={styles.actions}>
        <Button variant="ghost" onPress={() => setDraft(draftOf({ ...keptOf(args) }))}>
          Clear
        </Button>
        <Button variant="primary" isDisabled={!isUsable} onPress={apply}>
          Apply
        </Button>
      </div>
    </div>
  );
}

/** Type, error and root have their controls in the toolbar; clearing this form leaves them. */
const keptOf = ({ runType, error, isRoot }: RunArguments): RunArguments => ({ runType, error, isRoot });
