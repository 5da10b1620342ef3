import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Boxes, Cable, ChevronsUpDown, FileText, Server } from 'lucide-react';
import { useCallback, useSyncExternalStore } from 'react';
import { infoOptions } from '../../api/queries.ts';
import type { Api } from '../../contract/api.ts';
import { deploymentOf, findConnection } from '../../features/connections/find-connection.ts';
import type { ServerConnection } from '../../features/connections/server-connection.ts';
import { Icon } from '../../ui/icon.tsx';
import { type MenuGroup, MenuButton } from '../../ui/menu.tsx';
import { defaultRunsScreen } from '../../url/defaults.ts';
import type { Deployment, Screen } from '../../url/screens.ts';
import { deploymentName } from '../deployment-name.ts';
import { useServers, useServices } from '../services.ts';
import { refusalOf, refusalWords } from './refusal.ts';
import styles from './shell.module.css';

interface SwitcherProps {
  readonly deployment: Deployment;
  readonly onGo: (screen: Screen) => void;
}

interface ConnectionSwitcherProps extends SwitcherProps {
  /** Undefined while the deployment cannot be asked. */
  readonly api: Api | undefined;
}

export function ConnectionSwitcher({ api, ...props }: ConnectionSwitcherProps) {
  return api ? (
    <AskedSwitcher {...props} api={api} />
  ) : (
    <Switcher {...props} state="failed" note="not connected" />
  );
}

/** Asked once per connection: which version and which API, or that nobody answers. */
function AskedSwitcher({ api, ...props }: SwitcherProps & { readonly api: Api }) {
  const info = useQuery(infoOptions(api));
  const refusal = useRefusal(api.connectionId);
  if (refusal !== undefined) return <Switcher {...props} state="failed" note={refusal} />;
  if (info.isSuccess) return <Switcher {...props} state="ok" hint={info.data.generationReason} />;
  if (info.isError) {
    const note = refusalWords(info.error) ?? 'no answer';
    return <Switcher {...props} state="failed" note={note} hint={info.error.message} />;
  }
  return <Switcher {...props} state="asking" />;
}

/** Whether the newest answers refuse the key, or do not come. */
function useRefusal(connectionId: string): string | undefined {
  const cache = useQueryClient().getQueryCache();
  const subscribe = useCallback((listener: () => void) => cache.subscribe(listener), [cache]);
  return useSyncExternalStore(subscribe, () =>
    refusalOf(
      cache
        .findAll({ queryKey: [connectionId], predicate: ({ queryKey: [, what] }) => what !== 'info' })
        .map(({ state }) => state),
    ),
  );
}

interface SwitcherState {
  readonly state: 'asking' | 'ok' | 'failed';
  /** For those who do not see the colour of the dot. */
  readonly note?: string;
  readonly hint?: string;
}

function Switcher({ deployment, onGo, state, note, hint }: SwitcherProps & SwitcherState) {
  const { preferences } = useServices();
  const servers = useServers();
  const name = deploymentName(deployment, servers);

  function open(id: string) {
    if (id === CONNECTIONS) return onGo({ kind: 'connections' });
    const server = servers.find((known) => known.id === id);
    const next: Deployment = server ? deploymentOf(server) : { kind: id === 'files' ? 'files' : 'sample' };
    // Choosing is a preference; merely following a link is not.
    preferences.setState({ lastDeployment: next });
    onGo(defaultRunsScreen(next));
  }

  const label = note === undefined ? `Connection: ${name}` : `Connection: ${name}, ${note}`;
  return (
    <MenuButton label={label} sections={sectionsOf(servers, deployment)} onAction={open}>
      <span className={styles.place}>
        <span className={styles.dot} data-state={state} title={hint ?? note} />
        <span className={styles.placeName}>{name}</span>
        <Icon source={ChevronsUpDown} size={14} />
      </span>
    </MenuButton>
  );
}

/** No id of a connection: those are UUIDs. */
const CONNECTIONS = 'connections';

function sectionsOf(servers: readonly ServerConnection[], deployment: Deployment): readonly MenuGroup[] {
  const current = deployment.kind === 'server' ? findConnection(servers, deployment)?.id : deployment.kind;
  const item = (id: string, label: string, icon: typeof Server) => {
    return { id, label, icon, detail: id === current ? 'current' : undefined };
  };
  const local = [item('sample', 'Sample workspace', Boxes), item('files', 'Files', FileText)];
  const remote = servers.map(({ id, name }) => item(id, name, Server));
  return [
    { title: 'In this browser', items: local },
    ...(remote.length > 0 ? [{ title: 'Servers', items: remote }] : []),
    { items: [item(CONNECTIONS, 'Connections…', Cable)] },
  ];
}
