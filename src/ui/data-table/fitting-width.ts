/** Of what a column shows now, its header included: the rows in view and a few more. */
export function fittingWidth(scroller: HTMLElement, at: number): number {
  const parts = [...scroller.querySelectorAll<HTMLElement>(`[data-column="${at}"]`)];
  for (const { style } of parts) {
    style.width = 'max-content';
    style.flex = 'none';
  }
  const widths = parts.map(widthInCell);
  for (const { style } of parts) {
    style.width = '';
    style.flex = '';
  }
  // The rest of the table is to be seen beside a long text.
  const most = Math.max(LEAST, scroller.clientWidth * MOST_OF_VIEW);
  return Math.min(most, Math.ceil(Math.max(...widths)) + 1);
}

const MOST_OF_VIEW = 0.7;
const LEAST = 200;

/** With what stands before the content in its cell. */
function widthInCell(part: HTMLElement): number {
  const own = part.getBoundingClientRect();
  const cell = part.closest('[role="gridcell"]')?.getBoundingClientRect() ?? own;
  return own.right - cell.left;
}
