import type { Run, RunPayload } from '../../contract/run.ts';
import { ErrorView } from '../../parts/content/error-view.tsx';
import { Callout } from '../../ui/callout.tsx';

interface TurnErrorProps {
  readonly run: Run;
  readonly payload: RunPayload | undefined;
}

/** The whole error; until the turn is loaded its beginning, which says that it is one. */
export function TurnError({ run, payload }: TurnErrorProps) {
  const text = payload?.error ?? run.errorPreview;
  if (text === undefined) return <Callout tone="danger" title="This turn failed. No message was recorded." />;
  return <ErrorView text={text} isCut={payload?.error === undefined} />;
}
