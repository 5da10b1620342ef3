/** Behind something finished: the comma, the bracket, or another filter around the whole. */
import { type CompletionDraft, type CompletionItem, ranked } from './completion-item.ts';
import { closersFor } from './call-path.ts';
import { scan } from './scan.ts';
import type { NextSituation } from './situation.ts';

export function completeNext(text: string, situation: NextSituation): readonly CompletionItem[] {
  const { after, isOpen } = situation;
  switch (after) {
    case 'field':
      return ranked([comma('the value comes next')]);
    case 'list item':
      return ranked([comma('another value'), ...(isOpen ? [closing(']', 'ends the list')] : [])]);
    case 'filter in and, or':
      return ranked([comma('another filter'), ...(isOpen ? closings(text, situation) : [])]);
    case 'last argument':
      return ranked(closings(text, situation));
    default:
      return ranked([around(text, 'and'), around(text, 'or')]);
  }
}

function comma(detail: string): CompletionDraft {
  const documentation = 'Arguments are separated by commas.';
  return { label: ',', kind: 'snippet', insertText: ', $1', isSnippet: true, detail, documentation };
}

function closing(insertText: string, detail: string): CompletionDraft {
  return { label: insertText, kind: 'snippet', insertText, isSnippet: false, detail, documentation: '' };
}

/** The bracket of this call, and those of all calls around it. */
function closings(text: string, { range }: NextSituation): readonly CompletionDraft[] {
  const all = closersFor(scan(text.slice(0, range.from)));
  const one = closing(')', 'ends this call');
  const isEnd = text.slice(range.to).trim() === '';
  return isEnd && all.length > 1 ? [one, closing(all, 'ends the filter')] : [one];
}

/** `a` → `and(a, |)`; into the brackets, when it is an and() already. */
function around(text: string, name: 'and' | 'or'): CompletionDraft {
  const tokens = scan(text);
  const first = tokens[0]!;
  const last = tokens.at(-1)!;
  const isAlready = first.text === name;
  return {
    label: name === 'and' ? 'and another condition' : 'or another condition',
    kind: 'snippet',
    insertText: ', $1)',
    isSnippet: true,
    detail: `${name}(…, …)`,
    documentation: name === 'and' ? 'Both have to hold.' : 'One of them has to hold.',
    also: [
      isAlready
        ? { from: last.from, to: last.to, text: '' }
        : { from: first.from, to: first.from, text: `${name}(` },
    ],
  };
}
