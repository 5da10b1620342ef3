/** Takes keys and passwords out of a pasted text before anything else reads it. */

export interface Redacted {
  readonly text: string;
  readonly found: boolean;
}

/** Stands where a secret stood; no value of it can be told from another. */
const GONE = '<secret>';

const NAMES = String.raw`x-api-key|api[_-]?key|apikey|x-service-key|access[_-]?key[_-]?id|secret[_-]?access[_-]?key|session[_-]?token|aws[_-]?secret|password|passwd|client[_-]?secret|access[_-]?token|refresh[_-]?token`;

const RULES: readonly RegExp[] = [
  /(?<lead>)\b(?<value>lsv2_[A-Za-z]+_[\w-]+)/g,
  /(?<lead>)\b(?<value>lsv2[\w-]{8,})/g,
  /(?<lead>)\b(?<value>ls__[\w-]{8,})/g,
  new RegExp(
    String.raw`(?<lead>\b(?:${NAMES})\\?["']?\s*[:=]\s*(?:\\?["'])?)(?<value>[^\s"'\\,;)}&]+)`,
    'gi',
  ),
  /(?<lead>\bauthorization\\?["']?\s*[:=]\s*(?:\\?["'])?(?:bearer|basic)\s+)(?<value>[^\s"'\\,;)}]+)/gi,
  /(?<lead>\bbearer\s+)(?<value>(?![<$])[\w.~+/-]{16,}=*)/gi,
  /(?<lead>:\/\/[^\s/:@"']*:)(?<value>[^\s/@"']+)(?=@)/g,
];

/** Names of variables, and what documents print in their place. */
const HARMLESS =
  /^(?:\$|<|os\.|process\.|getenv|import\.|settings\.|config\.|none$|null$|undefined$|true$|false$|your|my[-_]|\.{3}|…|x{3,}|\*{3,}|str$|string$|[a-z_]+\()/i;

export function redact(text: string): Redacted {
  let found = false;
  let result = text;
  for (const rule of RULES) {
    result = result.replace(rule, (whole: string, ...rest: unknown[]) => {
      const { lead, value } = rest.at(-1) as { lead: string; value: string };
      if (value === GONE || isHarmless(value)) return whole;
      found = true;
      return `${lead}${GONE}`;
    });
  }
  return { text: result, found };
}

/** A name in capitals is a variable only when it reads like one: `AKIA5EXAMPLE` does not. */
function isHarmless(value: string): boolean {
  if (/^(?:AKIA|ASIA)[A-Z0-9]{8,}$/.test(value)) return false;
  if (/^[A-Z0-9]{16,}$/.test(value)) return false;
  const matcher = /^[A-Z]/.test(value)
    ? /^(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|YOUR.*|Your.*|None|True|False)$/
    : HARMLESS;
  return matcher.test(value);
}
