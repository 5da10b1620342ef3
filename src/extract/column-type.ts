/** What a column holds. `json` is any JSON as text; `texts` a list of texts. */
export type ColumnType = 'text' | 'time' | 'integer' | 'number' | 'boolean' | 'texts' | 'json';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
}
