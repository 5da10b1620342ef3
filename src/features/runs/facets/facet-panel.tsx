/** What the runs have in common, with counts; a press changes the filter in the editor above. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { projectMetadataOptions } from '../../../api/queries.ts';
import type { Api, TimeWindow } from '../../../contract/api.ts';
import type { Edited } from '../../../filter/edit.ts';
import type { FacetTarget } from '../../../filter/edit/facet.ts';
import { selectedValues } from '../../../filter/toggle-value.ts';
import { formatCount } from '../../../lib/format-count.ts';
import { Select } from '../../../ui/select.tsx';
import { toast } from '../../../ui/toast-queue.ts';
import type { RunsScreen } from '../../../url/screens.ts';
import type { RunRow } from '../run-row.ts';
import { FacetGroupView } from './facet-group-view.tsx';
import { feedbackGroups, FIELD_FACETS, fieldGroup, metadataGroup, rangeGroups } from './facet-groups.ts';
import styles from './facet-panel.module.css';
import { RangeGroupView } from './range-group-view.tsx';
import { useFacetStats, useMetadataGroups } from './use-facets.ts';

export interface FacetPanelProps {
  readonly api: Api;
  readonly screen: RunsScreen;
  readonly rows: readonly RunRow[];
  readonly window: TimeWindow | undefined;
  /** The plain filter with the change that was chosen; it is asked at once. */
  readonly onFilter: (filter: string) => void;
}

export function FacetPanel({ api, screen, rows, window, onFilter }: FacetPanelProps) {
  const { filter } = screen;
  const stats = useFacetStats(api, screen, window);
  const chosen = (target: FacetTarget) => selectedValues(filter, target);
  const apply = (edited: Edited) => {
    if (edited.kind === 'refused') return toast(edited.reason, { tone: 'danger' });
    if (edited.note !== undefined) toast(edited.note);
    onFilter(edited.text);
  };
  const shared = { filter, rowCount: rows.length, onEdited: apply };
  return (
    <div className={styles.panel}>
      <p className={styles.source} role="status">
        {sourceOf(screen, stats.all !== undefined, stats.error, rows.length)}
      </p>
      {FIELD_FACETS.map((facet) => {
        const group = fieldGroup(
          facet,
          stats.of(facet.field),
          rows,
          chosen({ kind: 'field', field: facet.field }),
        );
        return <FacetGroupView key={group.id} group={group} isOpenAtFirst {...shared} />;
      })}
      <MetadataFacet
        title="Model"
        metadataKey="ls_model_name"
        {...{ api, screen, rows, window }}
        {...shared}
      />
      <MetadataChoice {...{ api, screen, rows, window }} {...shared} />
      {feedbackGroups(stats.all, chosen).map((group) => (
        <FacetGroupView key={group.id} group={group} prefix="Feedback" isOpenAtFirst={false} {...shared} />
      ))}
      {rangeGroups(rows).map((group) => (
        <RangeGroupView key={group.title} group={group} {...shared} />
      ))}
    </div>
  );
}

function sourceOf(screen: RunsScreen, hasStats: boolean, error: Error | undefined, rowCount: number): string {
  if (hasStats) {
    const who = screen.deployment.kind === 'server' ? 'by the server' : 'in this browser';
    return `Counted ${who}; each group says over what.`;
  }
  const loaded = `Counted in the ${formatCount(rowCount)} loaded rows`;
  return error
    ? `${loaded}: the server gave no statistics (${error.message})`
    : `${loaded}, until the server answers.`;
}

interface SharedProps extends Pick<FacetPanelProps, 'api' | 'screen' | 'rows' | 'window'> {
  readonly filter: string;
  readonly rowCount: number;
  readonly onEdited: (edited: Edited) => void;
}

interface MetadataFacetProps extends SharedProps {
  readonly title: string;
  readonly metadataKey: string;
  readonly isOpenAtFirst?: boolean;
}

function MetadataFacet(props: MetadataFacetProps) {
  const { api, screen, rows, window, metadataKey, title, isOpenAtFirst = false, ...shared } = props;
  const chosen = selectedValues(shared.filter, { kind: 'pair', group: 'metadata', key: metadataKey });
  const [isOpen, setOpen] = useState(isOpenAtFirst || chosen.length > 0);
  const { groups, error } = useMetadataGroups(api, screen, window, metadataKey, isOpen);
  const group = { ...metadataGroup(metadataKey, groups, rows, chosen), title };
  return (
    <FacetGroupView
      group={group}
      isOpenAtFirst={isOpen}
      onOpenChange={setOpen}
      remark={isOpen ? metadataRemark(groups !== undefined, error) : undefined}
      {...shared}
    />
  );
}

function metadataRemark(isCounted: boolean, error: Error | undefined): string | undefined {
  if (isCounted) return undefined;
  return error ? `The server gave no counts: ${error.message}` : 'Counting…';
}

const NO_WINDOW: TimeWindow = {};

/** Any key of the metadata, one at a time. */
function MetadataChoice(props: SharedProps) {
  const { api, screen, window } = props;
  const [key, setKey] = useState('');
  const projectId = screen.projects[0]?.id ?? '';
  const { data } = useQuery({
    ...projectMetadataOptions(api, projectId, window ?? NO_WINDOW),
    enabled: window !== undefined && projectId !== '',
    staleTime: Infinity,
  });
  const keys = Object.keys(data ?? {}).toSorted();
  if (keys.length === 0) return null;
  return (
    <div className={styles.choice}>
      <Select
        label="Metadata"
        size="sm"
        value={key}
        onChange={setKey}
        options={[
          { value: '', label: 'Choose a key' },
          ...keys.map((each) => ({ value: each, label: each })),
        ]}
      />
      {key !== '' && <MetadataFacet key={key} title={key} metadataKey={key} isOpenAtFirst {...props} />}
    </div>
  );
}
