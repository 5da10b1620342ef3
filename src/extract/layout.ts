/** What is known of a file's columns before any row is. */
import type { Column } from './column-type.ts';
import { FEEDBACK_COLUMNS } from './rows/feedback-row.ts';
import { runColumns } from './run-columns.ts';
import type { ExtractSpec } from './spec.ts';

export interface Layout {
  readonly columns: readonly Column[];
  /** Parents of dotted columns, in the order their columns stand. */
  readonly prefixes: readonly string[];
}

const text = (name: string): Column => ({ name, type: 'text' });
const json = (name: string): Column => ({ name, type: 'json' });
const TOOLS: Column = { name: 'tools_involved', type: 'texts' };

/** Nested columns that a person chose, as they stand in a flat file. */
export const nestedNames = (columns: readonly string[]): readonly string[] =>
  runColumns(columns).flatMap(({ name, isNested }) => (isNested === true ? [name] : []));

export function layoutOf({ kind, isFlat, columns }: ExtractSpec): Layout {
  switch (kind) {
    case 'runs': {
      const nested = isFlat ? nestedNames(columns) : [];
      const known = runColumns(columns).filter(({ name }) => !nested.includes(name));
      return { columns: known.map(({ name, type }) => ({ name, type })), prefixes: nested };
    }
    case 'traces': {
      const id = [text('run_id'), text('run_name'), text('run_type')];
      return isFlat
        ? { columns: [...id, TOOLS], prefixes: ['inputs', 'outputs'] }
        : { columns: [...id, json('inputs'), json('outputs'), TOOLS], prefixes: [] };
    }
    case 'retrievers': {
      const id = [text('run_id'), text('run_name')];
      const parts = ['inputs', 'outputs', 'feedback', 'retriever.inputs', 'retriever.outputs'];
      return isFlat
        ? { columns: id, prefixes: parts }
        : { columns: [...id, ...parts.map(json)], prefixes: [] };
    }
    case 'feedback':
      return { columns: FEEDBACK_COLUMNS, prefixes: [] };
    default:
      return { columns: [], prefixes: [] };
  }
}
