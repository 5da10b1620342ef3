import type { ReactNode } from 'react';
import { DropZone, FileTrigger, isFileDropItem, Text } from 'react-aria-components';
import { Button } from './button.tsx';
import styles from './file-drop.module.css';

export interface FileDropProps {
  /** Names the place where files can be dropped, for screen readers. */
  readonly label: string;
  readonly buttonText: string;
  /** Endings, with the dot. */
  readonly accept: readonly string[];
  readonly isBusy?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

/** Files by dropping, by pasting, or by the browser's own picker. */
export function FileDrop({ label, buttonText, accept, isBusy, onFiles, children }: FileDropProps) {
  return (
    <DropZone
      className={styles.drop}
      isDisabled={isBusy}
      onDrop={({ items }) => {
        // What is not a file (a folder, a text) has nothing to read.
        void Promise.all(items.filter(isFileDropItem).map((item) => item.getFile())).then(
          (files) => files.length > 0 && onFiles(files),
        );
      }}
    >
      <Text slot="label" className="visually-hidden">
        {label}
      </Text>
      <div className={styles.text}>{children}</div>
      <FileTrigger
        allowsMultiple
        acceptedFileTypes={[...accept]}
        onSelect={(list) => list && list.length > 0 && onFiles([...list])}
      >
        <Button isPending={isBusy}>{buttonText}</Button>
      </FileTrigger>
    </DropZone>
  );
}
