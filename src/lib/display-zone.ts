/**
 * The time zone in which the page speaks, when a link asks for another than the browser's. One for the whole
 * page: two zones side by side would be read wrongly. Who changes it renders everything again.
 */
let zone: string | undefined;

/** An IANA name; undefined = the zone of this browser. */
export const displayZone = (): string | undefined => zone;

export function setDisplayZone(next: string | undefined): void {
  zone = next;
}

export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
