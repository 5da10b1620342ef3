import * as z from 'zod/mini';
import { parseTime } from '../wire/parse-time.ts';
import { normalId } from '../wire/normal-id.ts';

/** Building blocks of request schemas. Clients send null for "not given" everywhere (WIRE §7). */
export const id = z.pipe(
  z.string(),
  z.transform((text) => normalId(text)),
);

export const ids = z.array(id);

/** The JS SDK sends one id where the API declares a list (WIRE §7). */
export const oneOrMoreIds = z.pipe(
  z.union([id, ids]),
  z.transform((value) => (typeof value === 'string' ? [value] : value)),
);

export const time = z.pipe(
  z.union([z.string(), z.number()]),
  z.transform((value, context) => {
    const parsed = parseTime(value);
    if (parsed !== undefined) return parsed;
    context.issues.push({
      code: 'custom',
      message: `Input should be a date and time such as 2026-01-31T12:00:00Z, not ${JSON.stringify(value)}`,
      input: value,
    });
    return z.NEVER;
  }),
);

/** A whole number without an upper bound: v1 clamps what is too large, it does not refuse it (WIRE §7). */
export const positiveInteger = z
  .number({ error: 'Input should be a valid integer' })
  .check(
    z.int({ error: 'Input should be a valid integer' }),
    z.minimum(1, { error: 'Input should be greater than or equal to 1' }),
  );

export const jsonObject = z.record(z.string(), z.json());
