import { FileText, ImageIcon } from 'lucide-react';
import { formatBytes } from '../../lib/format-bytes.ts';
import type { MediaSource } from '../../model/chat-message.ts';
import { DownloadLink } from './download-link.tsx';
import styles from './media-view.module.css';
import { safeMediaType } from './safe-media-type.ts';
import { webAddress } from '../../ui/web-address.ts';

export interface MediaViewProps {
  readonly kind: 'image' | 'audio' | 'video' | 'file';
  readonly source: MediaSource;
  readonly name?: string | undefined;
}

/** Media that are in the run are shown; media elsewhere are never loaded by themselves, only linked. */
export function MediaView({ kind, source, name }: MediaViewProps) {
  if (source.kind === 'inline') return <InlineMedia kind={kind} source={source} name={name} />;
  const address = source.kind === 'link' ? source.url : source.id;
  const href = source.kind === 'link' ? webAddress(source.url) : undefined;
  return (
    <p className={styles.elsewhere}>
      {kind === 'image' ? (
        <ImageIcon size={14} aria-hidden="true" />
      ) : (
        <FileText size={14} aria-hidden="true" />
      )}
      <span className={styles.kind}>{name ?? kind}</span>
      {href === undefined ? (
        <code className={styles.address}>{address}</code>
      ) : (
        <a href={href} target="_blank" rel="noopener noreferrer" className={styles.address}>
          {address}
        </a>
      )}
    </p>
  );
}

type Inline = Extract<MediaSource, { kind: 'inline' }>;

function InlineMedia({ kind, source, name }: MediaViewProps & { readonly source: Inline }) {
  const type = safeMediaType(source.mimeType);
  const url = `data:${type};base64,${source.base64}`;
  const size = formatBytes(Math.floor(source.base64.length * 0.75));
  const label = name ?? `${kind}, ${source.mimeType}, ${size}`;
  if (kind === 'image' && type.startsWith('image/')) {
    return (
      <figure className={styles.figure}>
        <img src={url} alt={name ?? 'Image in the message'} className={styles.image} />
        <figcaption className={styles.caption}>{label}</figcaption>
      </figure>
    );
  }
  if (kind === 'audio' && type.startsWith('audio/')) {
    return (
      <figure className={styles.figure}>
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- recorded data; there is no track to offer */}
        <audio controls src={url} />
        <figcaption className={styles.caption}>{label}</figcaption>
      </figure>
    );
  }
  return (
    <DownloadLink href={url} fileName={name ?? `${kind}.bin`}>
      {label}
    </DownloadLink>
  );
}
