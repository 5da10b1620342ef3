import { Download } from 'lucide-react';
import { createElement, useState } from 'react';
import type { Api } from '../contract/api.ts';
import type { DownloadOffer } from '../features/downloads/offer.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { toast } from '../ui/toast-queue.ts';
import { useLoaded } from '../ui/use-loaded.ts';
import { printLink } from '../url/link.ts';
import { loadDownloadForm } from './pages.ts';
import { useServices } from './services.ts';

interface DownloadButtonProps {
  readonly api: Api;
  /** Made at the press: a window that ends now must end now. */
  readonly offer: () => DownloadOffer;
  readonly isIconOnly?: boolean;
  readonly size?: 'sm' | 'md';
  readonly label?: string;
}

/** Opens the form of a download; its code comes with the first press. */
export function DownloadButton(props: DownloadButtonProps) {
  const { api, offer, isIconOnly = false, size = 'md', label = 'Download' } = props;
  const [offered, setOffered] = useState<DownloadOffer>();
  const open = () => setOffered(offer());
  return (
    <>
      {isIconOnly ? (
        <IconButton label={label} icon={Download} size={size} onPress={open} />
      ) : (
        <Button variant="ghost" icon={Download} size={size} onPress={open}>
          {label}
        </Button>
      )}
      {offered && <Form api={api} offer={offered} onClose={() => setOffered(undefined)} />}
    </>
  );
}

interface FormProps {
  readonly api: Api;
  readonly offer: DownloadOffer;
  readonly onClose: () => void;
}

function Form({ api, offer, onClose }: FormProps) {
  const { loadDownloads } = useServices();
  const form = useLoaded(loadDownloadForm);
  const manager = useLoaded(loadDownloads);
  if (form.status !== 'ready' || manager.status !== 'ready') return null;
  return createElement(form.value, {
    api,
    offer,
    manager: manager.value,
    onClose,
    onStarted: (title) => {
      onClose();
      toast(`${title}: started.`, {
        tone: 'success',
        topic: `download ${title}`,
        action: { label: 'Show', onPress: () => (location.hash = printLink({ kind: 'downloads' }).slice(1)) },
      });
    },
  });
}
