/** Where to scroll so that a row is in view. `height` is what rows have, without the sticky header. */
export function scrollTopFor(
  row: number,
  align: 'nearest' | 'center',
  view: { readonly scrollTop: number; readonly height: number; readonly rowHeight: number },
): number {
  const top = row * view.rowHeight;
  const isInView = top >= view.scrollTop && top + view.rowHeight <= view.scrollTop + view.height;
  if (isInView) return view.scrollTop;
  if (align === 'center') return Math.max(0, top - (view.height - view.rowHeight) / 2);
  return top < view.scrollTop ? top : top + view.rowHeight - view.height;
}
