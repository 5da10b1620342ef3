/**
 * `dotted_order`: one `YYYYMMDDTHHMMSSffffffZ<id>` per level joined by dots; sorting by it gives tree
 * pre-order (CONTRACT §5). v2's example has ids without dashes and a trailing dot (UNKNOWNS U17).
 */
const SEGMENT = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{1,6})?Z(.+)$/;

interface DottedSegment {
  /** Epoch milliseconds; undefined when the stamp is unreadable. */
  readonly time: number | undefined;
  readonly id: string;
}

export function printSegment(time: number, id: string): string {
  const micros = Math.round(time * 1000);
  const iso = new Date(Math.floor(micros / 1000)).toISOString();
  const rest = String(micros - Math.floor(micros / 1000) * 1000).padStart(3, '0');
  const day = iso.slice(0, 4) + iso.slice(5, 7) + iso.slice(8, 10);
  const clock = iso.slice(11, 13) + iso.slice(14, 16) + iso.slice(17, 19);
  return `${day}T${clock}${iso.slice(20, 23)}${rest}Z${id}`;
}

/** Root first. Ids may hold dots themselves, so a level begins only where a stamp begins. */
export function readDottedOrder(text: string): readonly DottedSegment[] {
  return text
    .replace(/\.$/, '')
    .split(/\.(?=\d{8}T\d{6,12}Z)/)
    .flatMap(readSegment);
}

function readSegment(text: string): DottedSegment[] {
  const match = SEGMENT.exec(text);
  if (!match) return [];
  const [, year, month, day, hour, minute, second, fraction = '', id] = match;
  const seconds = Date.UTC(+year!, +month! - 1, +day!, +hour!, +minute!, +second!);
  const time = (seconds * 1000 + Number(fraction.padEnd(6, '0'))) / 1000;
  return [{ time: Number.isNaN(time) ? undefined : time, id: dashed(id!) }];
}

function dashed(id: string): string {
  const plain = /^([\da-f]{8})([\da-f]{4})([\da-f]{4})([\da-f]{4})([\da-f]{12})$/i.exec(id);
  return plain ? plain.slice(1).join('-') : id;
}
