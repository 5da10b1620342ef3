/**
 * One literal as a value of a field's type: seconds, epoch milliseconds, folded ids. The single place
 * that says what a field may be compared with; checking shows the note, evaluation uses the value. The
 * doubt is about LangSmith's servers only and is shown to those who ask one (portability.ts).
 */
import type { Scalar, Severity } from './ast.ts';
import { readDuration } from './duration.ts';
import type { Field } from './field.ts';
import type { ItemValue } from './flatten.ts';
import { parseTime } from './time.ts';

export interface Note {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
}

export type Reading =
  | { readonly kind: 'value'; readonly value: ItemValue; readonly note?: Note; readonly doubt?: Note }
  | { readonly kind: 'null'; readonly doubt?: Note }
  | { readonly kind: 'unusable'; readonly note: Note };

export function readValue(field: Field, literal: Scalar): Reading {
  if (literal.kind === 'null') return readNull(field);
  switch (field.type) {
    case 'scalar':
      return { kind: 'value', value: literal.value };
    case 'error':
      return literal.kind === 'number'
        ? wrongType(`"${field.name}" is compared with null, true, false or a text.`)
        : { kind: 'value', value: literal.value };
    case 'number':
      return readNumber(field, literal);
    case 'boolean':
      return readBoolean(field, literal);
    case 'duration':
      return readSeconds(field, literal);
    case 'time':
      return readMoment(field, literal);
    case 'uuid':
      return readId(field, literal);
    case 'enum':
      return readEnum(field, literal);
    default:
      return literal.kind === 'string'
        ? { kind: 'value', value: literal.value }
        : wrongType(`"${field.name}" is compared with a text in double quotes, not with a ${literal.kind}.`);
  }
}

function readNull(field: Field): Reading {
  if (field.type === 'error') return { kind: 'null' };
  if (!field.nullable) {
    return wrongType(`Every run has "${field.name}", so it is never null; compare it with a value.`);
  }
  const message = `Nobody has shown that LangSmith compares "${field.name}" with null. Here null means missing.`;
  return { kind: 'null', doubt: { code: 'unproven-null', severity: 'info', message } };
}

type NonNull = Exclude<Scalar, { kind: 'null' }>;

function readNumber(field: Field, literal: NonNull): Reading {
  if (literal.kind === 'number') return { kind: 'value', value: literal.value };
  if (literal.kind === 'boolean' && field.name === 'feedback_score') {
    const message = `LangSmith stores true as 1 and false as 0; write ${literal.value ? 1 : 0}.`;
    const doubt: Note = { code: 'boolean-score', severity: 'info', message };
    return { kind: 'value', value: literal.value ? 1 : 0, doubt };
  }
  const bare = literal.kind === 'string' && literal.value.trim() !== '' && Number(literal.value);
  return typeof bare === 'number' && Number.isFinite(bare)
    ? wrongType(`"${field.name}" is a number; write ${bare} without quotes.`)
    : wrongType(`"${field.name}" is a number, for example ${field.example}.`);
}

function readBoolean(field: Field, literal: NonNull): Reading {
  if (literal.kind === 'boolean') return { kind: 'value', value: literal.value };
  const bare = literal.kind === 'string' && /^(true|false)$/i.test(literal.value);
  return bare
    ? wrongType(`"${field.name}" is true or false; write ${literal.value.toLowerCase()} without quotes.`)
    : wrongType(`"${field.name}" is true or false, without quotes.`);
}

function readSeconds(field: Field, literal: NonNull): Reading {
  if (literal.kind === 'number') return { kind: 'value', value: literal.value };
  const hint = `write seconds, as 5 or "5s".`;
  if (literal.kind === 'boolean') return wrongType(`"${field.name}" is a duration; ${hint}`);
  const duration = readDuration(literal.value);
  if (duration.kind === 'seconds') return { kind: 'value', value: duration.seconds };
  if (duration.kind === 'unreadable') {
    return wrong('bad-duration', `"${literal.value}" is not a duration; ${hint}`);
  }
  const rewrite = `"${duration.seconds}s"`;
  if (duration.unit !== 'ms' || /\s/.test(literal.value)) {
    return wrong('bad-duration', `LangSmith only reads seconds; write ${rewrite}.`);
  }
  const message = `LangSmith's documents only know the unit s; write ${rewrite} to be safe.`;
  const doubt: Note = { code: 'unproven-unit', severity: 'info', message };
  return { kind: 'value', value: duration.seconds, doubt };
}

function readMoment(field: Field, literal: NonNull): Reading {
  const hint = 'write ISO 8601 in quotes, as "2026-01-31" or "2026-01-31T12:00:00Z".';
  if (literal.kind !== 'string') return wrongType(`"${field.name}" is a time; ${hint}`);
  const value = parseTime(literal.value);
  return value === undefined
    ? wrong('bad-time', `"${literal.value}" is not a possible time; ${hint}`)
    : { kind: 'value', value };
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

function readId(field: Field, literal: NonNull): Reading {
  if (literal.kind !== 'string') return wrongType(`"${field.name}" is an id; write it in double quotes.`);
  // Ids compare without letter case, as UUIDs do; the SDKs and the stores write them in lower case.
  const value = literal.value.toLowerCase();
  if (UUID.test(value)) return { kind: 'value', value };
  const message = `"${literal.value}" does not look like a full id (UUID); LangSmith may refuse it.`;
  return { kind: 'value', value, note: { code: 'not-an-id', severity: 'info', message } };
}

function readEnum(field: Field, literal: NonNull): Reading {
  const known = field.values ?? [];
  const list = known.map((value) => `"${value}"`).join(', ');
  if (literal.kind !== 'string') return wrongType(`"${field.name}" is one of ${list}.`);
  if (known.includes(literal.value)) return { kind: 'value', value: literal.value };
  const lower = literal.value.toLowerCase();
  const message = known.includes(lower)
    ? `Inside filters "${field.name}" is in lower case; write "${lower}".`
    : `"${literal.value}" is not a known ${field.name}; known are ${list}.`;
  return {
    kind: 'value',
    value: literal.value,
    note: { code: 'unknown-value', severity: 'warning', message },
  };
}

function wrongType(message: string): Reading {
  return wrong('wrong-type', message);
}

function wrong(code: string, message: string): Reading {
  return { kind: 'unusable', note: { code, severity: 'error', message } };
}
