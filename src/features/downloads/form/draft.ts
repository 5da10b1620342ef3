/** What the form holds; the download's spec is made of it. */
import { DEFAULT_RUN_COLUMNS, RUN_COLUMNS } from '../../../extract/run-columns.ts';
import {
  formatsOf,
  type Codec,
  type ExtractFormat,
  type ExtractKind,
  type ExtractSource,
  type ExtractSpec,
} from '../../../extract/spec.ts';

export interface Draft {
  readonly kind: ExtractKind;
  readonly format: ExtractFormat;
  readonly codec: Codec;
  readonly isFlat: boolean;
  readonly isExcelSafe: boolean;
  readonly columns: readonly string[];
  /** Ask where the file goes before the start, where the browser can. */
  readonly isPicked: boolean;
}

/** LangSmith's script leaves inputs and outputs of traces as they are, and spreads those of retrievers. */
const flatByDefault = (kind: ExtractKind): boolean => kind === 'runs' || kind === 'retrievers';

export const newDraft = (kind: ExtractKind, canPick: boolean): Draft => ({
  ...withKind(
    { format: 'csv', codec: 'zstd', isExcelSafe: true, columns: DEFAULT_RUN_COLUMNS, isPicked: canPick },
    kind,
  ),
});

export function withKind(draft: Omit<Draft, 'kind' | 'isFlat'>, kind: ExtractKind): Draft {
  const formats = formatsOf(kind);
  const format = formats.includes(draft.format) ? draft.format : formats[0]!;
  return { ...draft, kind, format, isFlat: flatByDefault(kind) };
}

/** Columns keep the order of the catalogue, whatever the order of the presses. */
export const withColumn = (draft: Draft, name: string, isOn: boolean): Draft => ({
  ...draft,
  columns: RUN_COLUMNS.map((column) => column.name).filter((known) =>
    known === name ? isOn : draft.columns.includes(known),
  ),
});

export const canBeFlat = (kind: ExtractKind): boolean =>
  kind === 'runs' || kind === 'traces' || kind === 'retrievers';

export function specOf(draft: Draft, source: ExtractSource): ExtractSpec {
  const { kind, format, codec, isFlat, isExcelSafe, columns } = draft;
  return {
    kind,
    source,
    format,
    codec,
    isFlat: isFlat && canBeFlat(kind),
    isExcelSafe,
    columns: kind === 'runs' ? columns : [],
  };
}
