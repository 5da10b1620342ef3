/** How far root runs were read and which threads were told from them: one text, as the cursors of servers are. */
interface RootsPlace {
  readonly at: string | undefined;
  readonly told: readonly string[];
}

const MARK = 'roots ';

export const rootsPlace = {
  is: (cursor: string | undefined): boolean => cursor?.startsWith(MARK) ?? false,
  print: (place: RootsPlace): string => `${MARK}${JSON.stringify(place)}`,
  parse: (cursor: string | undefined): RootsPlace =>
    cursor === undefined
      ? { at: undefined, told: [] }
      : (JSON.parse(cursor.slice(MARK.length)) as RootsPlace),
};
