import { useState } from 'react';
import { addClause } from '../../../filter/edit.ts';
import type { LiveSource } from '../../../filter/live-values.ts';
import { Select } from '../../../ui/select.tsx';
import { toast } from '../../../ui/toast-queue.ts';
import type { FilterTexts } from '../filter-drafts.ts';
import type { FilterName, FilterScope } from '../filter-scopes.ts';
import styles from './builder.module.css';
import { type ClauseForm, emptyForm } from './clause-form.ts';
import { ClauseFormView } from './clause-form-view.tsx';
import { FORM_FIELDS } from './form-fields.ts';

export interface AddClauseProps {
  readonly scopes: readonly FilterScope[];
  readonly texts: FilterTexts;
  readonly values: LiveSource;
  readonly onCommit: (texts: FilterTexts) => void;
}

/** One more clause, joined to what is written by and(). */
export function AddClause({ scopes, texts, values, onCommit }: AddClauseProps) {
  const [form, setForm] = useState<ClauseForm>(() => emptyForm(FORM_FIELDS[0]!));
  const [scope, setScope] = useState<FilterName>('filter');
  const add = (clause: string) => {
    const edited = addClause(texts[scope], clause);
    if (edited.kind === 'refused') toast(edited.reason, { tone: 'danger' });
    else onCommit({ ...texts, [scope]: edited.text });
  };
  return (
    <div className={styles.editor}>
      <Select
        label="Scope"
        value={scope}
        onChange={setScope}
        options={scopes
          .filter(({ isOffered }) => isOffered)
          .map(({ name, title, hint }) => ({ value: name, label: title, description: hint }))}
      />
      <ClauseFormView form={form} onForm={setForm} values={values} submitLabel="Add" onSubmit={add} />
    </div>
  );
}
