/** What is offered for a text that somebody pasted into the box of a filter. */
import { hasErrors, diagnose } from '../../../filter/diagnose.ts';
import type { Recognised } from '../../../snippets/paste/patch.ts';
import { recognise } from '../../../snippets/paste/recognise.ts';

/**
 * Undefined where the box understands the text as it is, or where it could be anything: words that may as
 * well be the beginning of a filter are left to the problems below the box.
 */
export function readPaste(text: string, language: 'api' | 'bar', now: number): Recognised | undefined {
  const found = recognise(text, now);
  if (!found || found.confidence === 'maybe') return undefined;
  if (found.kind === 'bar') return language === 'bar' ? undefined : found;
  if (found.kind !== 'filter') return found;
  const filter = found.patch.filter ?? '';
  const isAsItStands = language === 'api' && filter.trim() === text.trim();
  return isAsItStands || hasErrors(diagnose(filter)) ? undefined : found;
}

/** Only a filter: it goes into the box it was pasted into, and nothing else of the question changes. */
export const isOnlyFilter = ({ kind }: Recognised): boolean => kind === 'filter' || kind === 'bar';
