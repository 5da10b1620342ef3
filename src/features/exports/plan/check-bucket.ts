import type { Provider } from './destination-draft.ts';

/**
 * What is wrong with a bucket's name, the first thing only. AWS's general rules, which the other stores
 * share; Google also takes underscores and, between dots, names of up to 222 characters, but LangSmith
 * takes 63 (CONTRACT §12.1).
 */
export function bucketProblem(name: string, provider: Provider): string | undefined {
  const stray = strayPart(name);
  if (stray !== undefined) return stray;
  if (name.length < 3 || name.length > 63)
    return `A bucket name has 3 to 63 characters; this has ${name.length}.`;
  if (/[A-Z]/.test(name)) return 'Bucket names have no capital letters.';
  const allowed = provider === 'gcs' ? /^[a-z0-9._-]+$/ : /^[a-z0-9.-]+$/;
  if (!allowed.test(name)) {
    const letter = Array.from(name).find((one) => !allowed.test(one))!;
    return `Bucket names have letters, digits, dots and hyphens, not “${letter}”.`;
  }
  if (!/^[a-z0-9].*[a-z0-9]$/.test(name)) return 'A bucket name begins and ends with a letter or a digit.';
  if (name.includes('..')) return 'A bucket name has no two dots in a row.';
  if (/^\d+\.\d+\.\d+\.\d+$/.test(name)) return 'A bucket name does not look like an IP address.';
  if (provider === 'aws' && /^(?:xn--|sthree-)|(?:-s3alias|--ol-s3)$/.test(name))
    return 'Amazon keeps names that begin or end like this for itself.';
  return undefined;
}

/** More than a name was pasted. */
function strayPart(name: string): string | undefined {
  const [, scheme] = /^(s3|s3a|gs|https?):\/\//i.exec(name) ?? [];
  if (scheme !== undefined) return `Only the bucket’s name belongs here, without ${scheme}://.`;
  if (name.startsWith('arn:')) return 'Only the bucket’s name belongs here, not its ARN.';
  if (name.includes('/')) return 'Only the bucket’s name belongs here; what follows the slash is the prefix.';
  return undefined;
}
