/** What was started under each rule, and when the next start is allowed. Knows no clock: time is given. */
import type { LimitRule } from './limit-rules.ts';

export interface LimitState {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly seconds: number;
  /** Starts left right now. */
  readonly remaining: number;
}

interface Account {
  readonly rule: LimitRule;
  /** Times of starts that still count, oldest first. */
  starts: readonly number[];
  running: number;
  heldUntil: number;
}

export interface RuleLedger {
  start(rules: readonly LimitRule[], now: number): void;
  end(rules: readonly LimitRule[]): void;
  hold(rule: LimitRule, until: number): void;
  /** When all rules allow a start; undefined = only after another request ended. */
  readyAt(rules: readonly LimitRule[], now: number): number | undefined;
  states(now: number): readonly LimitState[];
  /** When the oldest start of any rule stops counting. */
  nextChange(now: number): number | undefined;
}

export function ruleLedger(): RuleLedger {
  const accounts = new Map<string, Account>();

  function accountOf(rule: LimitRule): Account {
    const known = accounts.get(rule.id);
    if (known) return known;
    const account: Account = { rule, starts: [], running: 0, heldUntil: 0 };
    accounts.set(rule.id, account);
    return account;
  }

  function forget(account: Account, now: number) {
    const since = now - account.rule.seconds * 1000;
    if (account.starts[0] !== undefined && account.starts[0] <= since)
      account.starts = account.starts.filter((time) => time > since);
  }

  function readyAtOf(account: Account, now: number): number | undefined {
    const { rule } = account;
    if (account.running >= rule.concurrency) return undefined;
    forget(account, now);
    const isFull = rule.count !== undefined && account.starts.length >= rule.count;
    const free = isFull ? account.starts.at(-rule.count!)! + rule.seconds * 1000 : now;
    return Math.max(now, free, account.heldUntil);
  }

  const counted = () => [...accounts.values()].filter(({ rule }) => rule.count !== undefined);

  return {
    start: (rules, now) => {
      for (const account of rules.map(accountOf)) {
        account.running += 1;
        if (account.rule.count !== undefined) account.starts = [...account.starts, now];
      }
    },
    end: (rules) => {
      for (const account of rules.map(accountOf)) account.running -= 1;
    },
    hold: (rule, until) => {
      const account = accountOf(rule);
      account.heldUntil = Math.max(account.heldUntil, until);
    },
    readyAt: (rules, now) => {
      let latest = now;
      for (const account of rules.map(accountOf)) {
        const ready = readyAtOf(account, now);
        if (ready === undefined) return undefined;
        latest = Math.max(latest, ready);
      }
      return latest;
    },
    states: (now) =>
      counted()
        .map((account) => {
          forget(account, now);
          const { id, label, count = 0, seconds } = account.rule;
          const remaining = account.heldUntil > now ? 0 : Math.max(0, count - account.starts.length);
          return { id, label, count, seconds, remaining };
        })
        .toSorted((a, b) => a.remaining / a.count - b.remaining / b.count),
    nextChange: (now) => {
      const times = counted().flatMap(({ starts, rule, heldUntil }) => [
        ...starts.slice(0, 1).map((time) => time + rule.seconds * 1000),
        heldUntil,
      ]);
      const coming = times.filter((time) => time > now);
      return coming.length > 0 ? Math.min(...coming) : undefined;
    },
  };
}
