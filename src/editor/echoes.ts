/**
 * Tells the editor's own words, coming back, from text that somebody else wrote. A page that is slower than
 * the fingers gives back what was typed a moment ago: to take that for news would undo the keys pressed since.
 */
export interface Echoes {
  /** The editor has told the page this text. */
  told(text: string): void;
  /** Whether the page's text is new to the editor, which shows `current`. */
  isNews(text: string, current: string): boolean;
}

export function echoes(): Echoes {
  let unanswered: string[] = [];
  return {
    told: (text) => {
      unanswered.push(text);
    },
    isNews: (text, current) => {
      const place = unanswered.lastIndexOf(text);
      // The page has seen all up to here, and something other than what was told ends the conversation.
      unanswered = place === -1 ? [] : unanswered.slice(place + 1);
      return place === -1 && text !== current;
    },
  };
}
