/** Whom a role at Amazon has to trust, so that LangSmith Cloud on Google can take it (CONTRACT §12.1). */
import { regionOf } from '../../../contract/regions.ts';
import { printJson } from './access-place.ts';
import type { PolicyText } from './access-policy.ts';

/** API server, export worker, second worker; from LangSmith's page on bulk export destinations. */
const SUBJECTS: Readonly<Record<string, readonly string[]>> = {
  us: ['110136955440523778103', '116331607438151298187', '115251468294701876731'],
  eu: ['110207823358662523645', '115689110758588220909', '109691164801275818274'],
  apac: ['105923862603785245337', '114288557158507552617', '116622461022404604716'],
};

const DOCUMENTS = 'docs.langchain.com/langsmith/data-export-destinations';

/** The region is that of the API's address. */
export function trustPolicy(apiUrl: string): PolicyText {
  const region = regionOf(apiUrl);
  const subjects = SUBJECTS[region?.id ?? ''];
  return {
    title: 'Trust policy of the role',
    text: printJson(trustDocument(subjects ?? SUBJECTS['us']!)),
    note: `${
      subjects !== undefined && region !== undefined
        ? `The three subjects are those of ${region.name}, in the order API server and two workers; other regions have others.`
        : 'Only LangSmith Cloud on Google takes roles, and this server is not known as one of its regions: the subjects are those of the US.'
    } Compare them with ${DOCUMENTS}. The role’s longest session must be 43,200 seconds.`,
  };
}

function trustDocument(subjects: readonly string[]): object {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: 'accounts.google.com' },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: {
            'accounts.google.com:oaud': 'langsmith-bulk-export',
            'accounts.google.com:sub': subjects,
          },
        },
      },
    ],
  };
}
