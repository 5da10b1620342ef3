import { Markdown } from '../../ui/markdown.tsx';
import { looksFormatted } from './looks-formatted.ts';
import { LongText } from './long-text.tsx';
import { useReadingPreferences } from './reading-preferences.ts';

/** Longer texts are folded as plain text first; formatting a novel helps nobody. */
const formattedUpTo = 20_000;

export function TextView({ text }: { readonly text: string }) {
  const isMarkdownShown = useReadingPreferences((preferences) => preferences.isMarkdownShown);
  return isMarkdownShown && text.length <= formattedUpTo && looksFormatted(text) ? (
    <Markdown text={text} />
  ) : (
    <LongText text={text} />
  );
}
