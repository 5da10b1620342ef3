/** The AWS command line with the same access as the destination, the secret left for the person to fill in. */
import { cleanPrefix, type DestinationDraft } from './destination-draft.ts';
import { SECRET_PLACEHOLDER } from './destination-body.ts';
import { shellWord } from '../../../lib/shell-text.ts';

/** Lines for a shell: the keys, a look at the bucket, then the write that LangSmith tries itself. */
export function accessCommands(draft: DestinationDraft): string {
  const { bucket, prefix, endpoint, access } = draft;
  const path = cleanPrefix(prefix);
  const object = `s3://${bucket || 'BUCKET'}/${path === '' ? '' : `${path}/`}tmp/test.txt`;
  const aws = endpoint.trim() === '' ? 'aws s3' : `aws s3 --endpoint-url ${shellWord(endpoint.trim())}`;
  return [
    ...(access === 'keys' ? keyLines(draft) : roleLines(draft)),
    ...regionLines(draft),
    ...(draft.addressing === 'auto'
      ? []
      : [`aws configure set default.s3.addressing_style ${draft.addressing}`]),
    '',
    '# LangSmith writes a file like this one, and tries to delete it',
    'echo test > test.txt',
    `${aws} cp test.txt ${shellWord(object)}`,
    `${aws} rm ${shellWord(object)}`,
  ].join('\n');
}

function keyLines({ accessKeyId, sessionToken }: DestinationDraft): readonly string[] {
  return [
    `export AWS_ACCESS_KEY_ID=${shellWord(accessKeyId.trim() || 'YOUR_ACCESS_KEY_ID')}`,
    `export AWS_SECRET_ACCESS_KEY=${SECRET_PLACEHOLDER}`,
    ...(sessionToken === '' ? [] : ['export AWS_SESSION_TOKEN=YOUR_SESSION_TOKEN']),
  ];
}

function roleLines({ access, roleArn }: DestinationDraft): readonly string[] {
  if (access === 'environment') return ['# Run this where LangSmith runs, for example in its backend pod'];
  return [
    '# The role itself trusts LangSmith only; this shows that it exists and what it may do',
    `aws iam simulate-principal-policy --policy-source-arn ${shellWord(roleArn.trim() || 'ROLE_ARN')} --action-names s3:PutObject`,
  ];
}

/** The client signs for a region even where the store has none. */
function regionLines({ region, provider }: DestinationDraft): readonly string[] {
  const name = region.trim() || (provider === 'r2' ? 'auto' : 'us-east-1');
  return [`export AWS_DEFAULT_REGION=${shellWord(name)}`];
}
