import type { ToolResult } from '../../../model/tool-run.ts';
import { MessageView } from '../../../parts/content/message-view.tsx';
import { ValueView } from '../../../parts/content/value-view.tsx';

export function ToolResultView({ result }: { readonly result: ToolResult }) {
  return result.kind === 'message' ? (
    <MessageView message={result.message} />
  ) : (
    <ValueView value={result.value} label="Result" />
  );
}
