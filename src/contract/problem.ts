/**
 * The error bodies of LangSmith (CONTRACT §2) as one small value. v1 says `detail` (text or a list), the
 * ingest services say `error`, v2 says problem+json with a `remedy`, gateways in between say HTML.
 */
interface FieldProblem {
  /** Dotted, e.g. `body.select.12`. */
  readonly field: string;
  readonly message: string;
}

export interface Problem {
  /** For a person; at most a few lines. */
  readonly message: string;
  /** What the server itself recommends (v2). */
  readonly remedy?: string;
  readonly fields: readonly FieldProblem[];
  /** The body was a web page: a proxy, a login page, or no LangSmith at all. */
  readonly isHtml: boolean;
}

/** Longer texts are cut: some gateways answer with whole pages. */
export const MESSAGE_LIMIT = 1000;

type Body = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value : undefined);

const bounded = (text: string) =>
  text.length > MESSAGE_LIMIT ? `${text.slice(0, MESSAGE_LIMIT)}… (${text.length} characters)` : text;

/** FastAPI: `{loc: ['body', 'limit'], msg}`. Entries of another kind are shown as they came. */
function fieldProblem(entry: unknown): FieldProblem | undefined {
  if (!isObject(entry))
    return textOf(entry) === undefined ? undefined : { field: '', message: String(entry) };
  const path = Array.isArray(entry['loc'])
    ? entry['loc'].map(String).join('.')
    : (textOf(entry['field']) ?? '');
  const message = textOf(entry['msg']) ?? textOf(entry['message']) ?? JSON.stringify(entry);
  return { field: path, message: bounded(message) };
}

const fieldSentence = ({ field, message }: FieldProblem) => (field ? `${field}: ${message}` : message);

const fallback = (status: number) => `The server answered with status ${status} and no explanation.`;

function fromHtml(text: string, status: number): Problem {
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(text)?.[1]?.trim();
  const named = title ? ` titled “${bounded(title).slice(0, 120)}”` : '';
  return {
    message: `The address answered with a web page${named} (status ${status}) instead of data.`,
    fields: [],
    isHtml: true,
  };
}

function fromObject(body: Body, status: number): Problem {
  const { detail, error } = body;
  const fields = Array.isArray(detail) ? detail.flatMap((entry) => fieldProblem(entry) ?? []) : [];
  const message =
    textOf(detail) ??
    (fields.length > 0 ? fields.map(fieldSentence).join('; ') : undefined) ??
    (isObject(detail) ? (textOf(detail['message']) ?? JSON.stringify(detail)) : undefined) ??
    textOf(error) ??
    (isObject(error) ? textOf(error['message']) : undefined) ??
    textOf(body['message']) ??
    textOf(body['title']) ??
    fallback(status);
  const remedy = textOf(body['remedy']);
  return { message: bounded(message), fields, isHtml: false, ...(remedy ? { remedy: bounded(remedy) } : {}) };
}

export const looksLikeHtml = (text: string) => /^\s*<(!doctype|html|head|body|\?xml|title)/i.test(text);

export function readProblem(text: string, status: number): Problem {
  if (looksLikeHtml(text)) return fromHtml(text, status);
  try {
    const body: unknown = JSON.parse(text);
    if (isObject(body)) return fromObject(body, status);
    if (textOf(body) !== undefined) return { message: bounded(String(body)), fields: [], isHtml: false };
  } catch {
    // Not JSON: the text itself is the best there is.
  }
  return { message: text.trim() ? bounded(text.trim()) : fallback(status), fields: [], isHtml: false };
}
