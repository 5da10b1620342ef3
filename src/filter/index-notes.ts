import type { Field } from './field.ts';

/** What a positive answer of LangSmith's can miss for a field (FILTER-LANGUAGE §6), in words. */
export function indexNote({ name, type, pair }: Field): string | undefined {
  if (pair?.group === 'metadata' || pair?.group === 'input' || pair?.group === 'output') {
    return pair.part === 'key'
      ? 'LangSmith indexes up to 100 keys of a run; nested keys are joined by dots, array positions left out.'
      : 'LangSmith does not index values longer than 250 characters.';
  }
  if (type === 'text') {
    return 'LangSmith indexes the first 250 characters, or on newer servers 2,000 words; very common words, single letters and, there, bare numbers are left out.';
  }
  if (name === 'thread_id') return 'Servers look into thread_id, session_id and conversation_id.';
  return name === 'metadata' ? 'LangSmith indexes up to 100 keys of a run.' : undefined;
}

export const SEARCH_NOTE =
  'LangSmith indexes the first 250 characters of a text, or on newer servers 2,000 words of 2 to 44 letters; very common words, single letters and, there, bare numbers and addresses are left out.';
