import { CircleHelp } from 'lucide-react';
import { createElement, useEffect, useState } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';
import { isKeyOff } from '../../parts/single-keys.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { whileBusy } from '../idle.ts';

const loadHelp = () => whileBusy(import('./help-dialog.tsx').then(({ HelpDialog }) => HelpDialog));

export function HelpButton() {
  const [isOpen, setOpen] = useState(false);
  const dialog = useLoaded(loadHelp, isOpen);
  // The keyboard of the whole window: "?" anywhere but in a text.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== '?' || isKeyOff('?') || event.ctrlKey || event.metaKey || isTyping(event.target))
        return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return (
    <>
      <IconButton label="Help and keyboard shortcuts" icon={CircleHelp} onPress={() => setOpen(true)} />
      {dialog.status === 'ready' && createElement(dialog.value, { isOpen, onClose: () => setOpen(false) })}
    </>
  );
}

/** Monaco's editing element is neither an input nor editable for the browser; its role tells. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input, textarea, select, [role="textbox"], [role="combobox"]') !== null)
  );
}
