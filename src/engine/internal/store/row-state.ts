/**
 * What a row is. A shell is known only by its id (an update, a child or a feedback came first) and is
 * shown nowhere until it has a name and a start time. A deleted row keeps its number; updates that
 * arrive late are ignored, a new create brings it back as a fresh run.
 */
export const SHELL = 0;
export const LIVE = 1;
export const DELETED = 2;

export const PENDING = 0;
export const SUCCESS = 1;
export const ERROR = 2;

export const STATUS_WORDS = ['pending', 'success', 'error'] as const;
