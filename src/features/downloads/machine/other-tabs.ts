/** Tells the other tabs of this browser that something is new about a download; what, they read for themselves. */
const NAME = 'runlens.downloads';

export interface OtherTabs {
  tell(id: string): void;
}

export function otherTabs(onNews: (id: string) => void): OtherTabs {
  const channel = new BroadcastChannel(NAME);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') onNews(data);
  });
  // A channel reaches this origin only and takes no target.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  return { tell: (id) => channel.postMessage(id) };
}
