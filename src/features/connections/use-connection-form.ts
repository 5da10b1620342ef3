import { useState } from 'react';
import { proxyAllows } from '../../api/local-proxy.ts';
import type { Workspace } from '../../contract/server.ts';
import {
  catchKey,
  type ConnectionDraft,
  connectionFrom,
  type DraftAnswer,
  draftFrom,
  urlOfDraft,
} from './connection-draft.ts';
import type { ConnectionFormProps } from './connection-form.tsx';
import { withServer } from './connection-store.ts';
import { keepKey } from './keep-key.ts';
import { type ServerConnection, suggestedName } from './server-connection.ts';
import { type ConnectionTest, useConnectionTest } from './use-connection-test.ts';
import { isLoopback, useLocalProxy } from './use-local-proxy.ts';

export interface ConnectionFormState {
  readonly draft: ConnectionDraft;
  readonly change: (change: Partial<ConnectionDraft>) => void;
  readonly changeAddress: (text: string) => void;
  readonly hadKeyInAddress: boolean;
  readonly isKeyKnown: boolean;
  readonly problem: Extract<DraftAnswer, { kind: 'refused' }> | undefined;
  readonly notes: readonly string[];
  readonly suggestedName: string | undefined;
  /** There is one, and there is an address that could need it: servers on this machine can do without. */
  readonly isProxyOffered: boolean;
  readonly isProxyAllowed: boolean;
  readonly isProxyUsed: boolean;
  readonly workspaces: readonly Workspace[];
  readonly test: ConnectionTest;
  readonly isConnecting: boolean;
  /** The test of exactly this draft failed; the person may still keep it. */
  readonly canSaveAnyway: boolean;
  readonly runTest: () => Promise<void>;
  /** Keeps it if the server answers as it should. */
  readonly connect: () => Promise<void>;
  readonly saveAnyway: () => void;
}

export function useConnectionForm(props: ConnectionFormProps): ConnectionFormState {
  const { start, connections, keys, onSaved } = props;
  const [draft, setDraft] = useState(() => ({
    ...draftFrom(start, crypto.randomUUID()),
    isKeyRemembered: start.connection !== undefined && keys.stateOf(start.connection) === 'remembered',
  }));
  const [hadKeyInAddress, setHadKey] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const [isConnecting, setConnecting] = useState(false);
  const { test, run, reset } = useConnectionTest();
  const proxy = useLocalProxy();

  const isProxyAllowed = (url: string) => proxy !== undefined && proxyAllows(proxy, url);
  const isKeyKnown = (connection: ServerConnection) => keys.stateOf(connection) !== 'none';
  const answer = connectionFrom(draft, { isKeyKnown, isProxyAllowed });
  const connection = answer.kind === 'ok' ? answer.connection : undefined;
  const url = urlOfDraft(draft);
  const isAllowed = url !== undefined && isProxyAllowed(url);

  function change(part: Partial<ConnectionDraft>) {
    setDraft((current) => ({ ...current, ...part }));
    // Only the name says nothing about what was tested.
    if (Object.keys(part).some((name) => name !== 'name')) reset();
  }

  async function runTest() {
    setAsked(true);
    return connection && run(connection, draft.apiKey.trim() || keys.keyOf(connection));
  }

  function save(saved: ServerConnection) {
    // Whether a key is remembered may change without the key.
    const key = draft.apiKey.trim() || keys.keyOf(saved);
    if (key) keepKey(keys, saved, key, draft.isKeyRemembered);
    connections.setState((state) => withServer(state, saved));
    onSaved(saved);
  }

  return {
    draft,
    change,
    changeAddress(text) {
      const { address, hadKey } = catchKey(text);
      setHadKey(hadKey);
      change({ address });
    },
    hadKeyInAddress,
    isKeyKnown: connection !== undefined && isKeyKnown(connection),
    problem: isAsked && answer.kind === 'refused' ? answer : undefined,
    notes: answer.kind === 'ok' ? answer.notes : [],
    suggestedName: url === undefined ? undefined : suggestedName(url),
    isProxyOffered: proxy !== undefined && url !== undefined && (isAllowed || !isLoopback(url)),
    isProxyAllowed: isAllowed,
    isProxyUsed: isAllowed && (draft.viaProxy ?? true),
    workspaces: workspacesOf(test),
    test,
    isConnecting,
    canSaveAnyway: test.kind === 'done' && test.report.kind !== 'ok',
    runTest: async () => {
      await runTest();
    },
    async connect() {
      setAsked(true);
      if (!connection) return;
      if (test.kind === 'done' && test.report.kind === 'ok') return save(connection);
      setConnecting(true);
      const report = await runTest();
      setConnecting(false);
      if (report?.kind === 'ok') save(connection);
    },
    saveAnyway: () => connection && save(connection),
  };
}

function workspacesOf(test: ConnectionTest): readonly Workspace[] {
  return test.kind === 'done' && 'workspaces' in test.report ? (test.report.workspaces ?? []) : [];
}
