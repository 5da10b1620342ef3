import type { ReactNode } from 'react';
import { Skeleton } from '../ui/skeleton.tsx';
import type { Loaded } from '../ui/use-loaded.ts';
import { ErrorScreen } from './error-screen.tsx';
import styles from './screen.module.css';

interface PageChunkProps<T> {
  readonly chunk: Loaded<T>;
  readonly name: string;
  readonly children: (value: T) => ReactNode;
}

export function PageChunk<T>({ chunk, name, children }: PageChunkProps<T>) {
  if (chunk.status === 'ready') return <div className={styles.page}>{children(chunk.value)}</div>;
  if (chunk.status === 'failed') {
    return (
      <ErrorScreen
        error={chunk.error}
        place={`loading of the ${name} page`}
        onRetry={chunk.retry}
        words={{
          title: 'This page could not be loaded',
          detail:
            'The network failed, or a newer Runlens was published here and replaced the files of this one.',
          next: 'Try again; if it stays, reload the page.',
        }}
      />
    );
  }
  return (
    <div className={styles.waiting} role="status" aria-label="Loading the page">
      <Skeleton width={240} height={20} />
      <Skeleton height={32} />
      {Array.from({ length: 8 }, (_, row) => (
        <Skeleton key={row} width={`${92 - row * 5}%`} />
      ))}
    </div>
  );
}
