/**
 * Finding runs: project, window, filters, arguments, and a table. The link is the state: what is asked is
 * read from `screen`, every choice is a next screen. Drafts live in the editors, rows in the query cache,
 * widths among the preferences.
 */
import { type ReactNode, useEffect, useMemo } from 'react';
import { diagnose, hasErrors } from '../../filter/diagnose.ts';
import type { Api } from '../../contract/api.ts';
import type { Run } from '../../contract/run.ts';
import type { RunsScreen, Screen } from '../../url/screens.ts';
import { ArgumentChipList } from './argument-chip-list.tsx';
import { quickArguments } from './argument-chips.ts';
import { ColumnsButton } from './columns-button.tsx';
import { ChartPart } from './charts/chart-part.tsx';
import { FacetSide } from './facets/facet-side.tsx';
import { FilterBar } from './filter-bar.tsx';
import { useLiveValues } from './live-values/use-live-values.ts';
import { NoProject } from './no-project.tsx';
import { NoticeList } from '../../parts/notice-list.tsx';
import type { CellContext } from './run-cell.tsx';
import { preloadPopoverParts } from './popover-parts.ts';
import { selectionFor, type ShownFields, shownFields, withKnownSort } from './run-columns.ts';
import styles from './runs-page.module.css';
import { StatusLine } from './status-line.tsx';
import { useTablePreferences } from '../../parts/table/table-preferences.ts';
import { useRemembered } from './start-from/use-remembered.ts';
import { LiveRemarksPart } from './live-tail/live-remarks-part.tsx';
import { LiveTailToggle } from './live-tail/live-tail-toggle.tsx';
import { useLiveTail } from './live-tail/use-live-tail.ts';
import { TableArea } from './table-area.tsx';
import { Toolbar } from './toolbar.tsx';
import { useDefaultProject } from '../../parts/pick/use-default-project.ts';
import { useIsNarrow, useIsTight, useIsWide } from '../../parts/use-is-narrow.ts';
import { useFilterDrafts } from './use-filter-drafts.ts';
import { useRunColumns } from './use-run-columns.ts';
import { useRunPages } from './use-run-pages.ts';

export interface RunsPageProps {
  readonly api: Api;
  readonly connectionId: string;
  readonly screen: RunsScreen;
  readonly onScreenChange: (next: RunsScreen, how: 'push' | 'replace') => void;
  readonly hrefOf: (screen: Screen) => string;
  /** The button of saved filters, which are a room of their own. */
  readonly saved: ReactNode;
  /** The button that takes these runs out; of a selection when one is given. */
  readonly renderDownload: (
    selection: { readonly runIds: readonly string[]; readonly traceIds: readonly string[] } | undefined,
  ) => ReactNode;
  /** A trace beside the table: a room of its own. */
  readonly renderPeek: (peek: NonNullable<RunsScreen['peek']>) => ReactNode;
}

/** What a link names and this version does not know is told, and not acted upon. */
export function RunsPage(props: RunsPageProps) {
  const screen = useMemo(() => withKnownSort(props.screen), [props.screen]);
  const fields = useMemo(() => shownFields(props.screen), [props.screen]);
  return <KnownRunsPage {...props} screen={screen} fields={fields} />;
}

function KnownRunsPage(props: RunsPageProps & { readonly fields: ShownFields }) {
  const { api, screen, fields, onScreenChange, hrefOf, saved, renderDownload } = props;
  const isNarrow = useIsNarrow();
  const isTight = useIsTight();
  const isWide = useIsWide();
  const go = (next: RunsScreen) => onScreenChange(next, 'push');
  const replace = (next: RunsScreen) => onScreenChange(next, 'replace');
  const drafts = useFilterDrafts(screen, go);

  const projects = useDefaultProject(api, screen, (project) =>
    onScreenChange({ ...screen, projects: [project] }, 'replace'),
  );
  const selection = useMemo(() => selectionFor(fields.order), [fields]);
  const isSendable = useMemo(() => isFreeOfErrors(screen), [screen]);
  const pages = useRunPages(api, screen, selection, isSendable);
  const columns = useRunColumns(screen, fields, pages.rows, isNarrow, onScreenChange);
  const tail = useLiveTail(api, screen, selection, pages);
  const values = useLiveValues(api, screen, pages);
  const context = useCellContext(projects.projects, screen, hrefOf);
  useRemembered(screen, pages.isPrevious || !isSendable ? 0 : pages.loadedAt);
  // The network is free again once rows are here.
  useEffect(() => {
    if (!pages.isFetching) preloadPopoverParts();
  }, [pages.isFetching]);

  return (
    <div className={styles.page}>
      <div className={styles.controls}>
        <Toolbar
          api={api}
          screen={screen}
          onChange={go}
          onReplace={replace}
          hrefOf={hrefOf}
          saved={saved}
          download={screen.projects.length > 0 && renderDownload(undefined)}
          columns={
            <ColumnsButton
              columns={columns.columns}
              state={columns.state}
              values={values.source}
              isNarrow={!isWide}
              onStateChange={columns.setState}
              onReset={columns.reset}
            />
          }
        />
        <FilterBar api={api} screen={screen} drafts={drafts} values={values} onChange={go} hrefOf={hrefOf} />
        <ArgumentChipList
          args={screen.args}
          quick={quickArguments(screen.view, isTight)}
          onChange={(args) => go({ ...screen, args })}
        />
        <StatusLine
          api={api}
          screen={screen}
          isSendable={isSendable}
          isDraft={drafts.isChanged}
          pages={pages}
          withoutColumn={fields.withoutColumn}
          follow={<LiveTailToggle tail={tail} isSorted={screen.sort !== undefined} />}
          live={<LiveRemarksPart tail={tail} hasChart={screen.chart !== undefined} />}
        />
        <NoticeList notices={pages.notices} />
        <ChartPart api={api} screen={screen} pages={tail.charted} onChange={go} onReplace={replace} />
      </div>
      <div className={styles.body}>
        <FacetSide
          api={api}
          screen={screen}
          rows={pages.rows}
          window={pages.window}
          isNarrow={isNarrow}
          onFilter={(filter) => go({ ...screen, filter })}
        />
        <div className={styles.result}>
          {screen.projects.length === 0 ? (
            <NoProject projects={projects} />
          ) : (
            <TableArea
              {...props}
              screen={screen}
              pages={pages}
              tail={tail}
              isSendable={isSendable}
              isNarrow={isNarrow}
              columns={columns}
              context={context}
            />
          )}
        </div>
      </div>
    </div>
  );
}

const isFreeOfErrors = (screen: RunsScreen) =>
  ![screen.filter, screen.traceFilter, screen.treeFilter].some((text) => hasErrors(diagnose(text)));

function useCellContext(
  projects: readonly { readonly id: string; readonly name: string }[],
  screen: RunsScreen,
  hrefOf: (screen: Screen) => string,
): CellContext {
  const timeDisplay = useTablePreferences((preferences) => preferences.timeDisplay);
  const { projects: chosen, deployment } = screen;
  return useMemo(() => {
    const names = new Map([...chosen, ...projects].map(({ id, name }) => [id, name]));
    const threadHref = ({ threadId, traceId, projectId }: Run) =>
      hrefOf({
        kind: 'threads',
        deployment,
        project: { id: projectId, ...(names.has(projectId) ? { name: names.get(projectId) } : {}) },
        window: { kind: 'all' },
        filter: '',
        threadId,
        turn: traceId,
      });
    return { timeDisplay, projectName: (id) => names.get(id) ?? id, threadHref };
  }, [timeDisplay, chosen, projects, deployment, hrefOf]);
}
