import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { projectMetadataOptions } from '../../../api/queries.ts';
import type { Api, StatsAttribute } from '../../../contract/api.ts';
import { selectedValues, toggleValue } from '../../../filter/toggle-value.ts';
import { formatCost } from '../../../lib/format-cost.ts';
import { formatCount } from '../../../lib/format-count.ts';
import { formatDuration } from '../../../lib/format-duration.ts';
import { groupableKeys, type RunGroup } from '../../../model/group-runs.ts';
import { Select } from '../../../ui/select.tsx';
import { toast } from '../../../ui/toast-queue.ts';
import type { RunsScreen } from '../../../url/screens.ts';
import type { RunPages } from '../use-run-pages.ts';
import styles from './charts.module.css';
import { targetOf } from './clause-of-value.ts';
import { errorRate, type GroupColumn, type GroupSort, sortedGroups } from './group-rows.ts';
import { GroupsMissing } from './groups-missing.tsx';
import { useGroups } from './use-groups.ts';

interface GroupPanelProps {
  readonly api: Api;
  readonly screen: RunsScreen;
  readonly pages: RunPages;
  /** A name of `ATTRIBUTES`, or a key of metadata. */
  readonly choice: string;
  readonly onChoice: (choice: string) => void;
  readonly onChange: (next: RunsScreen) => void;
}

const COLUMNS: readonly { readonly id: GroupColumn; readonly title: string }[] = [
  { id: 'count', title: 'Count' },
  { id: 'errors', title: 'Errors' },
  { id: 'p50', title: 'p50' },
  { id: 'p95', title: 'p95' },
  { id: 'p99', title: 'p99' },
  { id: 'tokens', title: 'Tokens' },
  { id: 'cost', title: 'Cost' },
];

const ATTRIBUTES: Readonly<Record<string, StatsAttribute>> = {
  name: { kind: 'name' },
  run_type: { kind: 'run_type' },
  tag: { kind: 'tag' },
  ls_model_name: { kind: 'metadata', key: 'ls_model_name' },
};

export function GroupPanel({ api, screen, pages, choice, onChoice, onChange }: GroupPanelProps) {
  const [sort, setSort] = useState<GroupSort>({ column: 'count', isAscending: false });
  const by = useMemo((): StatsAttribute => ATTRIBUTES[choice] ?? { kind: 'metadata', key: choice }, [choice]);
  const keys = useGroupKeys(api, screen, pages);
  const found = useGroups(api, screen, pages, by);
  const { groups, sentence } = found;
  const shown = useMemo(() => sortedGroups(groups, sort), [groups, sort]);
  const target = targetOf(by);
  const chosen = new Set(selectedValues(screen.filter, target));
  const choose = ({ raw }: RunGroup) => {
    const edited = toggleValue(screen.filter, target, raw);
    if (edited.kind === 'refused') toast(edited.reason, { tone: 'danger' });
    else onChange({ ...screen, filter: edited.text });
  };
  return (
    <div className={styles.groups}>
      <div className={styles.head}>
        <Select
          label="Compare by"
          isLabelHidden
          size="sm"
          value={choice}
          onChange={onChoice}
          options={[
            { value: 'name', label: 'Name' },
            { value: 'run_type', label: 'Type' },
            { value: 'ls_model_name', label: 'Model' },
            { value: 'tag', label: 'Tag' },
            ...(choice in ATTRIBUTES || keys.includes(choice) ? keys : [choice, ...keys]).map((key) => ({
              value: key,
              label: key,
              description: 'metadata',
            })),
          ]}
        />
        <p className={styles.source} role="status">
          {sentence}
        </p>
      </div>
      <GroupsMissing screen={screen} by={by} found={found} onChange={onChange} />
      <div
        className={styles.scroll}
        hidden={groups.length === 0}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard must be able to scroll it
        tabIndex={0}
        role="region"
        aria-label="Groups"
      >
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Value</th>
              {COLUMNS.map(({ id, title }) => (
                <th key={id} scope="col" aria-sort={sortWord(sort, id)}>
                  <button
                    type="button"
                    className={styles.sort}
                    onClick={() =>
                      setSort({ column: id, isAscending: sort.column === id && !sort.isAscending })
                    }
                  >
                    {title}
                    {sort.column === id && (sort.isAscending ? ' ↑' : ' ↓')}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((group) => (
              <GroupLine
                key={JSON.stringify(group.raw)}
                group={group}
                most={Math.max(...groups.map(({ numbers }) => numbers.count))}
                isChosen={chosen.has(group.raw)}
                onChoose={() => choose(group)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function sortWord({ column, isAscending }: GroupSort, id: GroupColumn) {
  if (column !== id) return undefined;
  return isAscending ? 'ascending' : 'descending';
}

/** Keys of the loaded rows, and those that the server names: rows come without metadata when no column shows it. */
function useGroupKeys(api: Api, screen: RunsScreen, { rows, window }: RunPages): readonly string[] {
  const [project] = screen.projects;
  const { data } = useQuery({
    ...projectMetadataOptions(api, project?.id ?? '', window ?? {}),
    enabled: project !== undefined && window !== undefined,
    retry: false,
  });
  return useMemo(() => {
    const loaded = groupableKeys(rows.map(({ run }) => run));
    return [...new Set([...loaded, ...Object.keys(data ?? {})])]
      .filter((key) => key !== 'ls_model_name')
      .toSorted();
  }, [rows, data]);
}

interface GroupLineProps {
  readonly group: RunGroup;
  readonly most: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function GroupLine({ group, most, isChosen, onChoose }: GroupLineProps) {
  const { numbers, value } = group;
  const rate = errorRate(numbers);
  const time = (seconds: number | undefined) => (seconds === undefined ? '–' : formatDuration(seconds));
  return (
    <tr data-chosen={isChosen || undefined}>
      <th scope="row">
        <button
          type="button"
          className={styles.value}
          aria-pressed={isChosen}
          title={value}
          onClick={onChoose}
        >
          {value}
        </button>
      </th>
      <td>
        <span className={styles.bar} style={{ inlineSize: `${(numbers.count / most) * 56}px` }} />
        {formatCount(numbers.count)}
      </td>
      <td>{rate === undefined ? '–' : `${(rate * 100).toFixed(rate > 0 && rate < 0.1 ? 1 : 0)}%`}</td>
      <td>{time(numbers.p50)}</td>
      <td>{time(numbers.p95)}</td>
      <td>{time(numbers.p99)}</td>
      <td>{numbers.tokens === undefined ? '–' : formatCount(numbers.tokens)}</td>
      <td>{numbers.cost === undefined ? '–' : formatCost(numbers.cost)}</td>
    </tr>
  );
}
