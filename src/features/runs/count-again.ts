import type { QueryClient } from '@tanstack/react-query';

/**
 * Asks anew for what the server counts. A window without a moving end keeps its name, so nothing else would.
 * The bars are not among it: they carry the time of the rows (`readAt`), since they may cost many requests.
 */
export function countAgain(client: QueryClient, connectionId: string): void {
  for (const name of ['run-stats', 'group-stats', 'oldest-start'])
    void client.invalidateQueries({ queryKey: [connectionId, name] });
}
