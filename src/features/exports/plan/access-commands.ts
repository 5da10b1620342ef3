/** The AWS command line with the same access as the destination, the secret left for the person to fill in. */
import { shellLiteral, shellWord } from '../../../lib/shell-text.ts';
import {
  arnOf,
  awsWords,
  endpointOf,
  folderOf,
  roleName,
  signedRegion,
  type StoreAddress,
  storeAddress,
} from './access-place.ts';
import { shownKeyId } from './check-keys.ts';
import { SECRET_PLACEHOLDER } from './destination-body.ts';
import { cleanPrefix, type DestinationDraft } from './destination-draft.ts';

/** Lines for a shell: the keys, a look at the store, then the write that LangSmith tries itself. */
export function accessCommands(draft: DestinationDraft): string {
  if (draft.access === 'role') return roleQuestions(draft).join('\n');
  const address = storeAddress(draft);
  const lines = address === undefined ? signedUpload(draft) : writeWithCli(draft, address);
  return lines.join('\n');
}

function writeWithCli(draft: DestinationDraft, address: StoreAddress): readonly string[] {
  const aws = awsWords('s3', draft);
  const object = shellWord(`s3://${folderOf(draft)}tmp/test.txt`);
  const region = shellWord(signedRegion(draft));
  return [
    ...(draft.access === 'keys'
      ? keyLines(draft)
      : ['# Run this where LangSmith runs, for example in its backend pod']),
    `export AWS_REGION=${region} AWS_DEFAULT_REGION=${region}`,
    ...checksumLines(draft),
    ...addressingLines(address),
    '',
    '# The list of buckets is more than an export needs: a refusal here alone is no fault',
    `${aws} ls / || echo 'The list was refused'`,
    '',
    '# LangSmith writes a file like this one, and tries to delete it',
    'echo test > test.txt',
    `${aws} cp test.txt ${object}`,
    `${aws} rm ${object} || echo 'It may not be deleted, so it stays'`,
  ];
}

/** What a person's own settings say would win over the keys, or be mixed with them. */
function keyLines(draft: DestinationDraft): readonly string[] {
  return [
    'unset AWS_PROFILE AWS_SESSION_TOKEN AWS_ENDPOINT_URL AWS_ENDPOINT_URL_S3',
    `export AWS_ACCESS_KEY_ID=${shellWord(shownKeyId(draft))}`,
    `export AWS_SECRET_ACCESS_KEY=${SECRET_PLACEHOLDER}`,
    ...(draft.sessionToken === '' ? [] : ['export AWS_SESSION_TOKEN=YOUR_SESSION_TOKEN']),
  ];
}

/** Since 2.23 the command line sends checksums in trailers, which Google and others answer with SignatureDoesNotMatch. */
const checksumLines = ({ provider }: DestinationDraft): readonly string[] =>
  provider === 'aws' ? [] : ['export AWS_REQUEST_CHECKSUM_CALCULATION=when_required'];

/** No variable says the style, and `aws configure set` would change the person's own settings for good. */
function addressingLines({ addressing }: StoreAddress): readonly string[] {
  if (addressing === 'auto') return [];
  return [
    `printf '[default]\\ns3 =\\n  addressing_style = ${addressing}\\n' > langsmith-test.config`,
    'export AWS_CONFIG_FILE=langsmith-test.config',
  ];
}

/** For a bucket with a domain of its own: the command line would add the bucket's name once more, curl does not. */
function signedUpload(draft: DestinationDraft): readonly string[] {
  const path = cleanPrefix(draft.prefix);
  const key = [...(path === '' ? [] : path.split('/')), 'tmp', 'test.txt'].map(encodeURIComponent).join('/');
  const url = shellLiteral(`${endpointOf(draft)}/${key}`);
  const id = draft.access === 'keys' ? shownKeyId(draft) : 'YOUR_ACCESS_KEY_ID';
  // curl signs what it has not read yet only if it is told not to say what is in it.
  const settings = [
    `user = "${id}:${SECRET_PLACEHOLDER}"`,
    `aws-sigv4 = "aws:amz:${signedRegion(draft)}:s3"`,
    'header = "x-amz-content-sha256: UNSIGNED-PAYLOAD"',
    ...(draft.sessionToken === '' ? [] : ['header = "x-amz-security-token: YOUR_SESSION_TOKEN"']),
  ];
  return [
    '# The endpoint names the bucket already, which the AWS command line cannot say',
    `printf '%s\\n' ${settings.map(shellLiteral).join(' \\\n  ')} > langsmith-test.curl`,
    'echo test > test.txt',
    `curl --fail-with-body --config langsmith-test.curl --upload-file test.txt ${url}`,
    `curl --fail-with-body --config langsmith-test.curl --request DELETE ${url}`,
    '# It holds the secret',
    'rm langsmith-test.curl',
  ];
}

/** Nobody but LangSmith can write as the role, so its permission and its trust are asked for instead. */
function roleQuestions(draft: DestinationDraft): readonly string[] {
  const role = shellWord(draft.roleArn.trim() || 'ROLE_ARN');
  const resource = shellWord(arnOf(draft, `${folderOf(draft)}tmp/test.txt`));
  return [
    '# Run these as an administrator of the account',
    '# May the role write here? The answer should be: s3:PutObject allowed',
    `aws iam simulate-principal-policy --policy-source-arn ${role} \\`,
    `  --action-names s3:PutObject --resource-arns ${resource} \\`,
    "  --query 'EvaluationResults[].[EvalActionName,EvalDecision]' --output text",
    '',
    '# Whom does it trust, and for how long? To be compared with the trust policy, and 43200 seconds are needed',
    `aws iam get-role --role-name ${shellWord(roleName(draft.roleArn))} \\`,
    "  --query 'Role.[MaxSessionDuration,AssumeRolePolicyDocument]'",
  ];
}
