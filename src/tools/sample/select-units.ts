/**
 * Chooses what goes into the sample workspace. A unit is all traces of one thread, or one trace that
 * belongs to no thread: units are taken whole, so no trace and no conversation is ever cut.
 *
 * First every feature that occurs anywhere in the project is covered, by the units that show most per
 * byte. What the budget leaves is filled alternately with the newest units (a person first looks at the
 * last days) and with units spread evenly over the whole time.
 */
export interface Unit {
  /** Thread id or trace id; unique. */
  readonly key: string;
  readonly projectId: string;
  /** Start of the latest root run, as sortable text. */
  readonly lastStart: string;
  readonly bytes: number;
  /** What can be seen in it, as words: "root:agent", "status:error", "attachment:image/png"… */
  readonly features: ReadonlySet<string>;
}

export function selectUnits(units: readonly Unit[], budgetOf: (projectId: string) => number): Unit[] {
  const projects = [...new Set(units.map((unit) => unit.projectId))].toSorted();
  return projects.flatMap((projectId) =>
    selectInProject(
      units.filter((unit) => unit.projectId === projectId),
      budgetOf(projectId),
    ),
  );
}

function selectInProject(units: readonly Unit[], budget: number): Unit[] {
  const chosen = cover(units);
  let bytes = chosen.reduce((sum, unit) => sum + unit.bytes, 0);
  for (const unit of fillOrder(units.filter((one) => !chosen.includes(one)))) {
    if (bytes + unit.bytes > budget) continue;
    chosen.push(unit);
    bytes += unit.bytes;
  }
  return chosen.toSorted(byTime);
}

/** Greedy set cover; ends when every feature of the project is shown by something. */
function cover(units: readonly Unit[]): Unit[] {
  const missing = new Set(units.flatMap((unit) => [...unit.features]));
  const chosen: Unit[] = [];
  while (missing.size > 0) {
    const best = units
      .map((unit) => ({ unit, worth: overlap(unit.features, missing) / unit.bytes }))
      .reduce((a, b) => (b.worth > a.worth || (b.worth === a.worth && b.unit.key < a.unit.key) ? b : a));
    chosen.push(best.unit);
    for (const feature of best.unit.features) missing.delete(feature);
  }
  return chosen;
}

function overlap(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return [...some].filter((feature) => others.has(feature)).length;
}

function fillOrder(units: readonly Unit[]): Unit[] {
  const newestFirst = units.toSorted(byTime).toReversed();
  const spread = newestFirst
    .map((unit, index) => ({ unit, rank: reversedBits(index) }))
    .toSorted((a, b) => a.rank - b.rank);
  return [...new Set(newestFirst.flatMap((unit, index) => [unit, spread[index]!.unit]))];
}

/** The van der Corput sequence: any prefix of 0, 1, 2, … lands evenly spread over 0…1. */
function reversedBits(index: number): number {
  let fraction = 0;
  for (let weight = 0.5, rest = index; rest > 0; rest >>= 1, weight /= 2) fraction += (rest & 1) * weight;
  return fraction;
}

function byTime(a: Unit, b: Unit): number {
  return a.lastStart < b.lastStart ? -1 : a.lastStart > b.lastStart ? 1 : a.key < b.key ? -1 : 1;
}
