import { useQuery } from '@tanstack/react-query';
import { Eye, Paperclip } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Api } from '../../../contract/api.ts';
import type { Attachment } from '../../../contract/run.ts';
import { formatBytes } from '../../../lib/format-bytes.ts';
import { Button } from '../../../ui/button.tsx';
import { LoadError } from '../../../parts/load-error.tsx';
import { attachmentOptions } from '../trace-queries.ts';
import styles from './attachment-list.module.css';
import { DownloadLink } from '../../../parts/content/download-link.tsx';
import { safeMediaType } from '../../../parts/content/safe-media-type.ts';
import { Section } from './section.tsx';

/** Files sent with the run. Nothing is fetched before somebody asks for it. */
export function AttachmentList({
  api,
  attachments,
}: {
  readonly api: Api;
  readonly attachments: readonly Attachment[];
}) {
  if (attachments.length === 0) return null;
  return (
    <Section title="Attachments" detail={attachments.length}>
      <ul className={styles.list}>
        {attachments.map((attachment) => (
          <AttachmentItem key={attachment.name} api={api} attachment={attachment} />
        ))}
      </ul>
    </Section>
  );
}

function AttachmentItem({ api, attachment }: { readonly api: Api; readonly attachment: Attachment }) {
  const [isWanted, setWanted] = useState(false);
  const file = useQuery({ ...attachmentOptions(api, attachment.url), enabled: isWanted });
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <Paperclip size={14} aria-hidden="true" />
        <span className={styles.name} dir="auto">
          {attachment.name}
        </span>
        <span className={styles.type}>{attachment.mimeType}</span>
        {!file.data && (
          <span className={styles.open}>
            <Button size="sm" icon={Eye} isPending={file.isFetching} onPress={() => setWanted(true)}>
              Open
            </Button>
          </span>
        )}
      </div>
      {file.error && (
        <LoadError what="the attachment" error={file.error} onRetry={() => void file.refetch()} />
      )}
      {file.data && <OpenedFile attachment={attachment} blob={file.data} />}
    </li>
  );
}

function OpenedFile({ attachment, blob }: { readonly attachment: Attachment; readonly blob: Blob }) {
  const type = safeMediaType(attachment.mimeType ?? blob.type);
  const url = useBlobUrl(blob, type);
  const text = useSmallText(blob, type);
  if (url === undefined) return null;
  return (
    <div className={styles.opened}>
      {type.startsWith('image/') && <img src={url} alt={attachment.name} className={styles.image} />}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- recorded data; there is no track to offer */}
      {type.startsWith('audio/') && <audio controls src={url} />}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- recorded data; there is no track to offer */}
      {type.startsWith('video/') && <video controls src={url} className={styles.image} />}
      {text !== undefined && <pre className={styles.text}>{text}</pre>}
      <DownloadLink href={url} fileName={attachment.name}>
        Download, {formatBytes(blob.size)}
      </DownloadLink>
    </div>
  );
}

/** The address lives as long as the element that shows it; afterwards the browser may drop the bytes. */
function useBlobUrl(blob: Blob, type: string): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(blob.slice(0, blob.size, type));
    // oxlint-disable-next-line react/set-state-in-effect -- an address is a resource with a lifetime, made here and given back below
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob, type]);
  return url;
}

const textUpTo = 20_000;

function useSmallText(blob: Blob, type: string): string | undefined {
  const [text, setText] = useState<string>();
  useEffect(() => {
    if (!type.startsWith('text/') || blob.size > textUpTo) return undefined;
    let isCurrent = true;
    void blob.text().then((read) => isCurrent && setText(read));
    return () => {
      isCurrent = false;
    };
  }, [blob, type]);
  return text;
}
