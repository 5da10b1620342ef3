/** LangSmith Cloud (CONTRACT §1.1). `isListed` regions are offered to people; beta and dev are internal. */
export interface Region {
  readonly id: string;
  readonly name: string;
  readonly appHost: string;
  readonly apiHost: string;
  readonly isListed: boolean;
}

const region = (id: string, name: string, prefix: string, isListed: boolean): Region => ({
  id,
  name,
  appHost: `${prefix}smith.langchain.com`,
  apiHost: `${prefix}api.smith.langchain.com`,
  isListed,
});

export const REGIONS: readonly Region[] = [
  region('us', 'US (Google Cloud)', '', true),
  region('eu', 'EU (Google Cloud)', 'eu.', true),
  region('apac', 'APAC (Google Cloud)', 'apac.', true),
  region('aws-us', 'US (AWS)', 'aws.', true),
  region('beta', 'Beta', 'beta.', false),
  region('dev', 'Dev', 'dev.', false),
];

/** By API host or by app host. */
export const regionOfHost = (host: string): Region | undefined =>
  REGIONS.find(({ apiHost, appHost }) => host === apiHost || host === appHost);

export function regionOf(baseUrl: string): Region | undefined {
  return URL.canParse(baseUrl) ? regionOfHost(new URL(baseUrl).host) : undefined;
}
