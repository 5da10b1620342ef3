/** What helps with filters beyond writing them; fetched when the rows are there. */
export const loadScopeHelp = () => import('./scope-hints.ts').then(({ scopeHelp }) => scopeHelp);
export const loadFilterWords = () => import('./filter-words.tsx').then(({ FilterWords }) => FilterWords);
export const loadSearchBarEditor = () =>
  import('../search-bar/search-bar-editor.tsx').then(({ SearchBarEditor }) => SearchBarEditor);
