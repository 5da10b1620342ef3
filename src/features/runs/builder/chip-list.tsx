/** The filters as chips: each a clause, to look at, change, deny or take away; the text stays what it is. */
import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { type Chip, chipsOf } from '../../../filter/edit/chip.ts';
import { type Edited, negateClause, removeClause, replaceClause } from '../../../filter/edit.ts';
import type { LiveSource } from '../../../filter/live-values.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { PopoverButton } from '../../../ui/popover-button.tsx';
import { toast } from '../../../ui/toast-queue.ts';
import type { FilterTexts } from '../filter-drafts.ts';
import type { FilterName, FilterScope } from '../filter-scopes.ts';
import styles from './builder.module.css';
import { chipText, chipWords } from './chip-words.ts';
import { type ClauseForm, formOf } from './clause-form.ts';
import { ClauseFormView } from './clause-form-view.tsx';

export interface ChipListProps {
  readonly scopes: readonly FilterScope[];
  readonly texts: FilterTexts;
  readonly values: LiveSource;
  /** Asks the changed texts at once. */
  readonly onCommit: (texts: FilterTexts) => void;
}

export function ChipList({ scopes, texts, values, onCommit }: ChipListProps) {
  const lists = useMemo(
    () =>
      scopes
        .map((scope) => ({ scope, chips: chipsOf(texts[scope.name]) }))
        .filter(({ chips }) => chips.length > 0),
    [scopes, texts],
  );
  const apply = (name: FilterName, edited: Edited) => {
    if (edited.kind === 'refused') return toast(edited.reason, { tone: 'danger' });
    if (edited.note !== undefined) toast(edited.note);
    onCommit({ ...texts, [name]: edited.text });
  };
  return (
    <div className={styles.lists}>
      {lists.map(({ scope, chips }) => (
        <ul key={scope.name} className={styles.list} aria-label={`Clauses of the ${scope.title} filter`}>
          {lists.length > 1 && <li className={styles.scope}>{scope.title}</li>}
          {chips.map((chip, index) => (
            <li key={`${index} ${chip.text}`} className={styles.chip}>
              <ChipView
                chip={chip}
                values={values}
                negated={() => negateClause(texts[scope.name], index)}
                onReplace={(clause) => apply(scope.name, replaceClause(texts[scope.name], index, clause))}
                onEdited={(edited) => apply(scope.name, edited)}
                onRemove={() => apply(scope.name, removeClause(texts[scope.name], index))}
              />
            </li>
          ))}
        </ul>
      ))}
    </div>
  );
}

interface ChipViewProps {
  readonly chip: Chip;
  readonly values: LiveSource;
  readonly negated: () => Edited;
  readonly onReplace: (clause: string) => void;
  readonly onEdited: (edited: Edited) => void;
  readonly onRemove: () => void;
}

function ChipView({ chip, values, negated, onReplace, onEdited, onRemove }: ChipViewProps) {
  const { subject, verb, object, isCode } = chipWords(chip);
  const text = chipText(chip);
  return (
    <>
      <PopoverButton
        label={`Change the clause ${text}`}
        variant="ghost"
        size="sm"
        buttonContent={
          isCode ? (
            <code>{object}</code>
          ) : (
            <>
              {subject} <span className={styles.verb}>{verb}</span> <strong>{object}</strong>
            </>
          )
        }
      >
        {(close) => (
          <ChipEditor
            chip={chip}
            values={values}
            negation={negated()}
            onReplace={(clause) => {
              close();
              onReplace(clause);
            }}
            onNegate={(edited) => {
              close();
              onEdited(edited);
            }}
          />
        )}
      </PopoverButton>
      <IconButton label={`Remove the clause ${text}`} icon={X} size="sm" onPress={onRemove} />
    </>
  );
}

interface ChipEditorProps {
  readonly chip: Chip;
  readonly values: LiveSource;
  readonly negation: Edited;
  readonly onReplace: (clause: string) => void;
  readonly onNegate: (edited: Edited) => void;
}

function ChipEditor({ chip, values, negation, onReplace, onNegate }: ChipEditorProps) {
  const [form, setForm] = useState<ClauseForm | undefined>(() => formOf(chip));
  return (
    <div className={styles.editor}>
      {form ? (
        <ClauseFormView
          form={form}
          onForm={setForm}
          values={values}
          submitLabel="Apply"
          onSubmit={onReplace}
        />
      ) : (
        <>
          <code className={styles.written}>{chip.text}</code>
          <p className={styles.reason}>No form can show this clause whole; change it in the editor above.</p>
        </>
      )}
      <div className={styles.negate}>
        <Button
          size="sm"
          variant="ghost"
          isDisabled={negation.kind === 'refused'}
          onPress={() => onNegate(negation)}
        >
          Turn into its opposite
        </Button>
        {negation.kind === 'refused' && <span className={styles.reason}>{negation.reason}</span>}
      </div>
    </div>
  );
}
