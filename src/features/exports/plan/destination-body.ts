import { shownKeyId } from './check-keys.ts';
import { cleanPrefix, type DestinationDraft } from './destination-draft.ts';

/** The body of `POST /bulk-exports/destinations` (CONTRACT §12.1), in the wire's own names. */
export interface DestinationBody {
  readonly destination_type: 's3';
  readonly display_name: string;
  readonly config: {
    readonly bucket_name: string;
    readonly prefix: string;
    readonly region?: string;
    readonly endpoint_url?: string;
    readonly include_bucket_in_prefix: boolean;
    readonly config_kwargs_s3?: { readonly addressing_style: 'path' | 'virtual' };
    readonly aws_role_arn?: string;
  };
  readonly aws_role_arn?: string;
  readonly credentials?: CredentialsBody;
}

export interface CredentialsBody {
  readonly access_key_id: string;
  readonly secret_access_key: string;
  readonly session_token?: string;
}

export function destinationBody(draft: DestinationDraft): DestinationBody {
  const { region, endpoint, addressing, access } = draft;
  const role = { aws_role_arn: draft.roleArn.trim() };
  return {
    destination_type: 's3',
    display_name: draft.displayName.trim(),
    config: {
      bucket_name: draft.bucket.trim(),
      prefix: cleanPrefix(draft.prefix),
      ...(region.trim() !== '' && { region: region.trim() }),
      ...(endpoint.trim() !== '' && { endpoint_url: endpoint.trim() }),
      include_bucket_in_prefix: draft.includesBucketInPrefix,
      ...(addressing !== 'auto' && { config_kwargs_s3: { addressing_style: addressing } }),
      ...(access === 'role' && role),
    },
    // The July file has the role inside config, the August documents beside it; neither forbids the other.
    ...(access === 'role' && role),
    ...(access === 'keys' && { credentials: credentialsBody(draft) }),
  };
}

export function credentialsBody(
  draft: Pick<DestinationDraft, 'accessKeyId' | 'secretAccessKey' | 'sessionToken'>,
): CredentialsBody {
  const { accessKeyId, secretAccessKey, sessionToken } = draft;
  return {
    access_key_id: accessKeyId.trim(),
    secret_access_key: secretAccessKey.trim(),
    ...(sessionToken.trim() !== '' && { session_token: sessionToken.trim() }),
  };
}

export const SECRET_PLACEHOLDER = 'YOUR_SECRET_ACCESS_KEY';

/** The same body for eyes and clipboards: nothing secret in it. */
export function shownDestinationBody(draft: DestinationDraft): DestinationBody {
  return destinationBody({
    ...draft,
    accessKeyId: shownKeyId(draft),
    secretAccessKey: SECRET_PLACEHOLDER,
    sessionToken: draft.sessionToken === '' ? '' : 'YOUR_SESSION_TOKEN',
  });
}
