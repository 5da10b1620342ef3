/** Sentences about what could not be had; one of each kind, whatever the number of batches. */
const ROOTLESS = /^(\d+) traces? had no root/;

export function withRootless(gaps: readonly string[], missing: number): readonly string[] {
  if (missing <= 0) return gaps;
  const before = Number(ROOTLESS.exec(gaps.find((gap) => ROOTLESS.test(gap)) ?? '')?.[1] ?? 0);
  const count = before + missing;
  return [
    ...gaps.filter((gap) => !ROOTLESS.test(gap)),
    `${count} ${count === 1 ? 'trace' : 'traces'} had no root that the server could find; they have no row.`,
  ];
}

const TURNLESS = /^(\d+) conversations? had no turn/;

export const withTurnless = (gaps: readonly string[], missing: number): readonly string[] => [
  ...gaps.filter((gap) => !TURNLESS.test(gap)),
  ...(missing <= 0
    ? []
    : [
        `${missing} ${missing === 1 ? 'conversation' : 'conversations'} had no turn that the server could find; ${missing === 1 ? 'it has' : 'they have'} no row.`,
      ]),
];
