import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { applyPatch } from '../../../snippets/apply-patch.ts';
import type { Recognised, RunsPatch } from '../../../snippets/paste/patch.ts';
import { recognise } from '../../../snippets/paste/recognise.ts';
import { Button } from '../../../ui/button.tsx';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { namedProjects, projectNotes, type FoundProject } from './paste-projects.ts';
import { KIND_WORDS, patchLines } from './paste-words.ts';
import type { StartPanelProps } from './start-panel.tsx';
import styles from './start-panel.module.css';

/** Any text that holds a query becomes one; whatever of it is not understood is named before it is used. */
export function PasteForm(props: StartPanelProps) {
  const [text, setText] = useState('');
  const [openedAt] = useState(() => Date.now());
  const found = text.trim() === '' ? undefined : recognise(text, openedAt);
  return (
    <div className={styles.part}>
      <TextField
        label="Paste a LangSmith link, a curl command, Python or TypeScript code, JSON, a filter, a search-bar query or an id"
        value={text}
        onChange={setText}
        isMono
        isMultiline
        autoFocus
      />
      {text.trim() !== '' && !found && (
        <Callout tone="warning" title="No query was found in this text.">
          Paste the whole call or link. Nothing of the text was kept.
        </Callout>
      )}
      {found && <Found key={text} {...props} found={found} />}
    </div>
  );
}

function Found({ api, screen, onChosen, hrefOf, found }: StartPanelProps & { readonly found: Recognised }) {
  const names = namedProjects(found.patch);
  const projects = useQuery({
    queryKey: [api.connectionId, 'projects-by-name', names],
    queryFn: async ({ signal }): Promise<readonly FoundProject[]> =>
      Promise.all(
        names.map(async (name) => {
          const [project] = await api.listProjects(
            { name, includeStats: false, offset: 0, limit: 1 },
            signal,
          );
          return { name, id: project?.id };
        }),
      ),
    enabled: names.length > 0,
  });
  const looked = projects.data ?? [];
  const notes = [
    ...found.notes,
    ...projectNotes(found.patch, looked, projects.isPending && names.length > 0),
  ];
  const known = (found.patch.projects ?? []).flatMap((hint) => {
    if ('id' in hint) return [hint];
    const id = looked.find(({ name }) => name === hint.name)?.id;
    return id === undefined ? [] : [{ id, name: hint.name }];
  });
  return (
    <div className={styles.part} role="status">
      <p>
        <strong>{KIND_WORDS[found.kind]}</strong>
        {found.confidence === 'maybe' && ' (perhaps)'}
      </p>
      <dl className={styles.lines}>
        {patchLines(found.patch).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <code>{value}</code>
            </dd>
          </div>
        ))}
      </dl>
      {found.secretsFound && (
        <Callout
          tone="warning"
          title="The text held a key or a password. It was dropped and is kept nowhere."
        />
      )}
      {notes.length > 0 && (
        <ul className={styles.notes} aria-label="Notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <div className={styles.foot}>
        {found.patch.open?.kind === 'run' && <OpenRun patch={found.patch} screen={screen} hrefOf={hrefOf} />}
        {asksForRows(found.patch) && (
          <Button
            variant="primary"
            isDisabled={names.length > 0 && projects.isPending}
            onPress={() => onChosen(applyPatch(screen, found.patch, known))}
          >
            Use this query
          </Button>
        )}
      </div>
    </div>
  );
}

const asksForRows = ({ open, filter, traceFilter, treeFilter, args, window }: RunsPatch) =>
  open === undefined ||
  Boolean(filter || traceFilter || treeFilter || window || Object.keys(args ?? {}).length);

function OpenRun({
  patch,
  screen,
  hrefOf,
}: Pick<StartPanelProps, 'screen' | 'hrefOf'> & { readonly patch: RunsPatch }) {
  const { open } = patch;
  if (open?.kind !== 'run') return undefined;
  const { runId, traceId, projectId } = open;
  const href = hrefOf({
    kind: 'trace',
    deployment: screen.deployment,
    traceId: traceId ?? runId,
    ...(traceId === undefined || traceId === runId ? {} : { runId }),
    ...(projectId === undefined ? {} : { projectId }),
  });
  return (
    <ButtonLink variant="primary" href={href}>
      Open this run
    </ButtonLink>
  );
}
