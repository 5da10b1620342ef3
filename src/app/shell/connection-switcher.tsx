import { useQuery } from '@tanstack/react-query';
import { Boxes, Cable, ChevronsUpDown, FileText, Server } from 'lucide-react';
import { infoOptions } from '../../api/queries.ts';
import type { Api } from '../../contract/api.ts';
import { deploymentOf, findConnection } from '../../features/connections/find-connection.ts';
import { defaultRunsScreen } from '../../url/defaults.ts';
import type { Deployment, Screen } from '../../url/screens.ts';
import { Icon } from '../../ui/icon.tsx';
import { type MenuGroup, MenuButton } from '../../ui/menu.tsx';
import { deploymentName } from '../deployment-name.ts';
import { useServers, useServices } from '../services.ts';
import styles from './shell.module.css';

interface ConnectionSwitcherProps {
  readonly deployment: Deployment;
  /** Undefined while the deployment cannot be asked. */
  readonly api: Api | undefined;
  readonly onGo: (screen: Screen) => void;
}

export function ConnectionSwitcher({ deployment, api, onGo }: ConnectionSwitcherProps) {
  const { preferences } = useServices();
  const servers = useServers();
  const name = deploymentName(deployment, servers);
  const current = deployment.kind === 'server' ? findConnection(servers, deployment)?.id : deployment.kind;

  function open(id: string) {
    if (id === 'connections') return onGo({ kind: 'connections' });
    const server = servers.find((known) => known.id === id);
    const next: Deployment = server ? deploymentOf(server) : { kind: id === 'files' ? 'files' : 'sample' };
    // Choosing is a preference; merely following a link is not.
    preferences.setState({ lastDeployment: next });
    onGo(defaultRunsScreen(next));
  }

  const detailOf = (id: string) => (id === current ? 'current' : undefined);
  const sections: MenuGroup[] = [
    {
      title: 'In this browser',
      items: [
        { id: 'sample', label: 'Sample workspace', icon: Boxes, detail: detailOf('sample') },
        { id: 'files', label: 'Files', icon: FileText, detail: detailOf('files') },
      ],
    },
    ...(servers.length > 0
      ? [
          {
            title: 'Servers',
            items: servers.map((server) => ({
              id: server.id,
              label: server.name,
              icon: Server,
              detail: detailOf(server.id),
            })),
          },
        ]
      : []),
    { items: [{ id: 'connections', label: 'Connections…', icon: Cable }] },
  ];
  return (
    <MenuButton label={`Connection: ${name}`} sections={sections} onAction={open}>
      <span className={styles.place}>
        {api ? (
          <StatusDot api={api} />
        ) : (
          <span className={styles.dot} data-state="failed" title="Not connected" />
        )}
        <span className={styles.placeName}>{name}</span>
        <Icon source={ChevronsUpDown} size={14} />
      </span>
    </MenuButton>
  );
}

/** Asked once per connection: which version and which API, or that nobody answers. */
function StatusDot({ api }: { readonly api: Api }) {
  const info = useQuery(infoOptions(api));
  const state = info.isSuccess ? 'ok' : info.isError ? 'failed' : 'asking';
  return <span className={styles.dot} data-state={state} title={info.data?.generationReason} />;
}
