/** `langsmith run list …` and `langsmith trace list …`, LangSmith's own command line. */
import { shown } from './argument-notes.ts';
import { deploymentAt } from './deployment-hints.ts';
import type { CodeValue } from './evaluate-code.ts';
import type { Reading } from './patch.ts';
import { readArguments } from './read-arguments.ts';
import { shellWords } from './shell-words.ts';

const plain = (value: string | number | boolean): CodeValue => ({ kind: 'plain', value });
const quoted = (text: string) => JSON.stringify(text);

/** Without a start it looks at seven days. */
const DEFAULT_WINDOW = 7 * 86_400;

export function recogniseCli(text: string, now: number): Reading | undefined {
  const start =
    /(?:^|\n)\s*(?:[$%>]\s*)?((?:LANGSMITH_\w+=\S+\s+)*langsmith\s[^\n]*\b(?:run|trace)\s+list\b)/.exec(text);
  if (!start) return undefined;
  const { words, hasMore } = shellWords(text.slice(start.index).replace(/^\s*(?:[$%>]\s*)?/, ''));
  const notes = hasMore ? ['What follows the command is left out.'] : [];
  const isTraces = words.includes('trace');
  const values: [string, CodeValue][] = [];
  const filters: string[] = [];
  let workspaceId: string | undefined;
  for (let at = words.indexOf('langsmith') + 1; at < words.length; at++) {
    const [flag = '', inline] = words[at]!.split(/=([\s\S]*)/);
    const value = () => inline ?? words[(at += 1)] ?? '';
    if (!flag.startsWith('-')) continue;
    const taken = takeFlag(flag, value, filters, notes);
    if (taken === 'workspace') workspaceId = value();
    else if (taken) values.push(taken);
  }
  if (filters.length > 0)
    values.push(['filter', plain(filters.length > 1 ? `and(${filters.join(', ')})` : filters[0]!)]);
  const hasStart = values.some(([name]) => name === 'start_time');
  if (!hasStart) values.push(['start_time', { kind: 'ago', seconds: DEFAULT_WINDOW }]);
  const read = readArguments(values, 'v1', now);
  const endpoint = words.map((word) => /^LANGSMITH_ENDPOINT=(.+)$/.exec(word)?.[1]).find(Boolean);
  const deployment = endpoint === undefined ? undefined : deploymentAt(endpoint, workspaceId);
  return {
    kind: 'cli',
    confidence: 'sure',
    patch: { ...read.patch, view: isTraces ? 'traces' : 'runs', ...(deployment ? { deployment } : {}) },
    notes: [...notes, ...read.notes],
  };
}

function takeFlag(
  flag: string,
  value: () => string,
  filters: string[],
  notes: string[],
): [string, CodeValue] | 'workspace' | undefined {
  switch (flag) {
    case '--project':
      return ['project_name', plain(value())];
    case '--project-id':
      return ['project_id', plain(value())];
    case '--workspace':
      return 'workspace';
    case '--run-type':
      return ['run_type', plain(value())];
    case '--error':
    case '--no-error':
      return ['error', plain(flag === '--error')];
    case '--limit':
    case '-n':
      return ['limit', plain(Number(value()))];
    case '--since':
      return ['start_time', plain(value())];
    case '--last-n-minutes':
      return ['start_time', { kind: 'ago', seconds: Number(value()) * 60 }];
    default:
      return takeFilterFlag(flag, value, filters, notes);
  }
}

function takeFilterFlag(
  flag: string,
  value: () => string,
  filters: string[],
  notes: string[],
): [string, CodeValue] | undefined {
  if (flag === '--filter') filters.push(value());
  else if (flag === '--name') filters.push(`eq(name, ${quoted(value())})`);
  else if (flag === '--min-latency') filters.push(`gte(latency, ${Number(value())})`);
  else if (flag === '--max-latency') filters.push(`lte(latency, ${Number(value())})`);
  else if (flag === '--min-tokens') filters.push(`gte(total_tokens, ${Number(value())})`);
  else if (flag === '--tags') {
    const tags = value()
      .split(',')
      .map((tag) => `has(tags, ${quoted(tag.trim())})`);
    filters.push(tags.length > 1 ? `or(${tags.join(', ')})` : tags[0]!);
  } else if (flag === '--trace-ids') {
    const ids = value()
      .split(',')
      .map((id) => id.trim());
    if (ids.length === 1) return ['trace_id', plain(ids[0]!)];
    filters.push(`in(trace_id, ${JSON.stringify(ids)})`);
  } else if (!/^--(?:include-\w+|full|show-hierarchy|format|api-key)$/.test(flag)) {
    notes.push(`“${shown(flag)}” is not known here and is left out.`);
  }
  return undefined;
}
