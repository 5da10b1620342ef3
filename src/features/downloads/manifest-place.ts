/** A page that was given one file may write no other beside it. */
export const MANIFEST_ELSEWHERE =
  'The manifest goes to the browser’s downloads: a page may write only the file that was chosen.';
