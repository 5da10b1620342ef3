import type { PasteKind, RunsPatch } from '../../../snippets/paste/patch.ts';
import { windowLabel } from '../../../parts/pick/window-choices.ts';

export const KIND_WORDS: Readonly<Record<PasteKind, string>> = {
  'runlens-link': 'A Runlens link',
  'langsmith-link': 'A LangSmith link',
  curl: 'A curl command',
  cli: 'A command of the LangSmith command line',
  python: 'Python code',
  typescript: 'TypeScript code',
  json: 'A request body',
  filter: 'A filter',
  bar: 'A search-bar query',
  id: 'An id',
};

/** What the query will ask, line by line, so that a person sees it before pressing the button. */
export function patchLines(patch: RunsPatch): readonly (readonly [string, string])[] {
  const { projects, window, filter, traceFilter, treeFilter, args = {}, view } = patch;
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['project', projects?.map((hint) => hint.name ?? ('id' in hint ? hint.id : '')).join(', ')],
    ['rows', view],
    ['window', window && windowLabel(window)],
    ['filter', filter],
    ['trace_filter', traceFilter],
    ['tree_filter', treeFilter],
    ...Object.entries(args).map(([name, value]) => [snakeCase(name), printArgument(value)] as const),
  ];
  return lines.filter((line): line is readonly [string, string] => Boolean(line[1]));
}

function printArgument(value: unknown): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  return Array.isArray(value) ? value.join(', ') : JSON.stringify(value);
}

/** The names people know from the SDK. */
const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** More than one run, or a place alone. */
export const asksForRows = ({ open, filter, traceFilter, treeFilter, args, window }: RunsPatch): boolean =>
  open === undefined ||
  Boolean(filter || traceFilter || treeFilter || window || Object.keys(args ?? {}).length);
