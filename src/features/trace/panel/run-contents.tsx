import type { JsonObject, Run, RunPayload } from '../../../contract/run.ts';
import { chatOf } from '../../../model/chat.ts';
import { documentsOf } from '../../../model/documents.ts';
import { toolArguments, toolResult } from '../../../model/tool-run.ts';
import { MarkdownSwitch } from '../../../parts/content/markdown-switch.tsx';
import { ChatView } from './chat-view.tsx';
import { DocumentList } from './document-list.tsx';
import { Section } from './section.tsx';
import { ToolResultView } from './tool-result-view.tsx';
import { ValueView } from '../../../parts/content/value-view.tsx';

/** Inputs and outputs, read the way the run was meant: chat, documents, a call and its result, or JSON. */
export function RunContents({ run, payload }: { readonly run: Run; readonly payload: RunPayload }) {
  const { inputs, outputs } = payload;
  return (
    <>
      <Section title="Input" actions={<MarkdownSwitch />}>
        {isEmpty(inputs) ? <Nothing>No inputs were recorded.</Nothing> : <Inputs run={run} value={inputs} />}
      </Section>
      <Section title="Output">
        {isEmpty(outputs) ? <Nothing>{noOutput(run)}</Nothing> : <Outputs run={run} value={outputs} />}
      </Section>
    </>
  );
}

function Inputs({ run, value }: { readonly run: Run; readonly value: JsonObject }) {
  if (run.runType === 'tool') return <ValueView value={toolArguments(value)} label="Arguments" />;
  const chat = chatOf('inputs', value, run.runType);
  return chat ? <ChatView chat={chat} groupName="Conversation" /> : <ValueView value={value} label="Input" />;
}

function Outputs({ run, value }: { readonly run: Run; readonly value: JsonObject }) {
  if (run.runType === 'tool') return <ToolResultView result={toolResult(value)} />;
  const documents = run.runType === 'llm' ? undefined : documentsOf(value);
  // An empty list is an answer of a retriever, and nothing in particular elsewhere.
  if (documents && (documents.length > 0 || run.runType === 'retriever')) {
    return <DocumentList documents={documents} />;
  }
  const chat = chatOf('outputs', value, run.runType);
  return chat ? <ChatView chat={chat} groupName="Candidate" /> : <ValueView value={value} label="Output" />;
}

function Nothing({ children }: { readonly children: string }) {
  return <p style={{ color: 'var(--text-3)' }}>{children}</p>;
}

function noOutput(run: Run): string {
  if (run.status === 'error') return 'No outputs: the run failed.';
  return run.endTime === undefined ? 'No outputs: the run has not ended.' : 'No outputs were recorded.';
}

function isEmpty(value: JsonObject | undefined): value is undefined {
  return value === undefined || Object.keys(value).length === 0;
}
