import type { AttachmentWrite, StoredAttachment } from './types.ts';

/** By run id, since attachments may come before their run. The same name again replaces the bytes. */
export class AttachmentTable {
  private readonly byRun = new Map<string, Map<string, AttachmentWrite>>();

  put(attachment: AttachmentWrite): void {
    let ofRun = this.byRun.get(attachment.runId);
    if (!ofRun) this.byRun.set(attachment.runId, (ofRun = new Map()));
    ofRun.set(attachment.name, attachment);
  }

  get(runId: string, name: string): AttachmentWrite | undefined {
    return this.byRun.get(runId)?.get(name);
  }

  /** By name, so that the order of arrival does not show. */
  of(runId: string): readonly StoredAttachment[] {
    const attachments = [...(this.byRun.get(runId)?.values() ?? [])];
    return attachments
      .map(({ name, mimeType, bytes }) => ({ name, mimeType, size: bytes.length }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  deleteOf(runId: string): void {
    this.byRun.delete(runId);
  }
}
