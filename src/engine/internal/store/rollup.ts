import type { RunTable } from './run-table.ts';
import type { Row, Usage } from './types.ts';
import { addDetails, type Details, type PartialUsage } from './usage.ts';
import { type Amount, AMOUNTS, type DetailField, plus, rest, tidy, usageOf, zeroOf } from './usage-sums.ts';
import { widened } from './widened.ts';

/**
 * Tokens, dollars and first token of whole subtrees (UNKNOWNS U34). A trace is summed anew when
 * somebody asks and something in it changed, so the order of arrival cannot matter.
 *
 * The subtree of a run that came complete from a server is what that server printed, because its
 * totals are sums already; its own part is then the rest after its children.
 */
export class Rollup {
  /** Subtree amounts per row; NaN = unknown, which only costs can be. */
  readonly amounts: Record<Amount, Float64Array>;
  /** Earliest first token in the subtree, NaN = none. */
  firstToken: Float64Array = new Float64Array(0);
  private readonly changed = new Set<number>();
  private readonly table: RunTable;

  constructor(table: RunTable) {
    this.table = table;
    const empty = () => new Float64Array(0);
    this.amounts = {
      total_tokens: empty(),
      prompt_tokens: empty(),
      completion_tokens: empty(),
      total_cost: empty(),
      prompt_cost: empty(),
      completion_cost: empty(),
    };
  }

  touch(trace: number): void {
    if (trace >= 0) this.changed.add(trace);
  }

  /** Call before reading `amounts` or `firstToken` of any row. */
  settle(): void {
    this.reserve();
    for (const trace of this.changed) this.sumTrace(trace);
    this.changed.clear();
  }

  settleTrace(trace: number): void {
    this.reserve();
    if (this.changed.delete(trace)) this.sumTrace(trace);
  }

  subtree(row: Row, withDetails: boolean): Usage {
    this.settleTrace(this.table.trace.codes[row]!);
    return usageOf(
      (field) => this.amounts[field][row]!,
      (field) => (withDetails ? this.subtreeDetails(row, field) : undefined),
    );
  }

  own(row: Row, withDetails: boolean): Usage {
    this.settleTrace(this.table.trace.codes[row]!);
    return usageOf(
      (field) => this.ownAmount(row, field),
      (field) => (withDetails ? this.ownDetails(row, field) : undefined),
    );
  }

  private ownAmount(row: Row, field: Amount): number {
    const said = this.said(row)?.[field];
    if (said !== undefined) return said;
    const given = this.table.givenTotals.get(row)?.[field];
    if (given === undefined) return zeroOf(field);
    const children = this.sumOfChildren(row, field);
    return Number.isNaN(children) ? given : rest(given, children, field);
  }

  private sumOfChildren(row: Row, field: Amount): number {
    let sum = NaN;
    for (const child of this.sameTraceChildren(row)) sum = plus(sum, this.amounts[field][child]!);
    return sum;
  }

  private ownDetails(row: Row, field: DetailField): Details | undefined {
    const said = this.said(row)?.[field];
    if (said) return said;
    const given = this.table.givenTotals.get(row)?.[field];
    if (!given) return undefined;
    const children = this.childDetails(row, field);
    if (!children) return given;
    const left = Object.entries(given).flatMap(([category, amount]) => {
      const own = amount - (children[category] ?? 0);
      return own > 1e-12 ? [[category, own] as const] : [];
    });
    return left.length === 0 ? undefined : Object.fromEntries(left);
  }

  private subtreeDetails(row: Row, field: DetailField): Details | undefined {
    const given = this.table.givenTotals.get(row)?.[field];
    return given ?? addDetails(this.said(row)?.[field], this.childDetails(row, field));
  }

  private childDetails(row: Row, field: DetailField): Details | undefined {
    let sum: Details | undefined;
    for (const child of this.sameTraceChildren(row)) sum = addDetails(sum, this.subtreeDetails(child, field));
    return sum;
  }

  /** What the run itself reports. Outputs count for model calls only: a chain repeats its model's message. */
  private said(row: Row): PartialUsage | undefined {
    const { usageInMetadata, usageInOutputs, runTypes, runType } = this.table;
    const inMetadata = usageInMetadata.get(row);
    if (inMetadata) return inMetadata;
    const word = runTypes.word(runType[row]!);
    return word === 'llm' || word === 'embedding' ? usageInOutputs.get(row) : undefined;
  }

  private *sameTraceChildren(row: Row): Generator<Row> {
    const { parent, trace } = this.table;
    for (let child = parent.head(row); child >= 0; child = parent.following(child)) {
      if (trace.codes[child] === trace.codes[row]) yield child;
    }
  }

  private sumTrace(trace: number): void {
    const rows = this.preOrder(trace);
    for (const row of rows) this.clear(row);
    for (let index = rows.length - 1; index >= 0; index--) this.sumRow(rows[index]!);
  }

  /** Parents before children. */
  private preOrder(trace: number): Row[] {
    const { parent, trace: traces } = this.table;
    const rows: Row[] = [];
    for (let row = traces.head(trace); row >= 0; row = traces.following(row)) {
      const above = parent.codes[row]!;
      if (above < 0 || traces.codes[above] !== trace) rows.push(row);
    }
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index]!;
      for (let child = parent.head(row); child >= 0; child = parent.following(child)) {
        if (traces.codes[child] === trace) rows.push(child);
      }
    }
    return rows;
  }

  private clear(row: Row): void {
    for (const field of AMOUNTS) this.amounts[field][row] = NaN;
    this.firstToken[row] = this.table.firstToken[row]!;
  }

  /** The cells hold the sum of the children by now. */
  private sumRow(row: Row): void {
    const { parent, trace } = this.table;
    const said = this.said(row);
    const given = this.table.givenTotals.get(row);
    const above = parent.codes[row]!;
    const hasParent = above >= 0 && trace.codes[above] === trace.codes[row];
    for (const field of AMOUNTS) {
      const column = this.amounts[field];
      const sum = given?.[field] ?? plus(column[row]!, said?.[field] ?? NaN);
      column[row] = Number.isNaN(sum) ? zeroOf(field) : tidy(sum);
      if (hasParent) column[above] = plus(column[above]!, column[row]);
    }
    const first = this.firstToken[row]!;
    if (hasParent && !(this.firstToken[above]! <= first) && !Number.isNaN(first))
      this.firstToken[above] = first;
  }

  private reserve(): void {
    const { capacity } = this.table;
    if (this.firstToken.length >= capacity) return;
    this.firstToken = widened(this.firstToken, capacity, NaN);
    for (const field of AMOUNTS) {
      this.amounts[field] = widened(this.amounts[field], capacity, zeroOf(field));
    }
  }
}
