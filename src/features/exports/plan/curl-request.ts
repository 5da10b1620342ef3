/** Requests of bulk exports for a POSIX shell. No text holds a key; it names the variable that does. */
import { v1Base } from '../../../contract/paths.ts';
import { shellLiteral } from '../../../lib/shell-text.ts';
import { DEFAULT_API } from '../../../snippets/question.ts';
import type { Writer } from './destination-writer.ts';

type Method = 'GET' | 'POST' | 'PATCH';

/** Of an engine in a browser nobody can ask from outside, so its requests go to LangSmith Cloud. */
export function curlRequest(writer: Writer, method: Method, path: string, body?: object): string {
  const base = v1Base(writer.kind === 'server' ? writer.url : DEFAULT_API);
  const workspace = writer.kind === 'server' ? writer.workspaceId : 'YOUR_WORKSPACE_ID';
  return [
    `curl --request ${method} ${shellLiteral(`${base}/bulk-exports${path}`)}`,
    '  --header "X-API-Key: $LANGSMITH_API_KEY"',
    ...(workspace === undefined ? [] : [`  --header ${shellLiteral(`X-Tenant-Id: ${workspace}`)}`]),
    ...(body === undefined
      ? []
      : [
          "  --header 'Content-Type: application/json'",
          `  --data ${shellLiteral(JSON.stringify(body, undefined, 2))}`,
        ]),
  ].join(' \\\n');
}

export const requestNote = (writer: Writer): string =>
  writer.kind === 'server'
    ? 'Set LANGSMITH_API_KEY first.'
    : 'Set LANGSMITH_API_KEY first. The data of this page is in your browser only: the request goes to LangSmith Cloud, with your own workspace and ids.';
