import { LazyPart } from '../../../ui/lazy-part.tsx';
import type { LiveRemarksProps } from './live-remarks.tsx';

const loadLiveRemarks = () => import('./live-remarks.tsx').then(({ LiveRemarks }) => LiveRemarks);

/** Nothing, as long as nothing has come. */
export function LiveRemarksPart(props: LiveRemarksProps) {
  const { followed, error } = props.tail;
  if (followed.lookedAt === undefined && !error) return undefined;
  return <LazyPart name="remarks about new runs" loader={loadLiveRemarks} props={props} />;
}
