/** Bulk exports: LangSmith writes runs as Parquet into a bucket. It documents this as curl; here is its interface. */
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { isHttpError } from '../../contract/http-error.ts';
import { LoadError } from '../../parts/load-error.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { PageColumn } from '../../ui/page-column.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { defaultRunsScreen } from '../../url/defaults.ts';
import type { Deployment } from '../../url/screens.ts';
import { DestinationList } from './destination-list.tsx';
import { ExportDetail } from './export-detail.tsx';
import { ExportList } from './export-list.tsx';
import type { ExportsPageProps } from './exports-page-props.ts';
import { destinationsOptions, exportsOptions } from './exports-queries.ts';
import { NewDestination } from './new-destination.tsx';
import { NewExport } from './new-export.tsx';
import { useResumedWatch } from './notify-button.tsx';
import type { ExportForm } from './plan/export-form.ts';

export function ExportsPage(props: ExportsPageProps) {
  const { api, screen, onScreenChange, hrefOf } = props;
  const [isDestinationOpen, setDestinationOpen] = useState(false);
  const [exportForm, setExportForm] = useState<Partial<ExportForm>>();
  const destinations = useQuery(destinationsOptions(api));
  useResumedWatch(api);
  const go = (change: { readonly tab?: 'destinations'; readonly exportId?: string }) =>
    onScreenChange({ kind: 'exports', deployment: screen.deployment, ...change }, 'push');
  return (
    <>
      <PageColumn
        title="Bulk exports"
        lead={<Lead deployment={screen.deployment} hrefOf={hrefOf} />}
        actions={
          <>
            <Button icon={Plus} onPress={() => setDestinationOpen(true)}>
              New destination
            </Button>
            <Button
              variant="primary"
              icon={Plus}
              isDisabled={(destinations.data ?? []).length === 0}
              onPress={() => setExportForm({})}
            >
              New export
            </Button>
          </>
        }
      >
        {destinations.error ? (
          <Refused error={destinations.error} onRetry={() => void destinations.refetch()} />
        ) : screen.exportId === undefined ? (
          <Overview
            {...props}
            onGo={go}
            onNew={() => setDestinationOpen(true)}
            onNewExport={() => setExportForm({})}
          />
        ) : (
          <ExportDetail
            {...props}
            key={screen.exportId}
            id={screen.exportId}
            onGo={go}
            onRepeat={setExportForm}
          />
        )}
      </PageColumn>
      {isDestinationOpen && (
        <NewDestination
          api={api}
          deployment={screen.deployment}
          onClose={() => setDestinationOpen(false)}
          onCreated={() => {
            setDestinationOpen(false);
            go({ tab: 'destinations' });
          }}
        />
      )}
      {exportForm && destinations.data && (
        <NewExport
          api={api}
          deployment={screen.deployment}
          start={exportForm}
          destinations={destinations.data}
          hrefOf={(id) => hrefOf({ kind: 'exports', deployment: screen.deployment, exportId: id })}
          onClose={() => setExportForm(undefined)}
          onCreated={(id) => {
            setExportForm(undefined);
            go({ exportId: id });
          }}
        />
      )}
    </>
  );
}

/** What an export is, and what is the shorter way when one is too much. */
function Lead({
  deployment,
  hrefOf,
}: Pick<ExportsPageProps, 'hrefOf'> & { readonly deployment: Deployment }) {
  return (
    <>
      {deployment.kind === 'server'
        ? 'LangSmith writes runs as Parquet files into your bucket. Needs the permission bulk-exports:manage and a plan that has bulk exports.'
        : 'Real exports by the engine in this browser: Parquet files, kept here or written to your bucket.'}{' '}
      For CSV, or for a few rows, use Download on the{' '}
      <a href={hrefOf(defaultRunsScreen(deployment))}>runs page</a>.
    </>
  );
}

interface OverviewProps extends ExportsPageProps {
  readonly onGo: (change: { readonly tab?: 'destinations'; readonly exportId?: string }) => void;
  readonly onNew: () => void;
  readonly onNewExport: () => void;
}

function Overview({ api, screen, hrefOf, onGo, onNew, onNewExport }: OverviewProps) {
  const exports = useQuery(exportsOptions(api));
  const destinations = useQuery(destinationsOptions(api));
  const all = exports.error ? (
    <LoadError what="the exports" error={exports.error} onRetry={() => void exports.refetch()} />
  ) : exports.data ? (
    <ExportList
      api={api}
      exports={exports.data}
      destinations={destinations.data ?? []}
      hrefOf={(id) => hrefOf({ kind: 'exports', deployment: screen.deployment, exportId: id })}
      hrefOfRuns={(project) => hrefOf({ ...defaultRunsScreen(screen.deployment), projects: [project] })}
      // Where nothing can be written to, a place comes first.
      start={
        destinations.data?.length === 0 ? (
          <Button variant="primary" onPress={onNew}>
            Add a destination
          </Button>
        ) : (
          <Button variant="primary" isDisabled={!destinations.data} onPress={onNewExport}>
            Start an export
          </Button>
        )
      }
    />
  ) : (
    <Spinner label="Loading the exports" />
  );
  const places = destinations.data ? (
    <DestinationList
      api={api}
      deployment={screen.deployment}
      destinations={destinations.data}
      onNew={onNew}
    />
  ) : (
    <Spinner label="Loading the destinations" />
  );
  return (
    <Tabs
      isFlush
      label="Bulk exports"
      selected={screen.tab ?? 'exports'}
      onSelect={(tab) => onGo(tab === 'destinations' ? { tab: 'destinations' } : {})}
      tabs={[
        { id: 'exports', label: 'Exports', badge: exports.data?.length || undefined, content: all },
        {
          id: 'destinations',
          label: 'Destinations',
          badge: destinations.data?.length || undefined,
          content: places,
        },
      ]}
    />
  );
}

/** Most plans have no bulk exports, and the server says so with a 403 or 404: that is no fault to retry for ever. */
function Refused({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const isClosed = isHttpError(error) && [402, 403, 404].includes(error.status);
  if (!isClosed) return <LoadError what="the destinations" error={error} onRetry={onRetry} />;
  return (
    <Callout
      tone="warning"
      title="This server does not let this key export in bulk."
      actions={
        <Button size="sm" onPress={onRetry}>
          Try again
        </Button>
      }
    >
      <p>{error.message}</p>
      <p>
        Bulk exports need the permission <code>bulk-exports:manage</code>, and a plan that has them:
        Enterprise for customers since 3 August 2026, Plus or Enterprise before. Downloads on the runs page
        work with any plan.
      </p>
    </Callout>
  );
}
