import type { Context } from 'hono';
import * as z from 'zod/mini';
import type { JsonValue } from '../../../contract/run.ts';
import { HttpError, type Issue } from './http-error.ts';

/** U20: generous for filters, small enough that a mistaken upload to a query route is told apart. */
const QUERY_LIMIT_BYTES = 1024 * 1024;

/** The body of a query, checked against its schema; the errors are FastAPI's (CONTRACT §2). */
export async function readQueryBody<Schema extends z.ZodMiniType>(
  c: Context,
  schema: Schema,
): Promise<z.output<Schema>> {
  const bytes = await c.req.raw.arrayBuffer();
  if (bytes.byteLength > QUERY_LIMIT_BYTES) {
    throw new HttpError(
      413,
      `The body of a query may be 1 MiB at most; this one has ${bytes.byteLength} bytes. Ask for fewer ids at a time or shorten the filter.`,
    );
  }
  return check(schema, parseJson(new TextDecoder().decode(bytes)));
}

/** Any JSON body, whatever its content type says (the SDK shares runs as text/plain, WIRE §7). */
export async function readJsonBody<Schema extends z.ZodMiniType>(
  c: Context,
  schema: Schema,
): Promise<z.output<Schema>> {
  return check(schema, parseJson(await c.req.raw.text()));
}

function parseJson(text: string): JsonValue {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text) as JsonValue;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new HttpError(422, [{ loc: ['body'], msg: `JSON decode error: ${reason}`, type: 'json_invalid' }]);
  }
}

export function check<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
  place: 'body' | 'query' = 'body',
): z.output<Schema> {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  throw new HttpError(
    422,
    result.error.issues.map((issue) => issueOf(issue, place)),
  );
}

function issueOf(issue: z.core.$ZodIssue, place: string): Issue {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  return { loc: [place, ...path], msg: issue.message || 'Invalid input', type: issue.code };
}
