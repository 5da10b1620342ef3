/** What a screen offers to download: made where the button stands, before the person has chosen anything. */
import type { ExtractKind, ExtractSource } from '../../extract/spec.ts';
import type { Deployment, ProjectRef } from '../../url/screens.ts';

export interface DownloadOffer {
  readonly deployment: Deployment;
  readonly projects: readonly ProjectRef[];
  readonly source: ExtractSource;
  /** Chosen first. */
  readonly kind: ExtractKind;
  /** What is downloaded, for people: "support-agent", "Trace 1f2e3d4c". */
  readonly name: string;
}
