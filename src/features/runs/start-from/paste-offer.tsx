import { applyPatch } from '../../../snippets/apply-patch.ts';
import type { Recognised } from '../../../snippets/paste/patch.ts';
import { Button } from '../../../ui/button.tsx';
import { OpenRun } from './open-run.tsx';
import styles from './paste-offer.module.css';
import { asksForRows, KIND_WORDS } from './paste-words.ts';
import { PatchLines } from './patch-lines.tsx';
import { isOnlyFilter } from './read-paste.ts';
import type { StartPanelProps } from './start-panel.tsx';
import { useFoundProjects } from './use-found-projects.ts';

interface PasteOfferProps extends StartPanelProps {
  readonly found: Recognised;
  /** Takes the text of this box alone. */
  readonly onFilter: (filter: string) => void;
}

/** Below the box of a filter that holds something else than a filter: how it will be read, before it is. */
export function PasteOffer({ found, api, screen, hrefOf, onChosen, onFilter }: PasteOfferProps) {
  const { known, isLooking, notes } = useFoundProjects(api, found);
  const { kind, patch } = found;
  const use = () =>
    isOnlyFilter(found) ? onFilter(patch.filter ?? '') : onChosen(applyPatch(screen, patch, known));
  return (
    <div className={styles.offer}>
      <div className={styles.line}>
        <span>This looks like {lowerArticle(KIND_WORDS[kind])}.</span>
        {asksForRows(patch) && (
          <Button size="sm" variant="primary" isDisabled={isLooking} onPress={use}>
            Read it as a {isOnlyFilter(found) ? 'filter' : 'query'}
          </Button>
        )}
        <OpenRun patch={patch} screen={screen} hrefOf={hrefOf} size="sm" />
      </div>
      {asksForRows(patch) && <PatchLines patch={isOnlyFilter(found) ? { filter: patch.filter } : patch} />}
      {notes.length > 0 && (
        <ul className={styles.notes} aria-label="Notes on what was pasted">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

const lowerArticle = (words: string) => words.replace(/^An? /, (article) => article.toLowerCase());
