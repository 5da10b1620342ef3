import type { Context } from 'hono';
import { parseTime } from '../wire/parse-time.ts';
import { normalId } from '../wire/normal-id.ts';
import { HttpError, invalid } from './http-error.ts';

/** Typed reading of a query string; what cannot be read is a 422 that names the parameter. */
export class QueryParams {
  readonly #params: URLSearchParams;

  constructor(c: Context) {
    this.#params = new URL(c.req.url).searchParams;
  }

  text(name: string): string | undefined {
    return this.#params.get(name) ?? undefined;
  }

  /** Repeated keys; axios-style `name[]` is accepted too. */
  texts(name: string): readonly string[] | undefined {
    const values = [...this.#params.getAll(name), ...this.#params.getAll(`${name}[]`)];
    return values.length > 0 ? values : undefined;
  }

  id(name: string): string | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : normalId(text);
  }

  ids(name: string): readonly string[] | undefined {
    return this.texts(name)?.map(normalId);
  }

  requiredId(name: string): string {
    const id = this.id(name);
    if (id === undefined) throw invalid('query', name, 'Field required', 'missing');
    return id;
  }

  boolean(name: string): boolean | undefined {
    const text = this.text(name)?.toLowerCase();
    if (text === undefined || text === '') return undefined;
    if (['true', '1', 'yes', 'on'].includes(text)) return true;
    if (['false', '0', 'no', 'off'].includes(text)) return false;
    throw invalid('query', name, 'Input should be a valid boolean', 'bool_parsing');
  }

  integer(name: string, range: { min: number; max?: number; byDefault: number }): number {
    const text = this.text(name);
    if (text === undefined || text === '') return range.byDefault;
    const value = Number(text);
    const max = range.max ?? Number.MAX_SAFE_INTEGER;
    if (Number.isInteger(value) && value >= range.min && value <= max) return value;
    const bounds = range.max === undefined ? `at least ${range.min}` : `from ${range.min} to ${range.max}`;
    throw invalid('query', name, `Input should be a whole number ${bounds}`, 'int_parsing');
  }

  time(name: string): number | undefined {
    const text = this.text(name);
    if (text === undefined || text === '') return undefined;
    const time = parseTime(text);
    if (time !== undefined) return time;
    throw invalid('query', name, 'Input should be a date and time such as 2026-01-31T12:00:00Z', 'datetime');
  }

  oneOf<Value extends string>(name: string, allowed: readonly Value[]): Value | undefined {
    const text = this.text(name);
    return text === undefined || text === '' ? undefined : member(name, text, allowed);
  }

  manyOf<Value extends string>(name: string, allowed: readonly Value[]): readonly Value[] | undefined {
    return this.texts(name)?.map((text) => member(name, text, allowed));
  }
}

function member<Value extends string>(name: string, text: string, allowed: readonly Value[]): Value {
  const found = allowed.find((value) => value === text);
  if (found !== undefined) return found;
  const msg = `"${text}" is not one of ${allowed.join(', ')}`;
  throw new HttpError(422, [{ loc: ['query', name], msg, type: 'enum' }]);
}
