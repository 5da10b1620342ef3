/** The moment in the first 48 bits of a UUID version 7, epoch milliseconds; undefined for other ids. */
export function uuidTime(id: string): number | undefined {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-7/i.test(id)
    ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
    : undefined;
}
