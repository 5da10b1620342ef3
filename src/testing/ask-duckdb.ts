import { DuckDBInstance } from '@duckdb/node-api';

export interface DuckDb {
  /** The first column of each row, as text. */
  ids(sql: string): Promise<readonly string[]>;
  close(): void;
}

/** Native DuckDB in memory: for tests only, an oracle that we did not write. */
export async function openDuckDb(): Promise<DuckDb> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  return {
    ids: async (sql) => {
      const reader = await connection.runAndReadAll(sql);
      return reader.getRows().map(([first]) => String(first));
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
