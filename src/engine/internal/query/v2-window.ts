const DAY = 24 * 60 * 60 * 1000;

/** The window that v2 puts on a query that names none: the last 24 hours (CONTRACT §7.1). */
export function v2Window(
  body: { readonly min_start_time?: number | null; readonly max_start_time?: number | null },
  now: number,
): { readonly from: number; readonly to?: number; readonly isDefault: boolean } {
  const to = body.max_start_time ?? undefined;
  const from = body.min_start_time ?? now - DAY;
  return { from, isDefault: typeof body.min_start_time !== 'number', ...(to !== undefined && { to }) };
}
