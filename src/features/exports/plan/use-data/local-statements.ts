/** Statements over files that were saved one by one into one folder of this computer. */
import { readParquet } from './duckdb-statement.ts';
import { pandasCount } from './pandas-statement.ts';
import { polarsCount } from './polars-statement.ts';
import { countQuery, pyText, type Statement, sqlText } from './statement.ts';

/** Names as they are saved, without folders; never none. */
export function localStatements(
  names: readonly string[],
  fields: readonly string[] | undefined,
): readonly Statement[] {
  return [
    {
      system: 'duckdb',
      title: 'DuckDB',
      text: countQuery(readParquet(listOf(names.map(sqlText)), false), fields),
      notes: ['Start duckdb in the folder that the files were saved to.'],
    },
    {
      system: 'clickhouse',
      title: 'ClickHouse',
      text: countQuery(`file(${sqlText(oneOf(names))}, 'Parquet')`, fields),
      notes: ['Start clickhouse local in the folder that the files were saved to.'],
    },
    {
      system: 'pandas',
      title: 'pandas',
      text: [
        '# pip install pandas pyarrow',
        'import pandas as pd',
        '',
        `files = ${listOf(names.map(pyText))}`,
        'runs = pd.concat([pd.read_parquet(file) for file in files], ignore_index=True)',
        pandasCount(fields),
      ].join('\n'),
      notes: [PYTHON_NOTE],
    },
    {
      system: 'polars',
      title: 'polars',
      text: [
        '# pip install polars',
        'import polars as pl',
        '',
        `files = ${listOf(names.map(pyText))}`,
        'runs = pl.scan_parquet(files)',
        polarsCount(fields),
      ].join('\n'),
      notes: [PYTHON_NOTE],
    },
  ];
}

const PYTHON_NOTE = 'Run it in the folder that the files were saved to.';

const listOf = (texts: readonly string[]) =>
  texts.length === 1 ? `[${texts[0]}]` : `[\n${texts.map((text) => `  ${text},`).join('\n')}\n]`;

/** A glob of ClickHouse. */
const oneOf = (names: readonly string[]) => (names.length === 1 ? names[0]! : `{${names.join(',')}}`);
