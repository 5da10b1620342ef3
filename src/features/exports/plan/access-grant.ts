/** The commands that give the missing permission; undefined where a store has none that is known here. */
import { shellLiteral, shellWord } from '../../../lib/shell-text.ts';
import { printJson, roleName } from './access-place.ts';
import { accessPolicy, s3PolicyDocument } from './access-policy.ts';
import { shownKeyId } from './check-keys.ts';
import type { DestinationDraft } from './destination-draft.ts';

const POLICY_NAME = 'langsmith-bulk-export';

export function grantCommands(draft: DestinationDraft): string | undefined {
  const document = shellLiteral(printJson(s3PolicyDocument(draft, false)));
  switch (draft.provider) {
    case 'aws':
      return [...whose(draft), `  --policy-name ${POLICY_NAME} --policy-document ${document}`].join('\n');
    case 'minio':
      return [
        `printf '%s' ${document} > langsmith-policy.json`,
        `mc admin policy create ALIAS ${POLICY_NAME} langsmith-policy.json`,
        `mc admin policy attach ALIAS ${POLICY_NAME} --user ${shellWord(shownKeyId(draft))}`,
      ].join('\n');
    case 'gcs':
      return accessPolicy(draft, false)?.text;
    default:
      return undefined;
  }
}

function whose({ access, roleArn, ...keys }: DestinationDraft): readonly string[] {
  if (access !== 'keys') {
    const role = access === 'role' ? roleName(roleArn) : 'ROLE_OF_THE_SERVER';
    return [`aws iam put-role-policy --role-name ${shellWord(role)} \\`];
  }
  return [
    '# This prints the name of the user, to be put below',
    `aws iam get-access-key-last-used --access-key-id ${shellWord(shownKeyId(keys))} --query UserName`,
    'aws iam put-user-policy --user-name USER_NAME \\',
  ];
}
