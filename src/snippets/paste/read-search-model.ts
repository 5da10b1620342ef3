/** `?searchModel={"filter":…}&timeModel={"duration":"7d"}` of LangSmith's list of runs; seen in the wild, documented nowhere. */
import type { WindowChoice } from '../../url/screens.ts';
import { parseWindow } from '../../url/window-text.ts';
import { shown } from './argument-notes.ts';
import type { CodeValue } from './evaluate-code.ts';
import type { RunsPatch } from './patch.ts';
import { readArguments, type ReadArguments } from './read-arguments.ts';
import { membersOf } from './read-body.ts';

const ALIASES: Readonly<Record<string, string>> = {
  searchFilter: 'search_filter',
  rootFilter: 'trace_filter',
};

export function readSearchModel(url: URL, now: number): ReadArguments {
  const notes: string[] = [];
  const model = decoded(url.searchParams.get('searchModel'));
  const members = model === null ? [] : membersOf(model, now);
  if (!members) notes.push('The search in the address could not be read.');
  const named = (members ?? []).map(([name, value]) => [ALIASES[name] ?? name, value] as const);
  const read = readArguments(named, 'v1', now);
  const time = timeOf(url, now, notes);
  const { window: _, view: __, ...patch } = read.patch;
  const hasBounds = read.patch.window?.kind === 'absolute' || read.patch.window?.kind === 'relative';
  const window = time ?? (hasBounds ? read.patch.window : undefined);
  const whole: RunsPatch = { ...patch, view: 'runs', ...(window ? { window } : {}) };
  return { patch: whole, notes: [...notes, ...read.notes] };
}

/** Programs that pass links on encode them once more. */
function decoded(param: string | null): string | null {
  let text = param;
  for (let round = 0; round < 3 && text !== null && /^\s*%(?:25)*7B/i.test(text); round++) {
    try {
      text = decodeURIComponent(text);
    } catch {
      // A torn escape: what can be read is read as it is.
      break;
    }
  }
  return text;
}

function timeOf(url: URL, now: number, notes: string[]): WindowChoice | undefined {
  const text = decoded(url.searchParams.get('timeModel'));
  if (text === null) return undefined;
  const members = new Map<string, CodeValue>(membersOf(text, now) ?? []);
  const duration = members.get('duration');
  const choice = duration?.kind === 'plain' ? parseWindow(String(duration.value)) : undefined;
  if (choice) return choice;
  const bounds = [...members].filter(([name]) => /^(?:start_?time|end_?time)$/i.test(name));
  if (bounds.length > 0) return readArguments(bounds, 'v1', now).patch.window;
  notes.push(`The time range of the address (${shown(text)}) could not be read.`);
  return undefined;
}
