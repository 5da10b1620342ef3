import type { LinkFact } from '../../url/describe-link.ts';
import styles from './saved.module.css';

export function FactList({ facts }: { readonly facts: readonly LinkFact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, value, isCode }) => (
        <div key={`${name} ${value}`}>
          <dt>{name}</dt>
          <dd>{isCode ? <code>{value}</code> : value}</dd>
        </div>
      ))}
    </dl>
  );
}
