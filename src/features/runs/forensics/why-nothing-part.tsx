import { LazyPart } from '../../../ui/lazy-part.tsx';
import type { WhyNothingProps } from './why-nothing.tsx';

const loadWhyNothing = () => import('./why-nothing.tsx').then(({ WhyNothing }) => WhyNothing);

/** Only who finds nothing needs it. A new question begins anew. */
export function WhyNothingPart(props: WhyNothingProps) {
  const { projects, view, window, filter, traceFilter, treeFilter, args } = props.screen;
  const question = JSON.stringify([projects, view, window, filter, traceFilter, treeFilter, args]);
  return <LazyPart key={question} name="search for the reason" loader={loadWhyNothing} props={props} />;
}
