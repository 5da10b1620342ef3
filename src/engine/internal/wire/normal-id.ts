const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;

/** UUIDs compare in lower case with dashes; any other text a client chose as an id is kept as it is. */
export function normalId(text: string): string {
  if (!UUID.test(text)) return text;
  const digits = text.toLowerCase();
  if (digits.length === 36) return digits;
  return digits.replaceAll('-', '').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
