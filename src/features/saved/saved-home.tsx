import { Download, Plus, Upload } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { CurrentCard } from './current-card.tsx';
import { DamagedNote } from './damaged-note.tsx';
import { exportFilters } from './export-filters.ts';
import { ListError } from './list-error.tsx';
import { matchesSearch, type SavedFilter, type ShelfList } from './saved-filter.ts';
import type { StepProps } from './saved-steps.ts';
import { SavedRow } from './saved-row.tsx';
import styles from './saved.module.css';
import { useLists } from './shelves.ts';

/** A search box for fewer would be longer than the list. */
const SEARCH_FROM = 6;

export function SavedHome(props: StepProps) {
  const { api, shelves, onStep } = props;
  const [search, setSearch] = useState('');
  const { here, shared } = useLists(api, shelves);
  const all = [...(shelves.team ? (shared.data?.filters ?? []) : []), ...(here.data?.filters ?? [])];
  const group = (list: ShelfList | undefined) =>
    (list?.filters ?? [])
      .filter((saved) => matchesSearch(saved, search))
      .toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <>
      <CurrentCard {...props} />
      {all.length >= SEARCH_FROM && (
        <SearchField label="Search saved filters" value={search} onChange={setSearch} />
      )}
      <div className={styles.scroll}>
        {shelves.team && (
          <Group title={`Team · ${shelves.team.project.name ?? 'this project'}`}>
            {shared.isError && <ListError error={shared.error} onRetry={() => void shared.refetch()} />}
            <Problems list={shared.data} />
            {!shared.isError && (
              <Rows
                {...props}
                filters={group(shared.data)}
                isLoading={shared.isPending}
                search={search}
                empty={isWhole(shared.data) ? NOTHING_SHARED : undefined}
              />
            )}
          </Group>
        )}
        <Group title="This browser">
          <Problems list={here.data} />
          <DamagedNote {...props} texts={here.data?.damaged ?? []} />
          <Rows
            {...props}
            filters={group(here.data)}
            isLoading={here.isPending}
            search={search}
            empty={isWhole(here.data) ? 'Nothing is saved in this browser yet.' : undefined}
          />
        </Group>
        {props.screen.deployment.kind === 'server' && !shelves.team && (
          <p className={styles.remark}>
            LangSmith keeps saved filters by project: choose a single project to see and save those of your
            team.
          </p>
        )}
      </div>
      <div className={styles.foot}>
        <Button size="sm" variant="primary" icon={Plus} onPress={() => onStep({ kind: 'save' })}>
          Save as new…
        </Button>
        <span className={styles.space} />
        <Button size="sm" variant="ghost" icon={Upload} onPress={() => onStep({ kind: 'import' })}>
          Import…
        </Button>
        <Button
          size="sm"
          variant="ghost"
          icon={Download}
          isDisabled={all.length === 0}
          onPress={() => exportFilters(all, 'saved-filters')}
        >
          Export all
        </Button>
      </div>
    </>
  );
}

const NOTHING_SHARED =
  'Nothing is saved for this project yet. What is saved here is seen by all who can open it.';

const isWhole = (list: ShelfList | undefined) => list?.problems.length === 0;

function Problems({ list }: { readonly list: ShelfList | undefined }) {
  return list?.problems.map((problem) => <Callout key={problem} tone="warning" title={problem} />);
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className={styles.group}>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </section>
  );
}

interface RowsProps extends StepProps {
  readonly filters: readonly SavedFilter[];
  readonly isLoading: boolean;
  readonly search: string;
  /** Undefined: nobody knows that there is nothing. */
  readonly empty: string | undefined;
}

function Rows({ filters, isLoading, search, empty, ...props }: RowsProps) {
  if (isLoading) return <p className={styles.remark}>Loading…</p>;
  if (filters.length === 0) {
    const words = search === '' ? empty : `None has “${search}”.`;
    return words !== undefined && <p className={styles.remark}>{words}</p>;
  }
  return (
    <ul className={styles.rows}>
      {filters.map((saved) => (
        <SavedRow key={saved.id} {...props} saved={saved} />
      ))}
    </ul>
  );
}
