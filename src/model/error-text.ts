/**
 * The error of a run for people: what went wrong, and apart from it where. LangChain's text is
 * "message⏎⏎stack" where a JavaScript stack opens with the message once more (WIRE §6); Python's is
 * "repr(error)" and a traceback that ends with the message.
 */
export interface ErrorText {
  /** Class of the error, e.g. "TimeoutError". */
  readonly name?: string;
  readonly message: string;
  readonly stack?: string;
}

export function errorTextOf(text: string): ErrorText {
  return fromPython(text) ?? fromJavaScript(text) ?? named(text.trim());
}

const traceback = 'Traceback (most recent call last):';

function fromPython(text: string): ErrorText | undefined {
  const at = text.indexOf(traceback);
  if (at < 0) return undefined;
  const stack = text.slice(at).trim();
  const before = text.slice(0, at).trim();
  const last = stack
    .split('\n')
    .findLast((line) => /^[\w.]+(Error|Exception|Interrupt|Warning)?\b.*$/.test(line));
  return { ...named(before === '' ? (last ?? traceback) : before), stack };
}

const frame = /^\s+at .+/m;

function fromJavaScript(text: string): ErrorText | undefined {
  const firstFrame = frame.exec(text);
  if (!firstFrame) return undefined;
  const head = text.slice(0, firstFrame.index).trimEnd();
  const { message, repeated } = halves(head);
  const heading = repeated ?? head;
  const stack = text.slice(heading === head ? 0 : head.length - heading.length).trim();
  return { ...named(message ?? heading), ...nameOf(heading), stack };
}

/** Splits "message⏎⏎Error: message" at the blank line where the second half repeats the first. */
function halves(head: string): { message?: string; repeated?: string } {
  for (let gap = head.indexOf('\n\n'); gap >= 0; gap = head.indexOf('\n\n', gap + 1)) {
    const message = head.slice(0, gap).trim();
    const repeated = head.slice(gap).trim();
    const said = repeated.replace(errorName, '').trim();
    if (message !== '' && (said === message || repeated === message)) return { message, repeated };
  }
  return {};
}

const errorName = /^([A-Z_$][\w$.]*(?:Error|Exception|Interrupt|Exit|Warning|Timeout)|Error):?\s+/i;

function nameOf(text: string): { name?: string } {
  const name = errorName.exec(text)?.[1];
  return name === undefined || name.toLowerCase() === 'error' ? {} : { name };
}

/** `ValueError('x')`, `ValueError("x")` and `ValueError: x` name their class. */
function named(text: string): ErrorText {
  const called = /^([A-Z][\w.]*(?:Error|Exception|Interrupt|Exit))\((['"])(.*)\2,?\)$/s.exec(text);
  if (called) return { name: called[1]!, message: called[3]! };
  const prefixed = errorName.exec(text);
  if (prefixed && prefixed[0].length < text.length) {
    return { ...nameOf(text), message: text.slice(prefixed[0].length) };
  }
  return { message: text };
}
