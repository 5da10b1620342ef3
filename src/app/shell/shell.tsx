import { type ReactNode, useEffect, useRef } from 'react';
import type { Screen } from '../../url/screens.ts';
import { ErrorBoundary } from '../../ui/error-boundary.tsx';
import styles from './shell.module.css';
import { TopBar } from './top-bar.tsx';

interface ShellProps {
  /** Undefined when the address could not be read. */
  readonly screen: Screen | undefined;
  readonly onGo: (screen: Screen) => void;
  readonly children: ReactNode;
}

export function Shell({ screen, onGo, children }: ShellProps) {
  const main = useRef<HTMLElement>(null);
  useFocusOnArrival(main, screen && placeOf(screen));
  return (
    <div className={styles.shell}>
      <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>
        Skip to content
      </button>
      {/* The bar must not take the page down with it, nor the page the bar. */}
      <ErrorBoundary renderError={() => <header className={styles.bar} />} resetKey={screen?.kind}>
        <TopBar screen={screen} onGo={onGo} />
      </ErrorBoundary>
      <main ref={main} id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  );
}

/** A conversation is a page of its own, although the list of them is of the same kind. */
const placeOf = (screen: Screen) =>
  screen.kind === 'threads' ? `threads ${screen.threadId ?? ''}` : screen.kind;

/** After a change of page the keyboard starts at its content, not at the link that led there. */
function useFocusOnArrival(main: { readonly current: HTMLElement | null }, place: string | undefined): void {
  const previous = useRef(place);
  useEffect(() => {
    if (previous.current !== place && !main.current?.contains(document.activeElement)) main.current?.focus();
    previous.current = place;
  }, [main, place]);
}
