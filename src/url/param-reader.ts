/** Takes the parameters of a link one by one; each falls alone, and what fell or was not asked for is said. */
import type { RawLink } from './raw-link.ts';

export interface ParamReader {
  /** The value as it came; undefined when absent. */
  text(name: string): string | undefined;
  /** The parsed value; undefined when absent, or when unreadable (then with a sentence). */
  parsed<T>(name: string, parse: (text: string) => T | undefined, meaning: string): T | undefined;
  /** Every value of a repeated parameter. */
  all<T>(name: string, parse: (text: string) => T | undefined, meaning: string): readonly T[];
  /** Call last: reports the parameters that nobody asked for. */
  finish(): readonly string[];
}

const SECRET_NAME = /key|token|secret|password|authorization/i;

const shown = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** A value is never quoted: what stands in an unknown parameter may be a secret. */
const unknownSentence = (name: string) =>
  SECRET_NAME.test(name)
    ? `The link carries “${shown(name)}”. Runlens never takes secrets from links; it was ignored.`
    : `The link’s “${shown(name)}” is not known here and was ignored.`;

export function paramReader(params: RawLink['params'], problems: string[]): ParamReader {
  const asked = new Set<string>();
  const valuesOf = (name: string) => {
    asked.add(name);
    return params.filter(([key]) => key === name).map(([, value]) => value);
  };
  const read = <T>(name: string, value: string, parse: (text: string) => T | undefined, meaning: string) => {
    const result = parse(value);
    if (result === undefined)
      problems.push(`The link’s ${meaning} (${name}=${shown(value)}) could not be read and was left out.`);
    return result;
  };
  const text = (name: string) => {
    const values = valuesOf(name);
    if (values.length > 1) problems.push(`The link says “${name}” ${values.length} times; the first counts.`);
    return values[0];
  };
  return {
    text,
    parsed: (name, parse, meaning) => {
      const value = text(name);
      return value === undefined ? undefined : read(name, value, parse, meaning);
    },
    all: (name, parse, meaning) => valuesOf(name).flatMap((value) => read(name, value, parse, meaning) ?? []),
    finish: () => {
      const unknown = new Set(params.map(([name]) => name).filter((name) => !asked.has(name)));
      return [...problems, ...[...unknown].map(unknownSentence)];
    },
  };
}
