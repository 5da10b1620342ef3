import { Dialog } from '../../../ui/dialog.tsx';
import { FacetPanel, type FacetPanelProps } from './facet-panel.tsx';

interface FacetSheetProps extends FacetPanelProps {
  readonly onClose: () => void;
}

/** The facets over the table, where there is no room beside it. */
export function FacetSheet({ onClose, ...panel }: FacetSheetProps) {
  return (
    <Dialog title="Facets" isOpen onClose={onClose}>
      <FacetPanel {...panel} />
    </Dialog>
  );
}
