/** A body of a query as JSON, or as JavaScript and Python write objects. */
import { canonicalName } from './argument-names.ts';
import { CodeEvaluator, type CodeValue, type Variables } from './evaluate-code.ts';
import { CodeParser, SPREAD } from './parse-code.ts';
import { type NamedValues, type ReadArguments, readArguments } from './read-arguments.ts';

const NOTHING: Variables = new Map();

/** Undefined when the text is no object, or one in which no argument of a query occurs. */
export function readBody(
  text: string,
  generation: 'v1' | 'v2' | undefined,
  now: number,
): ReadArguments | undefined {
  const members = membersOf(text, now);
  if (!members?.some(([name]) => canonicalName(name) !== undefined)) return undefined;
  return readArguments(members, generation ?? generationOf(members), now);
}

export function membersOf(text: string, now: number): NamedValues | undefined {
  const trimmed = text.trim();
  if (!trimmed.startsWith('{')) return undefined;
  const json = parsedJson(trimmed);
  if (json?.kind === 'record') return json.members;
  const parser = new CodeParser(trimmed);
  const value = new CodeEvaluator(NOTHING, now).value(parser.expression());
  return value.kind === 'record' ? value.members.filter(([name]) => name !== SPREAD) : undefined;
}

/** Names that only v2 has. */
function generationOf(members: NamedValues): 'v1' | 'v2' {
  return members.some(([name]) =>
    /^(?:project_ids?|min_start_time|max_start_time|selects|has_error|page_size|ids)$/.test(name),
  )
    ? 'v2'
    : 'v1';
}

function parsedJson(text: string): CodeValue | undefined {
  try {
    return valueOf(JSON.parse(text), 0);
  } catch {
    // Not JSON; the caller reads it as code.
    return undefined;
  }
}

const DEEPEST = 30;

function valueOf(json: unknown, depth: number): CodeValue {
  if (depth > DEEPEST) return { kind: 'unknown', text: '…' };
  if (Array.isArray(json)) return { kind: 'list', items: json.map((item) => valueOf(item, depth + 1)) };
  if (typeof json === 'object' && json !== null) {
    const members = Object.entries(json).map(([name, value]) => [name, valueOf(value, depth + 1)] as const);
    return { kind: 'record', members };
  }
  return { kind: 'plain', value: json as string | number | boolean | null };
}
