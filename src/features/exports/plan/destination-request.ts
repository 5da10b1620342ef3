/** What the destination forms send, as curl. */
import { curlRequest } from './curl-request.ts';
import { shownDestinationBody } from './destination-body.ts';
import type { DestinationDraft } from './destination-draft.ts';
import type { Writer } from './destination-writer.ts';

export const destinationRequest = (draft: DestinationDraft, writer: Writer): string =>
  curlRequest(writer, 'POST', '/destinations', shownDestinationBody(draft));

export function rotationRequest(id: string, draft: DestinationDraft, writer: Writer): string {
  const { credentials } = shownDestinationBody({ ...draft, access: 'keys' });
  return curlRequest(writer, 'PATCH', `/destinations/${encodeURIComponent(id)}`, { credentials });
}
