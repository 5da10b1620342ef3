import styles from './skeleton.module.css';

export interface SkeletonProps {
  readonly width?: number | string;
  readonly height?: number | string;
}

/** Holds a place while content is on its way. Silent: the region around it says "loading" once. */
export function Skeleton({ width = '100%', height = 12 }: SkeletonProps) {
  return <span className={styles.skeleton} style={{ width, height }} aria-hidden="true" />;
}
