import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './connections.module.css';
import { keepKey } from './keep-key.ts';
import type { KeyVault } from './key-vault.ts';
import type { ServerConnection } from './server-connection.ts';

interface KeyPromptProps {
  readonly connection: ServerConnection;
  readonly keys: KeyVault;
  /** Where the connection can be changed. */
  readonly connectionsHref: string;
}

/** A known connection whose key is not here any more: the tab was closed, or the key was forgotten. */
export function KeyPrompt({ connection, keys, connectionsHref }: KeyPromptProps) {
  const [key, setKey] = useState('');
  const [isRemembered, setRemembered] = useState(false);
  const [error, setError] = useState<string>();

  function use() {
    const entered = key.trim();
    if (entered === '') return setError('Enter the API key.');
    keepKey(keys, connection, entered, isRemembered);
  }

  return (
    <form
      className={styles.form}
      aria-label={`API key of ${connection.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        use();
      }}
    >
      <TextField
        label={`API key for ${new URL(connection.url).host}`}
        type="password"
        value={key}
        onChange={setKey}
        error={error}
        autoFocus
      />
      <Checkbox
        isSelected={isRemembered}
        onChange={setRemembered}
        description="Otherwise it is forgotten when this tab is closed. Remembered, it is kept unencrypted in this browser’s storage."
      >
        Remember the key in this browser
      </Checkbox>
      <div className={styles.buttons}>
        <Button variant="primary" type="submit">
          Continue
        </Button>
        <ButtonLink href={connectionsHref} variant="ghost">
          Connections
        </ButtonLink>
      </div>
    </form>
  );
}
