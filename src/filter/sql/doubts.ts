/** What the columns of an export cannot answer (CONTRACT §12.4), by name. */
import type { ItemCondition, Predicate } from '../predicate.ts';
import type { SqlOptions } from './to-sql.ts';

export function doubtAbout(part: Predicate, { dialect }: Pick<SqlOptions, 'dialect'>): string | undefined {
  if (part.kind === 'some') {
    if (part.group === 'feedback') return doubtAboutFeedback(part.where);
    return dialect === 'clickhouse' ? doubtAboutKey(part.group, part.where) : undefined;
  }
  if (part.kind !== 'compare' || dialect !== 'clickhouse') return undefined;
  if (part.field !== 'inputs' && part.field !== 'outputs') return undefined;
  const { test } = part;
  const isContained =
    'pattern' in test && test.pattern.parts.at(0) === '' && test.pattern.parts.at(-1) === '';
  return isContained
    ? undefined
    : `${part.field}: only patterns such as %text% can be looked for in ClickHouse.`;
}

/** The statistics of a run have n, avg and the counts of text labels for each key; no single feedback. */
function doubtAboutFeedback(where: readonly ItemCondition[]): string | undefined {
  for (const { on, test } of where) {
    if (on === 'comment' || on === 'source' || on === 'error') {
      return `feedback_${on}: an export holds only counts and averages of feedback.`;
    }
    if (on !== 'value') continue;
    const isText = (test.op === 'eq' || test.op === 'neq') && typeof test.value === 'string';
    if (!isText && test.op !== 'in') {
      return 'feedback_value: an export holds only the counts of text labels.';
    }
  }
  const details = where.filter(({ on }) => on !== 'key');
  return details.length > 1 && details.some(({ on }) => on === 'value')
    ? 'feedback_value with another condition on the same feedback: an export holds no single feedback.'
    : undefined;
}

function doubtAboutKey(group: string, where: readonly ItemCondition[]): string | undefined {
  const key = where.find(({ on }) => on === 'key');
  if (!key) return `${group}_value without ${group}_key: ClickHouse is asked for one key at a time.`;
  const isNamed = (key.test.op === 'eq' && typeof key.test.value === 'string') || key.test.op === 'in';
  return isNamed ? undefined : `${group}_key: ClickHouse is asked for a key by its whole name.`;
}
