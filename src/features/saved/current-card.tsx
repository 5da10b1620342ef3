import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { screenOf, type StepProps, withoutSaved } from './saved-steps.ts';
import styles from './saved.module.css';

/** The saved filter that the screen began as, and what can be done about the difference. */
export function CurrentCard(props: StepProps) {
  const { current, screen, hrefOf, onStep, onScreenChange, onClose } = props;
  const leave = () => {
    onScreenChange(withoutSaved(screen), 'replace');
    onClose();
  };
  if (current.kind === 'none' || current.kind === 'asking') return null;
  if (current.kind === 'unknown') {
    return (
      <Callout tone="warning" title={`“${current.name}” could not be looked up.`}>
        Not everything that is saved could be read. What is on the screen is all of it: save it to keep it.
      </Callout>
    );
  }
  if (current.kind === 'elsewhere') {
    return (
      <Callout
        tone="info"
        title={`“${current.name}” is not kept here.`}
        actions={
          <Button size="sm" onPress={leave}>
            Leave this saved filter
          </Button>
        }
      >
        It is saved in another browser or project, or was deleted. What is on the screen is all of it: save it
        to keep it.
      </Callout>
    );
  }
  const stored = screenOf(current.saved, screen);
  return (
    <section className={styles.current} aria-label="Open now">
      <p className={styles.title}>{current.name}</p>
      <p className={styles.remark}>
        {current.isChanged ? 'The screen differs from what is saved.' : 'The screen shows what is saved.'}
      </p>
      <div className={styles.actions}>
        {current.isChanged && (
          <Button
            size="sm"
            variant="primary"
            onPress={() => onStep({ kind: 'update', saved: current.saved })}
          >
            Update…
          </Button>
        )}
        {current.isChanged && stored && (
          <ButtonLink size="sm" href={hrefOf(stored)}>
            Back to what is saved
          </ButtonLink>
        )}
        <Button size="sm" variant="ghost" onPress={leave}>
          Leave this saved filter
        </Button>
      </div>
    </section>
  );
}
