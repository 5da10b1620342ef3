import { describe, expect, test } from 'vitest';
import type { FilterView } from '../../contract/filter-view.ts';
import { defaultRunsScreen, defaultThreadsScreen } from '../../url/defaults.ts';
import type { RunsScreen } from '../../url/screens.ts';
import { queryOf } from './saved-query.ts';
import { savedFromView } from './saved-from-view.ts';
import { renamedDescription, viewDraft } from './view-draft.ts';

const view = (change: Partial<FilterView>): FilterView => ({
  id: 'v1',
  name: 'Failures',
  description: '',
  filter: '',
  traceFilter: '',
  treeFilter: '',
  type: 'runs',
  unread: [],
  updatedAt: '2026-11-20T10:00:00Z',
  ...change,
});

const screen: RunsScreen = {
  ...defaultRunsScreen({ kind: 'server', url: 'https://h.example' }),
  projects: [{ id: 'p' }],
  view: 'runs',
  window: { kind: 'relative', seconds: 7200 },
  filter: 'eq(status, "error")',
  treeFilter: 'eq(run_type, "llm")',
  args: { order: 'asc', limit: 5 },
  columns: ['name', 'metadata.a b'],
  saved: { id: 'v1', name: 'Failures' },
};

test('everything a screen asks survives the way through a view', () => {
  const query = queryOf(screen);
  const draft = viewDraft({ name: 'Failures', description: 'For the\nmorning', query });
  expect(draft).toMatchObject({ filter: screen.filter, traceFilter: '', treeFilter: screen.treeFilter });
  expect(draft.description).toMatch(/^For the\nmorning\n\nRunlens: #\/1\/runs\?/);
  expect(draft.description).not.toContain('status');
  expect(savedFromView(view({ ...draft }))).toMatchObject({
    name: 'Failures',
    description: 'For the\nmorning',
    content: { kind: 'query', query },
    remarks: [],
  });
});

test('an absolute window also goes where LangSmith looks for it', () => {
  const window = { kind: 'absolute', from: Date.UTC(2026, 9, 1) } as const;
  const draft = viewDraft({ name: 'x', description: '', query: { ...queryOf(screen), window } });
  expect(draft).toMatchObject({ startTime: window.from, endTime: undefined });
});

test('a filter that others edited in LangSmith counts, not the one that was saved', () => {
  const draft = viewDraft({ name: 'x', description: '', query: queryOf(screen) });
  const edited = savedFromView(view({ ...draft, filter: 'has(tags, "new")' }));
  expect(edited.content).toMatchObject({ query: { filter: 'has(tags, "new")', view: 'runs' } });
});

test('renaming keeps the note', () => {
  const { description } = viewDraft({ name: 'x', description: 'old', query: queryOf(screen) });
  const renamed = renamedDescription(description, 'new');
  expect(
    savedFromView(view({ description: renamed, filter: screen.filter, treeFilter: screen.treeFilter })),
  ).toMatchObject({
    description: 'new',
    content: { query: queryOf(screen) },
  });
  expect(renamedDescription('made in LangSmith', 'new')).toBe('new');
});

test.each<[string, Partial<FilterView>, object, RegExp]>([
  ['nothing but a name', {}, { kind: 'query', query: { filter: '', view: 'traces' } }, /^$/],
  [
    'a duration as people write it',
    { duration: '7d' },
    { query: { window: { kind: 'relative', seconds: 604_800 } } },
    /^$/,
  ],
  ['a duration of another form', { duration: 'P7D' }, { kind: 'query' }, /“P7D” is of a form/],
  ['bounds', { startTime: 5, endTime: 9 }, { query: { window: { kind: 'absolute', from: 5, to: 9 } } }, /^$/],
  [
    'the search bar',
    { filter: 'status:error -latency:>5' },
    { kind: 'query', query: { filter: expect.stringContaining('eq(status, "error")') } },
    /Run: Written for LangSmith’s search bar/,
  ],
  [
    'threads',
    { type: 'threads', filter: 'eq(status, "error")', traceFilter: 'has(tags, "x")' },
    { kind: 'query', query: { kind: 'threads', filter: 'and(eq(status, "error"), has(tags, "x"))' } },
    /^$/,
  ],
  [
    'threads and any run',
    { type: 'threads', treeFilter: 'eq(run_type, "llm")' },
    { kind: 'query', query: { kind: 'runs', treeFilter: 'eq(run_type, "llm")' } },
    /opens as a list of traces/,
  ],
  [
    'a filter that is no text',
    { unread: [['filter_string', '{"a":1}']] },
    { kind: 'unreadable', texts: [['Run', '{"a":1}']] },
    /^$/,
  ],
  [
    'a name that is no text',
    { name: '', unread: [['display_name', '5']] },
    { kind: 'query' },
    /display name could not be read: 5/,
  ],
  ['a type of tomorrow', { type: 'boards' }, { kind: 'query' }, /“boards”/],
  [
    'a syntax nobody knows',
    { filter: '{"op":"and","args":[]}', traceFilter: 'eq(name, "x")' },
    {
      kind: 'unreadable',
      texts: [
        ['Run', '{"op":"and","args":[]}'],
        ['Root run', 'eq(name, "x")'],
      ],
    },
    /^$/,
  ],
  [
    'a note of a newer Runlens',
    { description: 'x\n\nRunlens: #/99/runs?whatever=1', filter: 'eq(name, "x")' },
    { kind: 'query', query: { filter: 'eq(name, "x")' } },
    /newer Runlens/,
  ],
])('a view with %s', (_, change, content, remark) => {
  const saved = savedFromView(view(change));
  expect(saved.content).toMatchObject(content);
  expect(saved.remarks.join('\n')).toMatch(remark);
});

test('a window that cannot be read is left to the screen', () => {
  const { content } = savedFromView(view({ duration: 'P7D' }));
  expect(content.kind === 'query' && content.query).not.toHaveProperty('window');
});

describe('the window of a view that Runlens wrote', () => {
  const written = (window: RunsScreen['window']) =>
    viewDraft({ name: 'x', description: '', query: { ...queryOf(screen), window } });
  test('is that of LangSmith once it was changed there', () => {
    const saved = savedFromView(
      view({ ...written({ kind: 'relative', seconds: 60 }), startTime: 1, endTime: 2 }),
    );
    expect(saved.content).toMatchObject({ query: { window: { kind: 'absolute', from: 1, to: 2 } } });
    expect(saved.remarks.join()).toMatch(/changed in LangSmith/);
  });
  test('is the noted one where LangSmith lost it, and that is said', () => {
    const window = { kind: 'absolute', from: 5, to: 9 } as const;
    const saved = savedFromView(view({ ...written(window), startTime: undefined, endTime: undefined }));
    expect(saved.content).toMatchObject({ query: { window } });
    expect(saved.remarks.join()).toMatch(/taken away/);
    expect(savedFromView(view(written(window))).remarks).toEqual([]);
  });
});

describe('an update keeps what LangSmith put there', () => {
  const before = view({ type: 'single_run', duration: '7d' });
  const draft = (window: RunsScreen['window'], old = before) =>
    viewDraft({ name: 'x', description: '', query: { ...queryOf(screen), window } }, old);
  test.each([
    ['the same window', { kind: 'relative', seconds: 604_800 }, '7d'],
    ['another window', { kind: 'relative', seconds: 60 }, undefined],
  ] as const)('%s', (_what, window, duration) => {
    expect(draft(window)).toMatchObject({ type: 'single_run' });
    expect(draft(window).duration).toBe(duration);
  });
  test('a duration that is not understood stays, and goes for bounds', () => {
    const opaque = view({ duration: 'P7D' });
    expect(draft({ kind: 'relative', seconds: 60 }, opaque).duration).toBe('P7D');
    expect(draft({ kind: 'absolute', from: 1 }, opaque).duration).toBeUndefined();
  });
  test('a duration that is not understood is said, beside our window', () => {
    const saved = savedFromView(view({ ...draft({ kind: 'relative', seconds: 60 }), duration: 'P1D' }));
    expect(saved.content).toMatchObject({ query: { window: { kind: 'relative', seconds: 60 } } });
    expect(saved.remarks.join()).toMatch(/“P1D”/);
  });
  test('a list of threads stays one, with its columns', () => {
    const query = queryOf({ ...defaultThreadsScreen(), filter: 'eq(status, "error")', columns: ['id'] });
    const threads = viewDraft({ name: 'x', description: '', query });
    expect(threads).toMatchObject({ type: 'threads', filter: 'eq(status, "error")' });
    expect(savedFromView(view(threads)).content).toEqual({ kind: 'query', query });
  });
});
