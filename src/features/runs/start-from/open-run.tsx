import type { RunsPatch } from '../../../snippets/paste/patch.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { asksForRows } from './paste-words.ts';
import type { StartPanelProps } from './start-panel.tsx';

interface OpenRunProps extends Pick<StartPanelProps, 'screen' | 'hrefOf'> {
  readonly patch: RunsPatch;
  readonly size?: 'sm';
}

/** Of a paste that names one run, beside a question or without one. */
export function OpenRun({ patch, screen, hrefOf, size }: OpenRunProps) {
  const { open } = patch;
  if (open?.kind !== 'run') return undefined;
  const { runId, traceId, projectId } = open;
  const href = hrefOf({
    kind: 'trace',
    deployment: screen.deployment,
    traceId: traceId ?? runId,
    ...(traceId === undefined || traceId === runId ? {} : { runId }),
    ...(projectId === undefined ? {} : { projectId }),
  });
  return (
    <ButtonLink variant={asksForRows(patch) ? 'secondary' : 'primary'} href={href} {...(size && { size })}>
      Open this run
    </ButtonLink>
  );
}
