import styles from './spinner.module.css';

export function Spinner({ label }: { readonly label: string }) {
  return <span className={styles.spinner} role="img" aria-label={label} />;
}
