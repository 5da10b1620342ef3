import { useMemo, type ReactNode, type Ref } from 'react';
import { barLanguage } from '../../../editor/bar-language.ts';
import { FilterEditor, type FilterEditorHandle } from '../../../editor/filter-editor.tsx';
import type { Dialect } from '../../../filter/dialect.ts';
import { hasErrors } from '../../../filter/diagnose.ts';
import type { LiveSource } from '../../../filter/live-values.ts';
import { barDraftOf, withBar } from './bar-draft.ts';
import { type BarDraft, isSame } from './bar-draft-shape.ts';
import { RemarkList } from './remark-list.tsx';
import styles from './search-bar-editor.module.css';

export interface SearchBarEditorProps {
  readonly label: string;
  /** The filter in the API language: what is asked. */
  readonly api: string;
  /** The last state of the bar, which may hold more than the API can be asked. */
  readonly draft: BarDraft | undefined;
  readonly onDraft: (draft: BarDraft) => void;
  readonly onCommit: (api: string) => void;
  readonly values: LiveSource;
  readonly dialect: Dialect;
  readonly autoFocus: boolean;
  readonly handle: Ref<FilterEditorHandle>;
  readonly instead: ReactNode;
}

/** The same filter in the syntax of LangSmith's search bar; each key is translated at once. */
export function SearchBarEditor(props: SearchBarEditorProps) {
  const { label, api, onDraft, onCommit, values, dialect } = props;
  const kept = props.draft && isSame(props.draft.api, api) ? props.draft : undefined;
  const draft = useMemo(() => kept ?? barDraftOf(api), [kept, api]);
  const language = useMemo(() => barLanguage('run', dialect), [dialect]);

  if (draft.isBroken) {
    return (
      <p className={styles.broken} role="status">
        This filter has an error, so the search bar cannot show it: <code>{api}</code> Put it right as API
        text, then come back.
      </p>
    );
  }
  return (
    <div className={styles.editor}>
      <FilterEditor
        label={`${label}, search bar`}
        language={language}
        value={draft.bar}
        onChange={(bar) => onDraft(withBar(draft, bar))}
        onCommit={(bar) => {
          if (!hasErrors(language.diagnose(bar))) onCommit(withBar(draft, bar).api);
        }}
        values={values}
        placeholder="e.g. status:error latency:>5 metadata.env:prod"
        autoFocus={props.autoFocus}
        handle={props.handle}
        instead={props.instead}
      />
      {draft.kept.length > 0 && (
        <RemarkList
          label={`Clauses beside the bar of ${label}`}
          title="Asked as well; the bar cannot say it:"
          remarks={draft.kept}
        />
      )}
      {draft.api.trim() !== '' && (
        <p className={styles.asked}>
          Asked as <code>{draft.api}</code>
        </p>
      )}
    </div>
  );
}
