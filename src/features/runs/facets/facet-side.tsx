import { LazyPart } from '../../../ui/lazy-part.tsx';
import { useFilterPreferences } from '../filter-preferences.ts';
import type { FacetPanelProps } from './facet-panel.tsx';
import styles from './facet-side.module.css';

const loadFacetPanel = () => import('./facet-panel.tsx').then(({ FacetPanel }) => FacetPanel);
const loadFacetSheet = () => import('./facet-sheet.tsx').then(({ FacetSheet }) => FacetSheet);

interface FacetSideProps extends FacetPanelProps {
  readonly isNarrow: boolean;
}

/** Beside the table; over it where there is no room. */
export function FacetSide({ isNarrow, ...props }: FacetSideProps) {
  const { isFaceted, setFaceted } = useFilterPreferences();
  if (!isFaceted) return undefined;
  if (isNarrow) {
    const onClose = () => setFaceted(false);
    return <LazyPart name="facets" loader={loadFacetSheet} props={{ ...props, onClose }} />;
  }
  return (
    <aside className={styles.aside} aria-label="Facets">
      <LazyPart name="facets" loader={loadFacetPanel} props={props} />
    </aside>
  );
}
