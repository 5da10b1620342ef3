/** A destination that a server keeps, as a form holds it: for the doctor and for new credentials. */
import type { Destination } from '../../../contract/bulk-export.ts';
import {
  type Access,
  type AddressingStyle,
  type DestinationDraft,
  EMPTY_DESTINATION,
  type Provider,
} from './destination-draft.ts';

export function draftOfDestination(destination: Destination): DestinationDraft {
  return {
    ...EMPTY_DESTINATION,
    provider: providerOf(destination.endpoint),
    displayName: destination.displayName,
    bucket: destination.bucket ?? '',
    prefix: destination.prefix,
    region: destination.region ?? '',
    endpoint: destination.endpoint ?? '',
    addressing: addressingOf(destination.addressing),
    includesBucketInPrefix: destination.includesBucketInPrefix,
    access: accessOf(destination),
    // Its value is never said again; that there is one matters to the commands.
    sessionToken: destination.credentialKeys.includes('session_token') ? 'kept' : '',
    roleArn: destination.roleArn ?? '',
  };
}

/** A server keeps no provider; the address tells those that have one of their own. */
function providerOf(endpoint: string | undefined): Provider {
  if (endpoint === undefined) return 'aws';
  const host = URL.canParse(endpoint) ? new URL(endpoint).hostname : '';
  if (/(?:^|\.)storage\.googleapis\.com$/.test(host)) return 'gcs';
  if (host.endsWith('.r2.cloudflarestorage.com')) return 'r2';
  return /(?:^|[.-])minio(?:[.-]|$)/.test(host) ? 'minio' : 'other';
}

const addressingOf = (style: string | undefined): AddressingStyle =>
  style === 'path' || style === 'virtual' ? style : 'auto';

function accessOf({ roleArn, credentialKeys }: Destination): Access {
  if (roleArn !== undefined && roleArn !== '') return 'role';
  return credentialKeys.length === 0 ? 'environment' : 'keys';
}
