import { useEffect, useRef, useState } from 'react';
import type { Api } from '../../../contract/api.ts';
import type { RunsScreen } from '../../../url/screens.ts';
import { investigate, type Evidence, type Progress } from './investigate.ts';

export type Investigation =
  | { readonly phase: 'idle' | 'cancelled' }
  | { readonly phase: 'running'; readonly progress: Progress | undefined }
  | { readonly phase: 'done'; readonly evidence: Evidence }
  | { readonly phase: 'failed'; readonly message: string };

/** Mount it once per question: another question must not inherit the answers. */
export function useInvestigation(api: Api, screen: RunsScreen) {
  const [state, setState] = useState<Investigation>({ phase: 'idle' });
  const running = useRef<AbortController>(undefined);
  // The outside system is the server: nobody waits for answers once the panel is gone.
  useEffect(() => () => running.current?.abort(), []);

  const start = async () => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    setState({ phase: 'running', progress: undefined });
    const report = (progress: Progress) => !signal.aborted && setState({ phase: 'running', progress });
    try {
      const evidence = await investigate(api, screen, Date.now(), report, signal);
      setState({ phase: 'done', evidence });
    } catch (error) {
      if (signal.aborted) return;
      setState({ phase: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  };
  const cancel = () => {
    running.current?.abort();
    setState({ phase: 'cancelled' });
  };
  return { state, start: () => void start(), cancel };
}
