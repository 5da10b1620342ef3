import { useMemo, useState } from 'react';
import type { Field } from '../../../filter/field.ts';
import type { LiveSource, ValueAsk, ValueKind } from '../../../filter/live-values.ts';
import { Button } from '../../../ui/button.tsx';
import { ComboBox } from '../../../ui/combo-box.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import styles from './builder.module.css';
import { type ClauseForm, clauseOf, withField } from './clause-form.ts';
import {
  findFormField,
  FORM_FIELDS,
  type FormOperator,
  needsValue,
  OPERATOR_WORDS,
  operatorsOf,
} from './form-fields.ts';
import { ValueBox } from './value-box.tsx';

export interface ClauseFormViewProps {
  readonly form: ClauseForm;
  readonly onForm: (form: ClauseForm) => void;
  readonly values: LiveSource;
  readonly submitLabel: string;
  readonly onSubmit: (clause: string) => void;
}

/** Field, operator, value; what is written shows below, so that the form teaches the language. */
export function ClauseFormView({ form, onForm, values, submitLabel, onSubmit }: ClauseFormViewProps) {
  const [isTried, setTried] = useState(false);
  const { subject } = form.field;
  const clause = clauseOf(form);
  const submit = () => {
    setTried(true);
    if (clause.kind === 'clause') onSubmit(clause.text);
  };
  return (
    <div className={styles.form}>
      <FieldBox form={form} onForm={onForm} />
      {subject.kind === 'pair' && (
        <ValueBox
          label="Key"
          value={form.key}
          onChange={(key) => onForm({ ...form, key })}
          ask={{ kind: `${subject.group}-keys`, prefix: '' }}
          values={values}
        />
      )}
      <Select
        label="Operator"
        value={form.op}
        onChange={(op: FormOperator) => onForm({ ...form, op })}
        options={operatorsOf(form.field).map((op) => ({ value: op, label: OPERATOR_WORDS[op] }))}
      />
      {needsValue(form.op) && <Value form={form} onForm={onForm} values={values} onEnter={submit} />}
      {clause.kind === 'clause' ? (
        <code className={styles.written}>{clause.text}</code>
      ) : (
        <p className={styles.reason} role={isTried ? 'alert' : undefined}>
          {clause.reason}
        </p>
      )}
      <div className={styles.actions}>
        <Button variant="primary" onPress={submit}>
          {submitLabel}
        </Button>
      </div>
    </div>
  );
}

function FieldBox({ form, onForm }: Pick<ClauseFormViewProps, 'form' | 'onForm'>) {
  const [text, setText] = useState(form.field.label);
  const items = useMemo(() => {
    const words = text === form.field.label ? '' : text.trim().toLowerCase();
    return FORM_FIELDS.filter(({ label }) => label.toLowerCase().includes(words));
  }, [text, form.field]);
  return (
    <ComboBox
      label="Field"
      items={items}
      selectedId={form.field.id}
      inputValue={text}
      onInputChange={setText}
      onSelect={(id) => {
        const field = findFormField(id);
        if (!field) return;
        setText(field.label);
        onForm(withField(form, field));
      }}
      onBlur={() => setText(form.field.label)}
    />
  );
}

interface ValueProps extends Pick<ClauseFormViewProps, 'form' | 'onForm' | 'values'> {
  readonly onEnter: () => void;
}

function Value({ form, onForm, values, onEnter }: ValueProps) {
  const { subject } = form.field;
  const field = subject.kind === 'field' ? subject.field : subject.value;
  const onChange = (value: string) => onForm({ ...form, value });
  if (form.op === 'in') {
    return (
      <TextField
        label="Values"
        value={form.value}
        onChange={onChange}
        isMultiline
        description="One for each line."
      />
    );
  }
  if (field.type === 'boolean') {
    return (
      <Select
        label="Value"
        value={form.value}
        onChange={onChange}
        options={[
          { value: '', label: 'Choose' },
          { value: 'true', label: 'true' },
          { value: 'false', label: 'false' },
        ]}
      />
    );
  }
  const ask = askOf(field, form.key);
  if (ask) {
    return <ValueBox label="Value" value={form.value} onChange={onChange} ask={ask} values={values} />;
  }
  return (
    <TextField
      label="Value"
      value={form.value}
      onChange={onChange}
      description={unitOf(field)}
      onEnter={onEnter}
    />
  );
}

function unitOf(field: Field): string | undefined {
  if (field.type === 'duration') return 'Seconds';
  if (field.type === 'time') return 'UTC, for example 2026-01-31T12:00';
  if (field.type === 'scalar') return 'A number counts as a number; in quotes it is a text.';
  return field.unit;
}

const BY_FIELD: Readonly<Record<string, ValueKind>> = { run_type: 'run-types', status: 'statuses' };

function askOf(field: Field, key: string): ValueAsk | undefined {
  const kind = BY_FIELD[field.name] ?? field.source;
  if (kind === undefined) return undefined;
  return { kind, prefix: '', ...(key.trim() === '' ? {} : { key: key.trim() }) };
}
