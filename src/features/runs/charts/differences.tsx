import { useEffect, useRef, useState } from 'react';
import type { Api } from '../../../contract/api.ts';
import { addClause } from '../../../filter/edit.ts';
import { facetClause } from '../../../filter/edit/facet.ts';
import { formatCount } from '../../../lib/format-count.ts';
import type { TimeSpan } from '../../../model/timeline.ts';
import { Button } from '../../../ui/button.tsx';
import { toast } from '../../../ui/toast-queue.ts';
import type { RunsScreen } from '../../../url/screens.ts';
import type { RunPages } from '../use-run-pages.ts';
import styles from './charts.module.css';
import { nameOf, targetOf } from './clause-of-value.ts';
import type { NamedCount } from './facet-differences.ts';
import { type Differences as Found, useDifferences } from './use-differences.ts';

interface DifferencesProps {
  readonly api: Api;
  readonly pages: RunPages;
  readonly stretch: TimeSpan;
  readonly screen: RunsScreen;
  readonly onChange: (next: RunsScreen) => void;
}

const MOST_SHOWN = 8;

/** What is different about the chosen runs: values that are more frequent in them than in the others. */
export function Differences(props: DifferencesProps) {
  const [isAsked, setAsked] = useState(false);
  if (!isAsked) {
    return (
      <Button size="sm" onPress={() => setAsked(true)}>
        What is different here?
      </Button>
    );
  }
  return <FoundDifferences {...props} />;
}

function FoundDifferences({ api, pages, stretch, screen, onChange }: DifferencesProps) {
  const differences = useDifferences(api, screen, pages, stretch);
  const region = useRef<HTMLDivElement>(null);
  // The outside system is the browser's focus: the button that asked for this is gone.
  useEffect(() => region.current?.focus(), []);
  const choose = ({ by, value, clause }: NamedCount) => {
    const wanted = clause ?? facetClause({ target: targetOf(by), values: [value] }) ?? '';
    const edited = addClause(screen.filter, wanted);
    if (edited.kind === 'refused') toast(edited.reason, { tone: 'danger' });
    else {
      region.current?.focus();
      onChange({ ...screen, filter: edited.text });
    }
  };
  return (
    <div
      ref={region}
      tabIndex={-1}
      className={styles.differences}
      role="region"
      aria-label="What is different here"
    >
      <p className={styles.remark} role="status">
        {comparedSentence(differences)}
      </p>
      <ul className={styles.list}>
        {differences.found.slice(0, MOST_SHOWN).map(({ value, shareInside, shareOutside, also }) => (
          <li key={`${nameOf(value.by)} ${value.value}`}>
            <Button size="sm" variant="ghost" onPress={() => choose(value)}>
              {nameOf(value.by)} is {value.value}
            </Button>
            <span className={styles.remark}>
              {percent(shareInside)} here, {percent(shareOutside)} elsewhere
              {also.length > 0 && `; always with ${also.map(inWords).join(', ')}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function comparedSentence(differences: Found): string {
  const { inside, outside, isWhole, isAsking, error, found, lacksMetadata } = differences;
  const where = isWhole ? 'Over all matches' : 'In the loaded rows';
  const why = isWhole ? '' : isAsking ? ' (counting all of them…)' : error ? ` (${error.message})` : '';
  const without = lacksMetadata ? ' Metadata is not loaded and so not compared: show a key as a column.' : '';
  const counts = `${where}${why}: ${formatCount(inside)} inside, ${formatCount(outside)} outside.${without}`;
  if (inside === 0 || outside === 0) return `${counts} There is nothing to compare.`;
  return found.length === 0
    ? `${counts} No value is more frequent here than chance would explain.`
    : `${counts} A hint where to look, not a cause.`;
}

const inWords = ({ by, value }: NamedCount) => `${nameOf(by)} ${value}`;

const percent = (share: number) => `${Math.round(share * 100)}%`;
