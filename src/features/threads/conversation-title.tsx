import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Api } from '../../contract/api.ts';
import type { Run } from '../../contract/run.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { defaultRunsScreen } from '../../url/defaults.ts';
import type { Deployment, ProjectRef, Screen } from '../../url/screens.ts';
import styles from './conversation-title.module.css';
import { plainLine } from './plain-line.ts';
import { projectOptions, threadUsersOptions } from './threads-queries.ts';

interface ConversationTitleProps {
  readonly api: Api;
  readonly deployment: Deployment;
  readonly project: ProjectRef;
  readonly threadId: string;
  readonly hrefOf: (screen: Screen) => string;
  /** Undefined until the beginning is known. */
  readonly first: Run | undefined;
  /** The sums of the turns. */
  readonly children: ReactNode;
}

/** What the conversation is about: what it began with. Below it, whose it is, where it is and its id. */
export function ConversationTitle(props: ConversationTitleProps) {
  const { api, deployment, project, threadId, hrefOf, first, children } = props;
  const { data: found } = useQuery({
    ...projectOptions(api, project.id),
    enabled: project.name === undefined,
  });
  const { data: answer } = useQuery(
    threadUsersOptions(api, project.id, EVER, [{ threadId, turns: undefined }]),
  );
  const users = answer?.users[threadId] ?? [];
  const isUnsure = answer?.unsure.includes(threadId) ?? false;
  const name = project.name ?? found?.name;
  const line = plainLine(first?.inputsPreview ?? '').slice(0, DRAWN);
  const projects = [name === undefined ? { id: project.id } : { id: project.id, name }];
  return (
    <div className={styles.titles}>
      <h1 className={styles.title} title={line === '' ? threadId : first?.inputsPreview} dir="auto">
        {line === '' ? threadId : line}
      </h1>
      <div className={styles.facts}>
        {name !== undefined && (
          <a
            className={styles.project}
            href={hrefOf({ ...defaultRunsScreen(deployment), projects, window: { kind: 'all' } })}
            title="All traces of this project"
          >
            {name}
          </a>
        )}
        {users.length > 0 && (
          <span className={styles.fact} title={isUnsure ? MAY_BE_MORE : undefined}>
            {users.length === 1 ? 'User' : 'Users'}{' '}
            <span className={styles.value}>
              {users.join(', ')}
              {isUnsure && ' …'}
            </span>
          </span>
        )}
        <span className={styles.fact}>
          Thread{' '}
          <code className={styles.id} title={threadId}>
            {threadId}
          </code>
          <CopyButton label="Copy thread id" text={threadId} />
        </span>
        {children}
      </div>
    </div>
  );
}

const EVER = {};
const MAY_BE_MORE = 'Of the newest turns; older ones may be of others.';

/** Longer than any line is. */
const DRAWN = 300;
