import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import type { Api } from '../../contract/api.ts';
import type { Destination } from '../../contract/bulk-export.ts';
import { formatAbsolute } from '../../lib/format-time.ts';
import type { Deployment } from '../../url/screens.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import styles from './exports.module.css';
import { RotateCredentials } from './rotate-credentials.tsx';

interface DestinationListProps {
  readonly api: Api;
  readonly deployment: Deployment;
  readonly destinations: readonly Destination[];
  readonly onNew: () => void;
}

export function DestinationList({ api, deployment, destinations, onNew }: DestinationListProps) {
  const [rotated, setRotated] = useState<Destination>();
  if (destinations.length === 0) {
    return (
      <EmptyState
        icon={KeyRound}
        title="No destinations yet"
        actions={
          <Button variant="primary" onPress={onNew}>
            New destination
          </Button>
        }
      >
        <p>
          A destination is a bucket and the keys that may write to it: Amazon S3, Google Cloud Storage, MinIO,
          R2 or another.
        </p>
      </EmptyState>
    );
  }
  return (
    <>
      <ul className={styles.cards} aria-label="Destinations">
        {destinations.map((destination) => (
          <li key={destination.id} className={styles.card}>
            <div className={styles.cardHead}>
              <h2 className={styles.cardTitle}>{destination.displayName}</h2>
              {(destination.credentialKeys.length > 0 || destination.roleArn !== undefined) && (
                <Button size="sm" icon={KeyRound} onPress={() => setRotated(destination)}>
                  {destination.credentialKeys.length > 0 ? 'Change the credentials' : 'Give it keys'}
                </Button>
              )}
            </div>
            <Facts destination={destination} />
          </li>
        ))}
      </ul>
      <p className={styles.remark}>
        LangSmith has no way to delete a destination; one that is not used costs nothing.
      </p>
      {rotated && (
        <RotateCredentials
          api={api}
          destination={rotated}
          deployment={deployment}
          onClose={() => setRotated(undefined)}
        />
      )}
    </>
  );
}

function Facts({ destination }: { readonly destination: Destination }) {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Bucket', destination.bucket],
    ['Prefix', destination.prefix || undefined],
    ['Region', destination.region],
    ['Endpoint', destination.endpoint],
    ['Addressing', destination.addressing],
    ['Bucket in the prefix', destination.includesBucketInPrefix ? undefined : 'no, the endpoint holds it'],
    ['Role', destination.roleArn],
    ['Credentials', destination.credentialKeys.join(', ') || 'none kept'],
    ['Id', destination.id],
    ['Changed', formatAbsolute(destination.updatedAt)],
  ];
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
