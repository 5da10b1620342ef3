import { Brain, ChevronRight } from 'lucide-react';
import { useMemo } from 'react';
import type { ContentPart } from '../../model/chat-message.ts';
import { resultData } from '../../model/tool-run.ts';
import { formatCount } from '../../lib/format-count.ts';
import { JsonView } from '../../ui/json-view.tsx';
import styles from './content-part-view.module.css';
import { MediaView } from './media-view.tsx';
import { TextView } from './text-view.tsx';

interface ContentPartViewProps {
  readonly part: ContentPart;
  /** Tools answer in JSON as a text; people write texts. */
  readonly isResult?: boolean;
}

export function ContentPartView({ part, isResult = false }: ContentPartViewProps) {
  switch (part.kind) {
    case 'text':
      return isResult ? <ResultText text={part.text} /> : <TextView text={part.text} />;
    case 'reasoning':
      return <Reasoning text={part.text} />;
    case 'refusal':
      return <p className={styles.refusal}>Refused: {part.text}</p>;
    case 'json':
      return (
        <div className={styles.json}>
          {part.label !== undefined && <span className={styles.label}>{part.label}</span>}
          <JsonView value={part.value} label={part.label ?? 'Content'} initialDepth={1} />
        </div>
      );
    case 'tool-result':
      return (
        <div className={styles.result} data-failed={part.isError || undefined}>
          <span className={styles.label}>
            {part.isError ? 'Failed tool result' : 'Tool result'} {part.toolCallId}
          </span>
          {part.parts.map((inner, index) => (
            <ContentPartView key={index} part={inner} isResult />
          ))}
        </div>
      );
    default:
      return <MediaView kind={part.kind} source={part.source} name={part.name} />;
  }
}

function ResultText({ text }: { readonly text: string }) {
  const value = useMemo(() => resultData(text), [text]);
  return value === undefined ? <TextView text={text} /> : <JsonView value={value} label="Result" />;
}

/** Shorter thoughts stand open. */
const openUpTo = 600;

function Reasoning({ text }: { readonly text: string }) {
  return (
    <details className={styles.reasoning} open={text.length <= openUpTo}>
      <summary>
        <ChevronRight size={14} aria-hidden="true" />
        <Brain size={13} aria-hidden="true" />
        Reasoning
        <span className={styles.length}>{formatCount(text.length)} characters</span>
      </summary>
      <TextView text={text} />
    </details>
  );
}
