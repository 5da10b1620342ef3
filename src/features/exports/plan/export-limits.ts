/** What holds for every export (CONTRACT §12.2-12.3); said before one is started. */
export const EXPORT_LIMITS = {
  /** Retries of one run, and seconds between them. Errors of the store are not retried. */
  retries: 20,
  retryDelaySeconds: 30,
  hoursPerRun: 4,
  /** LangSmith's documents say 72; an older one says 24. */
  hoursPerExport: 72,
  runsAtOnce: 45,
  exportsAtOnce: 15,
  /** Cloud only: newly created ones in any hour, those of schedules included. */
  createsPerHour: 250,
  schedules: 200,
  experiments: 250,
  intervalHours: { least: 1, most: 168 },
} as const;
