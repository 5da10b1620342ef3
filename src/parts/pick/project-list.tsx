import { useState } from 'react';
import type { Api } from '../../contract/api.ts';
import type { Project } from '../../contract/run.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import type { ProjectRef, WindowChoice } from '../../url/screens.ts';
import { isExperiment, listedProjects } from './default-project.ts';
import { errorAdvice } from '../error-advice.ts';
import { RepairLink } from '../repair-link.tsx';
import { ProjectRow } from './project-row.tsx';
import styles from './project-picker.module.css';
import { useProjects } from './use-projects.ts';
import { windowLabel } from './window-choices.ts';

export interface ProjectPickerProps {
  readonly api: Api;
  readonly window: WindowChoice;
  readonly chosen: readonly ProjectRef[];
  readonly onChange: (projects: readonly ProjectRef[]) => void;
}

export interface ProjectListProps extends ProjectPickerProps {
  readonly close: () => void;
}

export function ProjectList(props: ProjectListProps) {
  const { api, window, chosen, onChange, close } = props;
  const [search, setSearch] = useState('');
  const { projects, phase, error, hasMore, isFetching, loadMore, retry } = useProjects(api, window, search);
  const listed = listedProjects(projects, search);
  const groups = [
    { title: 'Projects', items: listed.filter((project) => !isExperiment(project)) },
    { title: 'Experiments', items: listed.filter(isExperiment) },
  ].filter(({ items }) => items.length > 0);

  const choose = (project: Project) => {
    onChange([{ id: project.id, name: project.name }]);
    close();
  };
  const toggle = (project: Project) => {
    const others = chosen.filter((ref) => ref.id !== project.id);
    const next = others.length < chosen.length ? others : [...chosen, { id: project.id, name: project.name }];
    // Nothing is asked without a project, so the last one stays.
    if (next.length > 0) onChange(next);
  };

  return (
    <div className={styles.picker}>
      <SearchField
        label="Search projects"
        placeholder="Search projects"
        value={search}
        onChange={setSearch}
        autoFocus
        onEnter={() => listed[0] && choose(listed[0])}
      />
      <p className={styles.hint}>Statistics: {windowLabel(window)}. Tick several to search them together.</p>
      {error && (
        <Callout
          tone="danger"
          title={errorAdvice(error).title}
          actions={
            <>
              <RepairLink error={error} size="sm" />
              <Button size="sm" onPress={retry}>
                Try again
              </Button>
            </>
          }
        >
          <p>{errorAdvice(error).detail}</p>
          <p>{errorAdvice(error).whatNow}</p>
        </Callout>
      )}
      {phase === 'loading' && <Spinner label="Loading projects" />}
      <div className={styles.lists}>
        {groups.map(({ title, items }) => (
          <section key={title} aria-label={title}>
            <h3 className={styles.heading}>{title}</h3>
            <ul>
              {items.map((project) => (
                <ProjectRow
                  key={project.id}
                  project={project}
                  isChosen={chosen.some((ref) => ref.id === project.id)}
                  onChoose={() => choose(project)}
                  onToggle={() => toggle(project)}
                />
              ))}
            </ul>
          </section>
        ))}
        {phase === 'ready' && listed.length === 0 && !isFetching && (
          <p className={styles.nothing}>
            {search.trim() === '' ? 'This workspace has no projects.' : `No project matches “${search}”.`}
          </p>
        )}
      </div>
      {hasMore && (
        <Button size="sm" variant="ghost" isPending={isFetching} onPress={loadMore}>
          Load more projects
        </Button>
      )}
    </div>
  );
}
