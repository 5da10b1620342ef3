import { createElement, type ComponentType } from 'react';
import { Button } from './button.tsx';
import { Callout } from './callout.tsx';
import { Spinner } from './spinner.tsx';
import { useLoaded, type Loader } from './use-loaded.ts';

export interface LazyPartProps<Props extends object> {
  /** Declared outside of components, see useLoaded. */
  readonly loader: Loader<ComponentType<Props>>;
  readonly props: Props;
  /** Completes "The … could not be loaded". */
  readonly name: string;
}

/** A part that nobody needs for the first look: its code is fetched when it is first shown. */
export function LazyPart<Props extends object>({ loader, props, name }: LazyPartProps<Props>) {
  const part = useLoaded(loader);
  if (part.status === 'ready') return createElement(part.value, props);
  if (part.status === 'loading') return <Spinner label={`Loading the ${name}`} />;
  return (
    <Callout
      tone="danger"
      title={`The ${name} could not be loaded.`}
      actions={
        <Button size="sm" onPress={part.retry}>
          Try again
        </Button>
      }
    >
      The network failed, or a newer Runlens was published here. If it stays, reload the page.
    </Callout>
  );
}
