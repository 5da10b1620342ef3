import { expect, test } from 'vitest';
import type { Project } from '../../contract/run.ts';
import { defaultProject, listedProjects } from './default-project.ts';

const HOUR = 3_600_000;
const project = (name: string, hours: number, runCount: number, isExperiment = false): Project => ({
  id: name,
  name,
  lastRunStartTime: hours * HOUR,
  stats: { runCount, feedback: {} },
  ...(isExperiment ? { referenceDatasetId: 'd' } : {}),
});

test.each([
  ['the busiest of the last day', [project('a', 100, 5), project('b', 99, 50), project('old', 10, 900)], 'b'],
  [
    'the latest when the busiest is hardly busier',
    [project('a', 100, 37), project('b', 99, 20), project('c', 98, 11), project('d', 97, 43)],
    'a',
  ],
  ['not an experiment', [project('a', 1, 5), project('eval', 100, 900, true)], 'a'],
  ['an experiment when there is nothing else', [project('eval', 100, 9, true)], 'eval'],
  ['the later one of equals', [project('a', 99, 5), project('b', 100, 5)], 'b'],
])('%s', (_what, projects, expected) => {
  expect(defaultProject(projects)?.name).toBe(expected);
});

test('projects without statistics or activity are no obstacle', () => {
  expect(defaultProject([])).toBeUndefined();
  expect(defaultProject([{ id: 'x', name: 'x' }])?.name).toBe('x');
});

test('the list is newest first and finds every word of the search', () => {
  const projects = [project('support prod', 1, 1), project('support dev', 3, 1), project('other', 2, 1)];
  expect(listedProjects(projects, '').map((p) => p.name)).toEqual(['support dev', 'other', 'support prod']);
  expect(listedProjects(projects, 'PROD sup').map((p) => p.name)).toEqual(['support prod']);
});
