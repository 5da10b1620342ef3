import { useState } from 'react';
import { applyPatch } from '../../../snippets/apply-patch.ts';
import type { Recognised } from '../../../snippets/paste/patch.ts';
import { recognise } from '../../../snippets/paste/recognise.ts';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { OpenRun } from './open-run.tsx';
import { asksForRows, KIND_WORDS } from './paste-words.ts';
import { PatchLines } from './patch-lines.tsx';
import type { StartPanelProps } from './start-panel.tsx';
import styles from './start-panel.module.css';
import { useFoundProjects } from './use-found-projects.ts';

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
  const { known, isLooking, notes } = useFoundProjects(api, found);
  return (
    <div className={styles.part} role="status">
      <p>
        <strong>{KIND_WORDS[found.kind]}</strong>
        {found.confidence === 'maybe' && ' (perhaps)'}
      </p>
      <PatchLines patch={found.patch} />
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
        <OpenRun patch={found.patch} screen={screen} hrefOf={hrefOf} />
        {asksForRows(found.patch) && (
          <Button
            variant="primary"
            isDisabled={isLooking}
            onPress={() => onChosen(applyPatch(screen, found.patch, known))}
          >
            Use this query
          </Button>
        )}
      </div>
    </div>
  );
}
