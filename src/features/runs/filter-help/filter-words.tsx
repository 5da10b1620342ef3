/** What stands quietly below the editors: the question in words, and where the server's opinion differs. */
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { Api } from '../../../contract/api.ts';
import type { Dialect } from '../../../filter/dialect.ts';
import { questionInWords } from './question-words.ts';
import { classNames } from '../../../ui/class-names.ts';
import type { RunsScreen } from '../../../url/screens.ts';
import { type FilterTexts, textsOf } from '../filter-drafts.ts';
import { runQueryOf } from '../run-query.ts';
import styles from './filter-words.module.css';
import { verdictRemarks } from './verdict-remarks.ts';

export interface FilterWordsProps {
  readonly api: Api;
  readonly screen: RunsScreen;
  readonly texts: FilterTexts;
  readonly dialect: Dialect;
  readonly isExplained: boolean;
}

export function FilterWords({ api, screen, texts, dialect, isExplained }: FilterWordsProps) {
  const written = useDeferredValue(texts);
  const remarks = useVerdict(api, screen, dialect);
  if (!isExplained && remarks.length === 0) return undefined;
  return (
    <div className={styles.words}>
      {isExplained && (
        <p aria-label="The filters in words" role="note">
          {questionInWords(written, screen.view, screen.args)}
        </p>
      )}
      {remarks.map(({ kind, message }) => (
        <p key={message} className={classNames(kind === 'refused' && styles.refused)} role="status">
          {message}
        </p>
      ))}
    </div>
  );
}

/** Asked once for a question, after it was asked itself; only of servers, who alone have an opinion. */
function useVerdict(api: Api, screen: RunsScreen, dialect: Dialect) {
  const texts = textsOf(screen);
  const query = runQueryOf(screen, {});
  const hasFilter = Object.values(texts).some((text) => text.trim() !== '');
  const { data: verdict } = useQuery({
    queryKey: [api.connectionId, 'filter-verdict', query],
    queryFn: ({ signal }) => api.validateFilter(query, signal),
    enabled: dialect.kind === 'server' && hasFilter && screen.projects.length > 0,
    staleTime: Infinity,
    // A server without this check answers the question all the same.
    retry: false,
    refetchOnWindowFocus: false,
  });
  return verdict ? verdictRemarks(texts, dialect, verdict) : [];
}
