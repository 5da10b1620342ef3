import { Dialog } from '../../../ui/dialog.tsx';
import { LazyPart } from '../../../ui/lazy-part.tsx';
import { useFilterPreferences } from '../filter-preferences.ts';
import type { FacetPanelProps } from './facet-panel.tsx';
import styles from './facet-panel.module.css';

const loadFacetPanel = () => import('./facet-panel.tsx').then(({ FacetPanel }) => FacetPanel);

interface FacetSideProps extends FacetPanelProps {
  readonly isNarrow: boolean;
}

/** Beside the table; over it where there is no room. */
export function FacetSide({ isNarrow, ...props }: FacetSideProps) {
  const { isFaceted, setFaceted } = useFilterPreferences();
  if (!isFaceted) return undefined;
  const panel = <LazyPart name="facets" loader={loadFacetPanel} props={props} />;
  if (isNarrow) {
    return (
      <Dialog title="Facets" isOpen onClose={() => setFaceted(false)}>
        {panel}
      </Dialog>
    );
  }
  return (
    <aside className={styles.aside} aria-label="Facets">
      {panel}
    </aside>
  );
}
