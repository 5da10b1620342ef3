import { Pause, Play, Save, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { formatBytes } from '../../../lib/format-bytes.ts';
import { formatCount } from '../../../lib/format-count.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import { TimeText } from '../../../ui/time-text.tsx';
import { kindWords } from '../kind-words.ts';
import type { Download } from '../machine/download-list.ts';
import type { DownloadManager } from '../machine/download-manager.ts';
import { isFinal } from '../record.ts';
import styles from './downloads.module.css';
import { LiveProgress } from './live-progress.tsx';
import { remarksOn } from './remarks.ts';
import { type Status, STATUS_WORDS, progressText, statusOf } from './status.ts';

interface DownloadCardProps {
  readonly download: Download;
  readonly manager: DownloadManager;
}

const TONES: Readonly<Record<Status, 'neutral' | 'accent' | 'success' | 'warning' | 'danger'>> = {
  reading: 'accent',
  waiting: 'warning',
  making: 'accent',
  paused: 'neutral',
  interrupted: 'warning',
  stopped: 'danger',
  elsewhere: 'neutral',
  done: 'success',
  partial: 'warning',
};

export function DownloadCard({ download, manager }: DownloadCardProps) {
  const { record } = download;
  const status = statusOf(download);
  return (
    <article className={styles.card} aria-label={record.title}>
      <div className={styles.head}>
        <h2 className={styles.title}>{record.title}</h2>
        <Badge tone={TONES[status]}>{STATUS_WORDS[status]}</Badge>
        <span className={styles.time}>
          <TimeText time={record.startedAt} mode="relative" />
        </span>
      </div>
      <p className={styles.detail}>
        {isFinal(record) && record.file ? <FileFacts download={download} /> : progressText(download)}
      </p>
      {download.live && <LiveProgress download={download} />}
      {record.problem && !download.live && (
        <Callout tone="danger" title={record.problem.title}>
          <p>{record.problem.detail}</p>
          <p>{record.problem.whatNow}</p>
        </Callout>
      )}
      {status === 'interrupted' && (
        <p className={styles.detail}>
          The tab was closed while this ran. Resume goes on behind the last row.
        </p>
      )}
      <Remarks download={download} />
      <Actions download={download} status={status} manager={manager} />
    </article>
  );
}

function FileFacts({ download: { record } }: { readonly download: Download }) {
  const { file, checkpoint } = record;
  if (!file) return null;
  return (
    <>
      {file.name} · {formatCount(file.rows)} {file.rows === 1 ? 'row' : 'rows'}
      {file.columns.length > 0 && ` · ${formatCount(file.columns.length)} columns`} ·{' '}
      {formatBytes(file.bytes)} · {formatCount(checkpoint.requests)}{' '}
      {checkpoint.requests === 1 ? 'request' : 'requests'}
    </>
  );
}

function Remarks({ download: { record } }: Pick<DownloadCardProps, 'download'>) {
  const all = remarksOn(record);
  if (all.length === 0) return null;
  return (
    <ul className={styles.remarks} aria-label="Remarks">
      {all.map((remark) => (
        <li key={remark}>{remark}</li>
      ))}
    </ul>
  );
}

function Actions({ download, status, manager }: DownloadCardProps & { readonly status: Status }) {
  const { id, file, checkpoint } = download.record;
  const isRunning = status === 'reading' || status === 'waiting' || status === 'making';
  const canResume = ['paused', 'stopped', 'interrupted', 'partial'].includes(status);
  return (
    <div className={styles.actions}>
      {isRunning && (
        <Button size="sm" icon={Pause} onPress={() => void manager.pause(id)}>
          Pause
        </Button>
      )}
      {canResume && (
        <Button size="sm" variant="primary" icon={Play} onPress={() => void manager.resume(id)}>
          Resume
        </Button>
      )}
      {canResume && status !== 'partial' && checkpoint.parts > 0 && (
        <Button size="sm" icon={Save} onPress={() => void manager.savePartial(id)}>
          Save what is here
        </Button>
      )}
      {isFinal(download.record) && file && !file.isPicked && (
        <Button size="sm" icon={Save} onPress={() => void manager.save(id)}>
          Save again
        </Button>
      )}
      {isFinal(download.record) && file && (
        <Button size="sm" onPress={() => manager.saveManifest(id)}>
          Manifest
        </Button>
      )}
      {status !== 'elsewhere' && (
        <Discard key={status} download={download} isRunning={isRunning} manager={manager} />
      )}
    </div>
  );
}

/** Rows that took minutes to get are not thrown away by one press. */
function Discard({
  download: { record },
  isRunning,
  manager,
}: DownloadCardProps & { readonly isRunning: boolean }) {
  const [isAsking, setAsking] = useState(false);
  const remove = () => void manager.remove(record.id);
  const isSaved = record.phase === 'done';
  if (!isAsking) {
    return (
      <Button size="sm" variant="ghost" icon={Trash2} onPress={() => (isSaved ? remove() : setAsking(true))}>
        {isRunning ? 'Cancel' : 'Remove'}
      </Button>
    );
  }
  return (
    <span className={styles.ask} role="group" aria-label="Discard the rows">
      <span>
        Discard {formatCount(record.checkpoint.parts)} {kindWords(record.spec.kind, record.spec.source).parts}
        ?
      </span>
      <Button size="sm" variant="danger" onPress={remove}>
        Discard
      </Button>
      <Button size="sm" onPress={() => setAsking(false)}>
        Keep
      </Button>
    </span>
  );
}
