/** Numbers and durations. */
import { readDuration } from '../duration.ts';
import { callPath } from '../call-path.ts';
import { resolveField } from '../resolve-field.ts';
import { type FixMaker, type FixPlace, replace } from './fix.ts';

const repairNumber: FixMaker = ({ problem, source }) => {
  const bare = source.replaceAll('_', '').replace(/^([+-]?)\./, '$10.');
  if (/^[+-]?[\d.]+e\d+$/i.test(source)) return [];
  const quoted = replace(problem, JSON.stringify(source));
  return /^[+-]?\d+(?:\.\d+)?$/.test(bare) && bare !== source ? [replace(problem, bare), quoted] : [quoted];
};

const joinThousands: FixMaker = ({ problem, source }) => [replace(problem, source.replaceAll(/[,\s]/g, ''))];

/** `5s`, `5 s`, `500ms`: seconds where the field has them, else the text as it is. */
const repairDuration: FixMaker = (place) => {
  const compact = place.source.replaceAll(/\s/g, '');
  const duration = readDuration(compact);
  if (fieldTypeAt(place) !== 'duration' || duration.kind === 'unreadable') {
    return [replace(place.problem, JSON.stringify(place.source))];
  }
  const text = /\d(?:s|sec)$/i.test(compact)
    ? JSON.stringify(`${duration.seconds}s`)
    : String(duration.seconds);
  return [replace(place.problem, text)];
};

/** `"2m"`, `"500ms"`, `"5"`: a number of seconds, which every server takes. */
const inSeconds: FixMaker = (place) => {
  const value = place.tokens.find((token) => token.from === place.problem.from)?.value?.trim() ?? '';
  const duration = readDuration(value.replaceAll(/\s/g, ''));
  if (duration.kind !== 'unreadable') return [replace(place.problem, String(duration.seconds))];
  return /^\d+(?:\.\d+)?$/.test(value) ? [replace(place.problem, String(Number(value)))] : [];
};

function fieldTypeAt({ tokens, problem }: FixPlace): string | undefined {
  const before = tokens.filter((token) => token.to <= problem.from);
  const name = callPath(before).findLast((frame) => frame.kind === 'call')?.field;
  return name === undefined ? undefined : resolveField(name)?.type;
}

export const NUMBER_FIXES: Readonly<Record<string, FixMaker>> = {
  'bad-number': repairNumber,
  'thousands-separator': joinThousands,
  'unquoted-duration': repairDuration,
  'bad-duration': inSeconds,
  'unproven-unit': inSeconds,
};
