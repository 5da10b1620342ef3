import { Button } from '../../../ui/button.tsx';
import { TimeText } from '../../../ui/time-text.tsx';
import { applyPatch } from '../../../snippets/apply-patch.ts';
import { KEPT, recentOf, useRecentFilters } from './recent-filters.ts';
import type { StartPanelProps } from './start-panel.tsx';
import styles from './start-panel.module.css';

export function RecentList({ screen, onChosen }: StartPanelProps) {
  const { recent, clear } = useRecentFilters();
  const own = recentOf(
    recent,
    screen.projects.map(({ id }) => id),
  );
  if (own.length === 0)
    return <p className={styles.remark}>No filter was used in this project on this browser yet.</p>;
  return (
    <div className={styles.part}>
      <ul className={styles.scroll}>
        {own.map((each) => (
          <li key={each.at}>
            <button
              type="button"
              className={styles.item}
              onClick={() => onChosen(applyPatch(screen, each, []))}
            >
              {(['filter', 'traceFilter', 'treeFilter'] as const).map(
                (scope) =>
                  each[scope] && (
                    <code key={scope} className={styles.code}>
                      {SCOPE_WORDS[scope]}
                      {each[scope]}
                    </code>
                  ),
              )}
              <span className={styles.detail}>
                {each.view} · <TimeText time={each.at} mode="relative" />
              </span>
            </button>
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <span className={styles.remark}>The {KEPT} latest of this project, kept in this browser only.</span>
        <Button size="sm" variant="ghost" onPress={clear}>
          Forget all, of every project
        </Button>
      </div>
    </div>
  );
}

const SCOPE_WORDS = { filter: '', traceFilter: 'root: ', treeFilter: 'any run: ' } as const;
