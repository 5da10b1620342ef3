import { ComboBox } from '../../ui/combo-box.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ConnectionFormState } from './use-connection-form.ts';

/** A text until a test has told which workspaces the key can see; then a choice. */
export function WorkspaceField({ form }: { readonly form: ConnectionFormState }) {
  const { draft, change, workspaces, problem } = form;
  const description = 'Needed for keys of an organization, and for people with several workspaces.';
  if (workspaces.length === 0) {
    return (
      <TextField
        label="Workspace id"
        value={draft.workspaceId}
        onChange={(workspaceId) => change({ workspaceId })}
        description={description}
        error={problem?.field === 'workspaceId' ? problem.reason : undefined}
        placeholder="Optional"
        isMono
      />
    );
  }
  return (
    <ComboBox
      label="Workspace"
      items={workspaces.map(({ id, name }) => ({ id, label: name, detail: id.slice(0, 8) }))}
      selectedId={workspaces.some(({ id }) => id === draft.workspaceId) ? draft.workspaceId : undefined}
      onSelect={(workspaceId) => change({ workspaceId })}
      placeholder="Choose a workspace"
      description={description}
    />
  );
}
