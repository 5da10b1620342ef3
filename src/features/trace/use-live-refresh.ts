import { useEffect, useRef } from 'react';

/** Asked again at this pace while a trace is alive, ms: far inside the slowest rate limit (CONTRACT §3). */
const livePace = 10_000;

/** A live trace changes without anybody pressing anything: outside system, the server. */
export function useLiveRefresh(isLive: boolean, isRefreshing: boolean, onRefresh: () => void): void {
  const latest = useRef(onRefresh);
  useEffect(() => {
    latest.current = onRefresh;
  });
  useEffect(() => {
    if (!isLive || isRefreshing) return undefined;
    const timer = setTimeout(() => latest.current(), livePace);
    return () => clearTimeout(timer);
  }, [isLive, isRefreshing]);
}
