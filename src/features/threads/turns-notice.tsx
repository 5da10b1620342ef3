import { formatCount } from '../../lib/format-count.ts';
import { errorAdvice } from '../../parts/error-advice.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import styles from './threads.module.css';
import type { TurnPages } from './use-turn-pages.ts';

interface TurnsNoticeProps {
  readonly pages: TurnPages;
  /** The turn of the link, by its trace. */
  readonly wanted: string | undefined;
}

/** What keeps a turn from being here. */
export function TurnsNotice({ pages, wanted }: TurnsNoticeProps) {
  const { turns, hasOlder, isFetching, error, isMissing, loadOlder } = pages;
  if (turns.length === 0) return null;
  const older = (
    <Button size="sm" isPending={isFetching} onPress={loadOlder}>
      {error ? 'Try again' : 'Load older turns'}
    </Button>
  );
  if (error) {
    const { title, whatNow } = errorAdvice(error);
    return (
      <Callout tone="danger" title={`Older turns could not be loaded: ${title}`} actions={older}>
        {whatNow}
      </Callout>
    );
  }
  if (!isMissing) return null;
  return hasOlder ? (
    <Callout
      tone="warning"
      title={`The turn of this link is not among the newest ${formatCount(turns.length)} turns.`}
      actions={older}
    />
  ) : (
    <Callout tone="warning" title="The turn of this link is not in this thread.">
      No turn has the trace {wanted}; this is the beginning of the thread.
    </Callout>
  );
}

/** The beginning comes last, so nothing is shown that would move a moment later. */
export function TurnsOnTheWay({ pages }: Pick<TurnsNoticeProps, 'pages'>) {
  return (
    <div className={styles.nothing} role="status">
      <Spinner label="" /> Reading the turns from the last to the first: {formatCount(pages.turns.length)}
      {pages.total === undefined ? '' : ` of ${formatCount(pages.total)}`} so far.{' '}
      <Button size="sm" variant="ghost" onPress={pages.hurry}>
        Show these now
      </Button>
    </div>
  );
}
