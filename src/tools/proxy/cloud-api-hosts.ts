/** The API hosts of LangSmith Cloud (CONTRACT §1.1). */
export const CLOUD_API_HOSTS: readonly string[] = [
  'api.smith.langchain.com',
  'eu.api.smith.langchain.com',
  'apac.api.smith.langchain.com',
  'aws.api.smith.langchain.com',
];
