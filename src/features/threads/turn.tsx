import { ArrowRight } from 'lucide-react';
import { memo, useMemo } from 'react';
import type { Run, RunPayload } from '../../contract/run.ts';
import { formatCost } from '../../lib/format-cost.ts';
import { formatCount } from '../../lib/format-count.ts';
import { formatDuration } from '../../lib/format-duration.ts';
import { formatAbsolute } from '../../lib/format-time.ts';
import { turnMessages, type TurnSide } from '../../model/turn-messages.ts';
import { MessageView } from '../../parts/content/message-view.tsx';
import { OtherFields } from '../../parts/content/other-fields.tsx';
import { ValueView } from '../../parts/content/value-view.tsx';
import { FeedbackBadges } from '../../parts/feedback-badges.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { EarlierMessages } from './earlier-messages.tsx';
import styles from './threads.module.css';
import { TurnError } from './turn-error.tsx';
import type { LoadedPayload } from './turn-list.tsx';

interface TurnProps {
  readonly run: Run;
  /** Its name: counted from the first turn or, with a minus, from the last. */
  readonly number: string;
  readonly payload: LoadedPayload | undefined;
  readonly before: { readonly run: Run; readonly payload: RunPayload | undefined } | undefined;
  readonly isSelected: boolean;
  readonly href: string;
}

export function Turn({ run, number, payload, before, isSelected, href }: TurnProps) {
  return (
    <article className={styles.turn} aria-label={`Turn ${number}`} aria-current={isSelected || undefined}>
      <header className={styles.turnHead}>
        <h2 className={styles.turnNumber}>Turn {number}</h2>
        <span title={run.name}>{formatAbsolute(run.startTime)}</span>
        <span>{formatDuration(run.latencySeconds)}</span>
        {run.totalTokens !== undefined && run.totalTokens > 0 && (
          <span>{formatCount(run.totalTokens)} tokens</span>
        )}
        {run.totalCost !== undefined && <span>{formatCost(run.totalCost)}</span>}
        <FeedbackBadges feedback={run.feedback} />
        <a href={href} className={styles.traceLink}>
          Trace <Icon source={ArrowRight} size={13} />
        </a>
      </header>
      {payload?.payload ? (
        <Messages
          run={run}
          payload={payload.payload}
          before={before?.payload}
          beforeType={before?.run.runType}
        />
      ) : payload?.error ? (
        <Callout
          tone="danger"
          title="This turn could not be loaded."
          actions={
            <Button size="sm" onPress={payload.retry}>
              Try again
            </Button>
          }
        >
          {payload.error.message}
        </Callout>
      ) : (
        <Spinner label={`Loading turn ${number}`} />
      )}
      {run.status === 'error' && <TurnError run={run} payload={payload?.payload} />}
      {run.status === 'pending' && <p className={styles.remark}>This turn has not ended.</p>}
    </article>
  );
}

interface MessagesProps {
  readonly run: Run;
  readonly payload: RunPayload;
  readonly before: RunPayload | undefined;
  readonly beforeType: string | undefined;
}

const Messages = memo(function Messages({ run, payload, before, beforeType }: MessagesProps) {
  const { input, output } = useMemo(
    () => turnMessages(payload, run.runType, before, beforeType),
    [payload, run.runType, before, beforeType],
  );
  return (
    <div className={styles.messages}>
      <Side side={input} label="Input" />
      <Side side={output} label="Output" />
    </div>
  );
});

function Side({ side, label }: { readonly side: TurnSide; readonly label: string }) {
  const { earlier, messages, other, unchanged } = side;
  return (
    <>
      {earlier.length > 0 && <EarlierMessages messages={earlier} of={label.toLowerCase()} />}
      {messages.map((message, index) => (
        <MessageView key={index} message={message} />
      ))}
      {other !== undefined &&
        (messages.length > 0 ? (
          <OtherFields fields={other} label={`Other ${label.toLowerCase()}s`} />
        ) : (
          <ValueView value={other} label={label} />
        ))}
      {unchanged !== undefined && (
        <OtherFields fields={unchanged} label={`Unchanged ${label.toLowerCase()}s`} />
      )}
    </>
  );
}
