/**
 * CSV as RFC 4180 has it: CRLF, quotes doubled, a header. An empty text is quoted and a missing value is
 * not, so that readers who can tell them apart do. UTF-8; with a byte order mark when a spreadsheet is
 * meant, which takes the text for another encoding without it.
 */
import type { JsonObject, JsonValue } from '../../contract/run.ts';
import type { Column } from '../column-type.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/** Excel cuts longer cells without a word. */
const LONGEST_EXCEL_CELL = 32_767;

/** Texts that spreadsheets run as formulas (OWASP, CSV injection), also full-width. Numbers are no texts and stay as they are. */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

const quoted = (text: string) =>
  text === '' || NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

export interface CsvReport {
  /** Cells that got an apostrophe in front. */
  readonly defused: number;
  /** Cells that Excel would cut. */
  readonly long: number;
}

export interface CsvWriter {
  header(): string;
  line(row: JsonObject): string;
  report(): CsvReport;
}

export function csvWriter(columns: readonly Column[], isExcelSafe: boolean): CsvWriter {
  let defused = 0;
  let long = 0;

  function textCell(text: string): string {
    if (text.length > LONGEST_EXCEL_CELL) long += 1;
    if (!isExcelSafe || !FORMULA.test(text)) return quoted(text);
    defused += 1;
    return quoted(`'${text}`);
  }

  function cell(value: JsonValue | undefined): string {
    if (value === null || value === undefined) return '';
    // A text is itself in every column: what stands in other rows must not change how it is written.
    if (typeof value === 'string') return textCell(value);
    return typeof value === 'object' ? textCell(JSON.stringify(value)) : quoted(JSON.stringify(value));
  }

  return {
    header: () =>
      `${isExcelSafe ? BYTE_ORDER_MARK : ''}${columns.map(({ name }) => textCell(name)).join(',')}\r\n`,
    line: (row) => `${columns.map(({ name }) => cell(row[name])).join(',')}\r\n`,
    report: () => ({ defused, long }),
  };
}
