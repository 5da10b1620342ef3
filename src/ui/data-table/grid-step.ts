/** A cell of the table. Row -1 is the header. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Whole rows that fit the view. */
  readonly pageRows: number;
}

interface Press {
  readonly key: string;
  readonly isCommand: boolean;
}

/** Where a key leads, as the ARIA grid pattern has it; undefined = not a key of the grid. */
export function gridStep(from: GridCell, press: Press, size: GridSize): GridCell | undefined {
  const lastRow = size.rowCount - 1;
  const lastColumn = size.columnCount - 1;
  const to = (row: number, column: number): GridCell => ({
    row: Math.min(lastRow, Math.max(-1, row)),
    column: Math.min(lastColumn, Math.max(0, column)),
  });
  const page = Math.max(1, size.pageRows - 1);
  switch (press.key) {
    case 'ArrowDown':
      return to(press.isCommand ? lastRow : from.row + 1, from.column);
    case 'ArrowUp':
      return to(press.isCommand ? 0 : from.row - 1, from.column);
    case 'ArrowRight':
      return to(from.row, press.isCommand ? lastColumn : from.column + 1);
    case 'ArrowLeft':
      return to(from.row, press.isCommand ? 0 : from.column - 1);
    case 'PageDown':
      return to(from.row + page, from.column);
    case 'PageUp':
      return to(Math.max(0, from.row - page), from.column);
    case 'Home':
      return press.isCommand ? to(0, 0) : to(from.row, 0);
    case 'End':
      return press.isCommand ? to(lastRow, lastColumn) : to(from.row, lastColumn);
    default:
      return undefined;
  }
}
