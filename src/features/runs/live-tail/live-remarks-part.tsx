import { LazyPart } from '../../../ui/lazy-part.tsx';
import type { LiveRemarksProps } from './live-remarks.tsx';

const loadLiveRemarks = () => import('./live-remarks.tsx').then(({ LiveRemarks }) => LiveRemarks);

/** Nothing, as long as nobody follows new runs. */
export function LiveRemarksPart(props: LiveRemarksProps) {
  const { gaps, error, statsBehind, chartBehind } = props.tail;
  if (gaps.length === 0 && !error && !statsBehind && !(props.hasChart && chartBehind)) return undefined;
  return <LazyPart name="remarks about new runs" loader={loadLiveRemarks} props={props} />;
}
