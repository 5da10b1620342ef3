/** LangSmith's keys (CONTRACT §1.3) and other tokens that people paste into the wrong place. */
const tokens = /\b(?:lsv2_[a-z]{2}_|ls__|sk-|ghp_)[\w-]{8,}|\bBearer\s+[\w.~+/-]{8,}=*/gi;
const named =
  /((?:x-api-key|api[-_]?key|authorization|token|secret|password)["']?\s*[:=]\s*["']?)[^\s"',;&]{6,}/gi;

/** Text that may leave the app (copied details) without the keys of this browser or anything that looks like one. */
export function redact(text: string, secrets: readonly string[] = []): string {
  let safe = text;
  for (const secret of secrets) if (secret.length >= 4) safe = safe.replaceAll(secret, '[removed]');
  return safe.replace(tokens, '[removed]').replace(named, '$1[removed]');
}
