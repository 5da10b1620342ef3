import type { Tone } from './badge.tsx';

interface ToastAction {
  readonly label: string;
  readonly onPress: () => void;
}

export interface ToastOptions {
  readonly tone?: Tone;
  readonly action?: ToastAction;
  /** What it is about: later words about the same take the place of earlier ones. */
  readonly topic?: string;
}

export interface Toast {
  readonly id: number;
  readonly message: string;
  readonly tone: Tone;
  readonly action?: ToastAction;
  readonly topic?: string;
}

const SHOWN_MS = 6000;
const MOST_AT_ONCE = 4;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();
const timers = new Map<number, ReturnType<typeof setTimeout>>();

/** Says something that has no place on the page. Errors stay until dismissed; the same words are not repeated. */
export function toast(message: string, { tone = 'neutral', action, topic }: ToastOptions = {}): void {
  const others = toasts.filter(
    (shown) => shown.message !== message && (topic === undefined || shown.topic !== topic),
  );
  const item: Toast = { id: ++lastId, message, tone, action, topic };
  publish([...others, item].slice(-MOST_AT_ONCE));
  startTimer(item);
}

export function dismissToast(id: number): void {
  publish(toasts.filter((shown) => shown.id !== id));
}

/** Nothing disappears while someone is reading or reaching for it (WCAG 2.2.1). */
export function holdToasts(): void {
  for (const timer of timers.values()) clearTimeout(timer);
  timers.clear();
}

export function releaseToasts(): void {
  toasts.forEach(startTimer);
}

export const readToasts = () => toasts;

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function startTimer(item: Toast): void {
  if (item.tone === 'danger' || timers.has(item.id)) return;
  timers.set(
    item.id,
    setTimeout(() => dismissToast(item.id), SHOWN_MS),
  );
}

function publish(next: readonly Toast[]): void {
  toasts = next;
  for (const [id, timer] of timers) {
    if (toasts.some((shown) => shown.id === id)) continue;
    clearTimeout(timer);
    timers.delete(id);
  }
  listeners.forEach((listener) => listener());
}
