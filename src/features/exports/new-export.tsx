import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Api } from '../../contract/api.ts';
import type { Destination } from '../../contract/bulk-export.ts';
import { FilterEditor } from '../../editor/filter-editor.tsx';
import { diagnose, hasErrors } from '../../filter/diagnose.ts';
import { EXPORT_COLUMNS } from '../../filter/sql/export-query.ts';
import { ProjectPicker } from '../../parts/pick/project-picker.tsx';
import { WindowPicker } from '../../parts/pick/window-picker.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Deployment } from '../../url/screens.ts';
import { NewExportRequest } from './export-requests.tsx';
import { ExportPreview } from './export-preview.tsx';
import { forgetExports } from './exports-queries.ts';
import styles from './exports.module.css';
import { type ExportForm, NEW_EXPORT, readForm } from './plan/export-form.ts';
import { type LaunchFault, useLaunch } from './use-launch.ts';

interface NewExportProps {
  readonly api: Api;
  readonly deployment: Deployment;
  readonly start: Partial<ExportForm>;
  readonly destinations: readonly Destination[];
  readonly hrefOf: (exportId: string) => string;
  readonly onClose: () => void;
  readonly onCreated: (id: string) => void;
}

export function NewExport(props: NewExportProps) {
  const { api, deployment, start, destinations, hrefOf, onClose, onCreated } = props;
  const client = useQueryClient();
  const [form, setForm] = useState<ExportForm>({
    ...NEW_EXPORT,
    destinationId: destinations[0]?.id ?? '',
    ...start,
  });
  const [openedAt] = useState(() => Date.now());
  const { isBusy, fault, start: startAll } = useLaunch(api);
  const reading = readForm(form, openedAt);
  const isFilterWrong = hasErrors(diagnose(form.filter));
  const launch = async () => {
    if (reading.kind !== 'ready' || isFilterWrong) return;
    const last = await startAll(reading.drafts);
    await forgetExports(client, api);
    if (last !== undefined) onCreated(last);
  };
  return (
    <Dialog
      title="New export"
      isOpen
      size="lg"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isDisabled={reading.kind !== 'ready' || isFilterWrong}
            isPending={isBusy}
            onPress={() => void launch()}
          >
            {form.isScheduled ? 'Start the schedule' : 'Start the export'}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <What api={api} form={form} onForm={setForm} destinations={destinations} />
        <How form={form} onForm={setForm} />
        {reading.kind === 'incomplete' ? (
          <p className={styles.remark}>{reading.reason}</p>
        ) : (
          <ExportPreview
            api={api}
            deployment={deployment}
            drafts={reading.drafts}
            now={openedAt}
            hrefOf={hrefOf}
          />
        )}
        {fault && <Fault {...fault} />}
        {reading.kind === 'ready' && <NewExportRequest drafts={reading.drafts} deployment={deployment} />}
      </div>
    </Dialog>
  );
}

function Fault({ message, startedCount, wantedCount }: LaunchFault) {
  return (
    <Callout
      tone="danger"
      title={
        startedCount === 0
          ? 'The export was not started.'
          : `${startedCount} of ${wantedCount} exports were started; the next one was refused.`
      }
    >
      <p>{message}</p>
      <p>
        Nothing of this form is lost; change what is wrong and start again.
        {startedCount > 0 && ' Those that were started run on, and are not started a second time.'}
      </p>
    </Callout>
  );
}

interface PartProps {
  readonly form: ExportForm;
  readonly onForm: (form: ExportForm) => void;
}

function What({
  api,
  form,
  onForm,
  destinations,
}: PartProps & { readonly api: Api; readonly destinations: readonly Destination[] }) {
  return (
    <>
      <Select
        label="Destination"
        value={form.destinationId}
        onChange={(destinationId) => onForm({ ...form, destinationId })}
        options={destinations.map(({ id, displayName, bucket }) => ({
          value: id,
          label: displayName,
          ...(bucket === undefined ? {} : { description: bucket }),
        }))}
      />
      <div className={styles.pickers}>
        {!form.isAllExperiments && (
          <ProjectPicker
            api={api}
            window={form.window}
            chosen={form.projects}
            onChange={(projects) => onForm({ ...form, projects })}
          />
        )}
        <WindowPicker window={form.window} onChange={(window) => onForm({ ...form, window })} />
        <Switch
          isSelected={form.isAllExperiments}
          onChange={(isAllExperiments) => onForm({ ...form, isAllExperiments })}
        >
          All experiments instead of a project
        </Switch>
      </div>
      <div>
        <p className={styles.label}>Filter (asked of each run; an export has no root or any-run filter)</p>
        <FilterEditor
          label="Export filter"
          value={form.filter}
          onChange={(filter) => onForm({ ...form, filter })}
          onCommit={(filter) => onForm({ ...form, filter })}
          placeholder="All runs; or for example eq(is_root, true)"
        />
      </div>
    </>
  );
}

function How({ form, onForm }: PartProps) {
  return (
    <>
      <div className={styles.pair}>
        <Select
          label="When"
          value={form.isScheduled ? 'scheduled' : 'once'}
          onChange={(when) => onForm({ ...form, isScheduled: when === 'scheduled' })}
          options={[
            { value: 'once', label: 'Once' },
            { value: 'scheduled', label: 'Again and again', description: 'From the start of the window on' },
          ]}
        />
        {form.isScheduled && (
          <TextField
            label="Every so many hours"
            value={form.intervalHours}
            onChange={(intervalHours) => onForm({ ...form, intervalHours })}
          />
        )}
      </div>
      <details className={styles.more}>
        <summary>Format and columns</summary>
        <div className={styles.form}>
          <div className={styles.pair}>
            <Select
              label="Layout"
              value={form.formatVersion}
              onChange={(formatVersion) => onForm({ ...form, formatVersion })}
              options={[
                {
                  value: 'v2_beta',
                  label: 'v2_beta',
                  description: 'Times in UTC, folders that Hive readers know',
                },
                { value: 'v1', label: 'v1', description: 'The older one: times without a zone' },
              ]}
            />
            <Select
              label="Compression"
              value={form.compression}
              onChange={(compression) => onForm({ ...form, compression })}
              options={[
                { value: 'zstandard', label: 'zstandard' },
                { value: 'gzip', label: 'gzip' },
                { value: 'snappy', label: 'snappy' },
                { value: 'none', label: 'none' },
              ]}
            />
          </div>
          <Fields form={form} onForm={onForm} />
        </div>
      </details>
    </>
  );
}

function Fields({ form, onForm }: PartProps) {
  const { fields } = form;
  return (
    <>
      <Switch
        isSelected={fields === undefined}
        onChange={(isAll) => onForm({ ...form, fields: isAll ? undefined : EXPORT_COLUMNS })}
        description="Choosing needs LangSmith’s Helm chart 0.12.11 or newer on self-hosted servers."
      >
        All columns
      </Switch>
      {fields !== undefined && (
        <div className={styles.columns} role="group" aria-label="Columns">
          {EXPORT_COLUMNS.map((name) => (
            <Checkbox
              key={name}
              isSelected={fields.includes(name)}
              onChange={(isOn) =>
                onForm({
                  ...form,
                  fields: EXPORT_COLUMNS.filter((each) => (each === name ? isOn : fields.includes(each))),
                })
              }
            >
              {name}
            </Checkbox>
          ))}
        </div>
      )}
    </>
  );
}
