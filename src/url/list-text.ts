/** Lists in one parameter: items joined by commas, commas inside items escaped. Empty items do not exist. */
const escape = (item: string) => item.replaceAll('%', '%25').replaceAll(',', '%2C');
const unescape = (item: string) => item.replaceAll('%2C', ',').replaceAll('%25', '%');

export const printList = (items: readonly string[]): string => items.map(escape).join(',');

export const parseList = (text: string): readonly string[] =>
  text
    .split(',')
    .filter((item) => item !== '')
    .map(unescape);
