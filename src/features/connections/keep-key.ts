import { toast } from '../../ui/toast-queue.ts';
import type { KeyVault } from './key-vault.ts';
import type { ServerConnection } from './server-connection.ts';

export function keepKey(
  keys: KeyVault,
  connection: ServerConnection,
  key: string,
  isRemembered: boolean,
): void {
  if (keys.keep(connection, key, isRemembered)) return;
  toast('This browser refused to store the key. It is kept until the tab is closed.', { tone: 'warning' });
}
