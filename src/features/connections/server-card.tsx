import { Ellipsis, Server } from 'lucide-react';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Icon } from '../../ui/icon.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import styles from './connections.module.css';
import type { KeyState } from './key-vault.ts';
import type { ServerConnection } from './server-connection.ts';

interface ServerCardProps {
  readonly server: ServerConnection;
  readonly keyState: KeyState;
  readonly href: string;
  readonly onTest: () => void;
  readonly onEdit: () => void;
  readonly onForgetKey: () => void;
  readonly onRemove: () => void;
}

export function ServerCard({ server, keyState, href, ...events }: ServerCardProps) {
  const actions: Readonly<Record<string, () => void>> = {
    edit: events.onEdit,
    forget: events.onForgetKey,
    remove: events.onRemove,
  };
  return (
    <>
      <span className={styles.cardIcon}>
        <Icon source={Server} />
      </span>
      <div>
        <p className={styles.cardName}>
          {server.name} <KeyBadge server={server} keyState={keyState} />
        </p>
        <p className={styles.cardDetail}>
          {server.url}
          {server.workspaceId !== undefined && ` · workspace ${server.workspaceId.slice(0, 8)}`}
          {server.viaProxy && ' · through the local proxy'}
        </p>
      </div>
      <div className={styles.cardActions}>
        <Button size="sm" variant="ghost" onPress={events.onTest}>
          Test
        </Button>
        <ButtonLink size="sm" href={href}>
          Open
        </ButtonLink>
        <MenuButton
          label={`More for ${server.name}`}
          icon={Ellipsis}
          size="sm"
          items={[
            { id: 'edit', label: 'Change…' },
            { id: 'forget', label: 'Forget the key', isDisabled: keyState === 'none' },
            { id: 'remove', label: 'Remove the connection', isDanger: true },
          ]}
          onAction={(id) => actions[id]?.()}
        />
      </div>
    </>
  );
}

function KeyBadge({ server, keyState }: { readonly server: ServerConnection; readonly keyState: KeyState }) {
  if (keyState === 'remembered') return <Badge tone="info">key remembered</Badge>;
  if (keyState === 'memory') return <Badge tone="neutral">key until the tab closes</Badge>;
  if (server.needsKey) return <Badge tone="warning">key needed</Badge>;
  return <Badge tone="neutral">without key</Badge>;
}
