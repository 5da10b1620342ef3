import { expect, test } from 'vitest';
import { recognise } from '../../../snippets/paste/recognise.ts';
import { namedProjects, projectNotes } from './paste-projects.ts';
import { patchLines } from './paste-words.ts';

const PYTHON = `client.list_runs(project_name="my-project", filter='eq(name, "a")', is_root=True, limit=20)`;

test('a pasted call is shown line by line before it is used', () => {
  const found = recognise(PYTHON, 0);
  expect(Object.fromEntries(patchLines(found?.patch ?? {}))).toMatchObject({
    project: 'my-project',
    filter: 'eq(name, "a")',
    limit: '20',
  });
  expect(namedProjects(found?.patch ?? {})).toEqual(['my-project']);
});

test('a project that is not here, and another server, are said', () => {
  const notes = projectNotes({ deployment: { url: 'https://ls.example' } }, [{ name: 'x' }], false);
  expect(notes).toHaveLength(2);
  expect(notes[0]).toContain('“x”');
  expect(notes[1]).toContain('https://ls.example');
});
