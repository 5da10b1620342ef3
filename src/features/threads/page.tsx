import { Conversation } from './conversation.tsx';
import { ThreadList } from './thread-list.tsx';
import type { ThreadsPageProps } from './threads-page-props.ts';

/** Conversations: root runs that name the same thread in their metadata. */
export function ThreadsPage(props: ThreadsPageProps) {
  const { threadId, project } = props.screen;
  return threadId !== undefined && project !== undefined ? (
    <Conversation {...props} key={threadId} threadId={threadId} project={project} />
  ) : (
    <ThreadList {...props} />
  );
}
