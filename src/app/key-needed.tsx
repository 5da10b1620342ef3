import type { ServerConnection } from '../features/connections/server-connection.ts';
import { printLink } from '../url/link.ts';
import { LazyPart } from '../ui/lazy-part.tsx';
import { loadKeyPrompt } from './pages.ts';
import styles from './screen.module.css';
import { useServices } from './services.ts';

export function KeyNeeded({ connection }: { readonly connection: ServerConnection }) {
  const { keys } = useServices();
  return (
    <div className={styles.scroll}>
      <title>API key needed · Runlens</title>
      <div className={styles.narrow}>
        <h1 className={styles.heading}>{connection.name} needs its API key</h1>
        <p className={styles.muted}>
          The key was kept only until the tab was closed, or it was forgotten. It goes to this server and
          nowhere else.
        </p>
        <LazyPart
          name="form"
          loader={loadKeyPrompt}
          props={{ connection, keys, connectionsHref: printLink({ kind: 'connections' }) }}
        />
      </div>
    </div>
  );
}
