/** Ways out of what is wrong in a search-bar query; each is tried before it is offered. */
import type { Problem } from '../ast.ts';
import { readDuration } from '../duration.ts';
import type { Fix } from '../fixes/fix.ts';
import { nearest } from '../nearest.ts';
import { applyEdits } from '../text-edit.ts';
import { type BarField, BAR_FIELDS, findBarField } from './bar-field.ts';
import { checkBar } from './check-bar.ts';
import { parseBar } from './parse-bar.ts';

export function barFixes(text: string, problem: Problem): readonly Fix[] {
  const { from, to, code } = problem;
  const source = text.slice(from, to);
  return sketch(text, problem, source)
    .filter((written) => faults(applyEdits(text, [{ from, to, text: written }])) < faults(text))
    .map((written, index) => ({
      kind: 'edit',
      title: `Write ${written}`,
      code,
      edits: [{ from, to, text: written }],
      isPreferred: index === 0,
    }));
}

function sketch(text: string, { code, from }: Problem, source: string): readonly string[] {
  const field = fieldBefore(text, from);
  switch (code) {
    case 'not-a-number':
      return asNumber(source, field);
    case 'unknown-field': {
      const near = nearest(
        source.toLowerCase(),
        BAR_FIELDS.map(({ name }) => name),
      );
      return near === undefined ? [] : [near];
    }
    case 'unknown-value': {
      const near = field?.values && nearest(source.toLowerCase(), field.values);
      return near === undefined ? [] : [near];
    }
    case 'illegal-operator':
      return source.replace(/^-/, '') === 'error:*' ? [source.replace('error:*', 'status:error')] : [];
    default:
      return [];
  }
}

/** `2m` and `500ms` where the bar wants seconds; `1,000` anywhere. */
function asNumber(source: string, field: BarField | undefined): readonly string[] {
  const bare = source.replace(/^"|"$/g, '').trim();
  const isDuration = field?.name === 'latency' || field?.name === 'first_token_time';
  const duration = isDuration ? readDuration(bare.replaceAll(/\s/g, '')) : undefined;
  if (duration && duration.kind !== 'unreadable') return [String(duration.seconds)];
  const joined = bare.replaceAll(/[,_]/g, '');
  return joined !== source && /^[+-]?\d+(?:\.\d+)?$/.test(joined) ? [joined] : [];
}

function fieldBefore(text: string, at: number): BarField | undefined {
  const name = /([a-z_]+)(?:\.[^\s:]*)?:(?:[[{][^\]}]*|[^\s:]*)$/i.exec(text.slice(0, at))?.[1];
  return name === undefined ? undefined : findBarField(name);
}

function faults(text: string): number {
  const { tree, problems } = parseBar(text);
  return problems.length + checkBar(tree).length;
}
