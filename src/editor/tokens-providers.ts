import type { languages } from 'monaco-editor/editor';
import { barLineTokens } from './bar-line-tokens.ts';
import { lineTokens } from './line-tokens.ts';

interface LineState extends languages.IState {
  readonly openQuote: string;
}

const stateOf = (openQuote: string): LineState => ({
  openQuote,
  clone: () => stateOf(openQuote),
  equals: (other) => 'openQuote' in other && other.openQuote === openQuote,
});

export const filterTokensProvider: languages.TokensProvider = {
  getInitialState: () => stateOf(''),
  tokenize(line, state) {
    const { tokens, openQuote } = lineTokens(line, 'openQuote' in state ? String(state.openQuote) : '');
    return { tokens: [...tokens], endState: stateOf(openQuote) };
  },
};

export const barTokensProvider: languages.TokensProvider = {
  getInitialState: () => stateOf(''),
  tokenize: (line, state) => ({ tokens: [...barLineTokens(line)], endState: state }),
};
