import { type Codec, type ExtractFormat, type ExtractSource, formatsOf } from '../../../extract/spec.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { Select } from '../../../ui/select.tsx';
import { KINDS, kindWords } from '../kind-words.ts';
import { MANIFEST_ELSEWHERE } from '../manifest-place.ts';
import { ColumnChoice } from './column-choice.tsx';
import { canBeFlat, type Draft, withKind } from './draft.ts';
import styles from './download-form.module.css';

interface ChoicesProps {
  readonly draft: Draft;
  readonly source: ExtractSource;
  readonly canPick: boolean;
  readonly onChange: (draft: Draft) => void;
}

const FORMATS: Readonly<Record<ExtractFormat, string>> = {
  csv: 'CSV',
  jsonl: 'JSON lines',
  parquet: 'Parquet',
};
const CODECS: readonly { readonly value: Codec; readonly label: string }[] = [
  { value: 'zstd', label: 'zstd (smaller)' },
  { value: 'snappy', label: 'Snappy (read everywhere)' },
];
const PLACES = [
  { value: 'picked', label: 'A file I choose now' },
  { value: 'browser', label: 'The browser’s downloads, when finished' },
] as const;

export function Choices({ draft, source, canPick, onChange }: ChoicesProps) {
  const { kind, format } = draft;
  const formats = formatsOf(kind);
  return (
    <div className={styles.choices}>
      <div className={styles.fields}>
        <Select
          label="What"
          value={kind}
          options={KINDS.map((value) => ({ value, label: kindWords(value, source).label }))}
          onChange={(next) => onChange(withKind(draft, next))}
        />
        {canPick && (
          <Select
            label="Save to"
            value={draft.isPicked ? 'picked' : 'browser'}
            options={PLACES}
            onChange={(place) => onChange({ ...draft, isPicked: place === 'picked' })}
          />
        )}
        {format === 'parquet' && (
          <Select
            label="Compression"
            value={draft.codec}
            options={CODECS}
            onChange={(codec) => onChange({ ...draft, codec })}
          />
        )}
      </div>
      {canPick && draft.isPicked && <p className={styles.note}>{MANIFEST_ELSEWHERE}</p>}
      <p className={styles.note}>{kindWords(kind, source).description}</p>
      <SegmentedControl
        label="Format"
        value={format}
        options={formats.map((value) => ({ value, label: FORMATS[value] }))}
        onChange={(next) => onChange({ ...draft, format: next })}
      />
      {canBeFlat(kind) && (
        <Checkbox
          isSelected={draft.isFlat}
          onChange={(isFlat) => onChange({ ...draft, isFlat })}
          description="inputs.question, outputs.answer, …: one level, deeper values stay JSON. Otherwise each stays one JSON value."
        >
          A column for each key of inputs, outputs and the like
        </Checkbox>
      )}
      {format === 'csv' && (
        <Checkbox
          isSelected={draft.isExcelSafe}
          onChange={(isExcelSafe) => onChange({ ...draft, isExcelSafe })}
          description="Texts that begin like a formula (= + - @) get an apostrophe in front, and the file says that it is UTF-8."
        >
          Safe to open in Excel
        </Checkbox>
      )}
      {kind === 'runs' && <ColumnChoice draft={draft} onChange={onChange} />}
    </div>
  );
}
