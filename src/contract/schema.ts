/**
 * zod for the answers of a server. `jitless` because zod otherwise tries `new Function` once, which our
 * content security policy blocks and the browser reports as a violation.
 */
import * as z from 'zod/mini';
import { ContractError } from './contract-error.ts';

z.config({ jitless: true });

export type Schema<T> = z.ZodMiniType<T>;

/** The body as the schema describes it, or a ContractError that names the path asked and the field. */
export function checkBody<T>(schema: Schema<T>, body: unknown, path: string): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = issue?.path.map(String).join('.') || 'the body';
  throw new ContractError(path, field, `is not as expected (${issue?.message ?? 'invalid'})`);
}
