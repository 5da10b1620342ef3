import { describe, expect, test } from 'vitest';
import type { Dialect } from '../../../filter/dialect.ts';
import { defaultRunsScreen } from '../../../url/defaults.ts';
import type { RunsScreen } from '../../../url/screens.ts';
import { judge } from './judge.ts';
import { openProbes } from './open-probes.ts';
import { asked, type Answer } from './plan.ts';
import { worldOf } from './world.ts';

const screenOf = (change: Partial<RunsScreen>): RunsScreen => ({
  ...defaultRunsScreen(),
  projects: [{ id: 'p' }],
  view: 'runs',
  window: { kind: 'relative', seconds: 86_400 },
  ...change,
});

const world = worldOf(
  { facets: [{ key: 'name', value: 'Planner', count: 3 }], feedback: {} },
  { user_id: ['u-1', 'u-2'], n: ['1'] },
);

interface Setting {
  readonly withRows: readonly string[];
  readonly failing?: string;
  readonly dialect?: Dialect;
}

function judged(change: Partial<RunsScreen>, { withRows, failing, dialect = { kind: 'local' } }: Setting) {
  const screen = screenOf(change);
  const answers = new Map<string, Answer>([[asked(screen).key, { kind: 'none' }]]);
  for (let open = openProbes(screen, answers); open[0]; open = openProbes(screen, answers)) {
    const [{ key, label }] = open;
    const kind = withRows.includes(label) ? 'some' : 'none';
    answers.set(key, label === failing ? { kind: 'failed', message: 'The server is gone.' } : { kind });
  }
  return judge({ screen, answers, world, dialect });
}

const sentences = (...args: Parameters<typeof judged>) => judged(...args).map(({ sentence }) => sentence);
const fixes = (...args: Parameters<typeof judged>) =>
  judged(...args).flatMap((finding) => finding.fixes.map(({ label }) => label));

const BARE = 'without any filter';

describe('a misspelt value', () => {
  const change = { filter: 'eq(status, "eror")' };
  test('is named, with the nearest one', () => {
    expect(sentences(change, { withRows: [BARE] })).toEqual([
      '“status is eror” in the run filter removes everything: without it there are runs. No run here has status "eror"; did you mean "error"?',
      'The window is not to blame: the question has no rows at any time.',
    ]);
    const [first] = judged(change, { withRows: [BARE] })[0]!.fixes;
    expect([first?.label, first?.next.filter]).toEqual(['Ask for status "error"', 'eq(status, "error")']);
  });
  test.each([
    ['eq(name, "planner")', 'eq(name, "Planner")'],
    ['in(name, ["Planner", "Plannr"])', 'eq(name, "Planner")'],
    [
      'and(eq(metadata_key, "user_id"), eq(metadata_value, "u1"))',
      'and(eq(metadata_key, "user_id"), eq(metadata_value, "u-1"))',
    ],
    [
      'and(eq(metadata_key, "userid"), eq(metadata_value, "u-1"))',
      'and(eq(metadata_key, "user_id"), eq(metadata_value, "u-1"))',
    ],
  ])('%s → %s', (filter, expected) => {
    expect(judged({ filter }, { withRows: [BARE] })[0]!.fixes[0]!.next.filter).toBe(expected);
  });
  test('is not suggested for a value that exists, or when nothing is near', () => {
    expect(sentences({ filter: 'eq(name, "Planner")' }, { withRows: [BARE] })[0]).not.toContain('No run');
    expect(sentences({ filter: 'eq(name, "zebra")' }, { withRows: [BARE] })[0]).toMatch(
      /No run here has name "zebra"\.$/,
    );
    expect(
      sentences({ filter: 'and(eq(metadata_key, "n"), eq(metadata_value, 1))' }, { withRows: [BARE] })[0],
    ).not.toContain('No run');
  });
});

test('parts that exclude each other are both named, each with a way out', () => {
  const change = { filter: 'and(eq(run_type, "llm"), eq(run_type, "tool"))' };
  const withRows = [
    BARE,
    'without run type is llm',
    'without run type is tool',
    'only run type is llm',
    'only run type is tool',
  ];
  expect(sentences(change, { withRows }).slice(0, 2)).toEqual([
    'Without “run type is llm” in the run filter there are runs; it and another part exclude each other.',
    'Without “run type is tool” in the run filter there are runs; it and another part exclude each other.',
  ]);
  expect(fixes(change, { withRows })).toEqual(['Leave out run type is llm', 'Leave out run type is tool']);
});

test('a clause that is true of another run of the trace is offered to move', () => {
  const change = { view: 'traces' as const, filter: 'eq(name, "Planner")' };
  const setting = { withRows: [BARE, 'name is Planner in the any run filter'] };
  expect(sentences(change, setting)[0]).toContain('true of another run of the trace');
  const [fix] = judged(change, setting)[0]!.fixes;
  expect(fix?.label).toBe('Move it to the any run filter');
  expect([fix?.next.filter, fix?.next.treeFilter]).toEqual(['', 'eq(name, "Planner")']);
});

test('an argument can be guilty', () => {
  const change = { args: { runType: 'embedding' }, filter: 'eq(name, "Planner")' };
  const setting = { withRows: [BARE, 'without run_type = embedding', 'only name is Planner'] };
  expect(sentences(change, setting)[0]).toBe(
    'The argument “run_type = embedding” removes everything: without it there are runs.',
  );
  expect(judged(change, setting)[0]!.fixes[0]!.next.args).toEqual({});
});

test('a whole scope can be guilty, and a part that matches nothing by itself', () => {
  const change = { traceFilter: 'and(eq(name, "x1"), eq(name, "x2"))', filter: 'eq(status, "error")' };
  const setting = { withRows: [BARE, 'without the root run filter', 'only status is error'] };
  expect(sentences(change, setting).slice(0, 3)).toEqual([
    'The root run filter as a whole removes everything; no single clause of it does.',
    '“name is x1” in the root run filter matches nothing here, even by itself. No run here has name "x1".',
    '“name is x2” in the root run filter matches nothing here, even by itself. No run here has name "x2".',
  ]);
});

describe('several parts that match nothing by themselves', () => {
  const change = { filter: 'and(eq(status, "error"), eq(run_type, "retriever"), has(tags, "nope"))' };
  test('are left out together, as soon as that is known to bring rows', () => {
    const withRows = [BARE, 'only status is error', 'without run type is retriever, tags has nope'];
    const [first, ...rest] = judged(change, { withRows });
    expect(first!.sentence).toBe(
      'Both of these have to go, or to be changed: “run type is retriever”, “tags has nope”. Without them there are runs.',
    );
    expect(first!.fixes.map(({ label, next }) => [label, next.filter])).toEqual([
      ['Leave out run type is retriever and tags has nope', 'eq(status, "error")'],
    ]);
    expect(rest.flatMap((finding) => finding.fixes)).toEqual([]);
  });
  test('or everything is cleared', () => {
    const four = { filter: change.filter.replace(')', '), eq(name, "Planner")') };
    const withRows = [BARE, 'only status is error', 'only name is Planner'];
    const [first] = judged(four, { withRows });
    expect(first!.sentence).toContain('both that match nothing by themselves is not enough');
    expect(first!.fixes.map(({ label, next }) => [label, next.filter])).toEqual([['Clear the filters', '']]);
  });
  test('in two scopes and an argument', () => {
    const mixed = {
      filter: 'and(eq(name, "x1"), eq(status, "error"))',
      traceFilter: 'eq(name, "x2")',
      args: { runType: 'embedding' },
    };
    const withRows = [BARE, 'only status is error', 'without name is x1, name is x2, run_type = embedding'];
    const [{ fixes: offered }] = judged(mixed, { withRows }) as [ReturnType<typeof judged>[number]];
    expect(offered.map(({ next }) => [next.filter, next.traceFilter, next.args])).toEqual([
      ['eq(status, "error")', '', {}],
    ]);
  });
});

test.each([
  ['in(name, ["zz", "yy"])', 'No run here has name "zz" or "yy".', 'Leave out'],
  ['in(name, ["Plannr", "yy"])', 'No run here has name "Plannr" or "yy"; did you mean "Planner"?', 'Ask for'],
])('every unknown value of %s is named', (filter, sentence, label) => {
  const [first] = judged({ filter }, { withRows: [BARE] });
  expect(first!.sentence).toContain(sentence);
  expect(first!.fixes[0]!.label).toContain(label);
});

test('three that never meet', () => {
  const change = { filter: 'and(eq(name, "Planner"), eq(status, "error"), has(tags, "x"))' };
  const alone = ['only name is Planner', 'only status is error', 'only tags has x'];
  expect(sentences(change, { withRows: [BARE, ...alone] })[0]).toContain('no run fulfils them together');
});

describe('the window', () => {
  const filter = 'eq(name, "Planner")';
  test('leaves out what matches', () => {
    const setting = { withRows: [BARE, 'over a window four times as long', 'at any time'] };
    expect(fixes({ filter }, setting)).toEqual([
      'Leave out name is Planner',
      'Look at last 4 days',
      'Look at all time',
    ]);
  });
  test('holds nothing at all, but others do', () => {
    const [finding] = judged({ filter }, { withRows: ['at any time'] });
    expect(finding!.sentence).toBe(
      'The window is to blame: this project has no runs in the window “Last 24 hours”, whatever is asked. There are some outside of it.',
    );
    expect(finding!.fixes.map(({ next }) => [next.window, next.filter])).toEqual([[{ kind: 'all' }, filter]]);
  });
  test('is innocent of an empty project', () => {
    expect(sentences({ filter }, { withRows: [] })).toEqual([
      'This project has no runs at all, at any time.',
    ]);
    expect(sentences({ window: { kind: 'all' } }, { withRows: [] })).toEqual([
      'This project has no runs at all, at any time.',
    ]);
  });
});

test('what a server’s index cannot find is said', () => {
  const setting = { withRows: [BARE], dialect: { kind: 'server', generation: 'v2' } as const };
  expect(sentences({ filter: 'search("the")' }, setting).at(-1)).toMatch(
    /^The server's index may be to blame/,
  );
  expect(sentences({ filter: 'search("the")' }, { withRows: [BARE] }).join()).not.toContain('index');
});

test('a question that failed is no verdict', () => {
  const setting = { withRows: [BARE], failing: 'at any time' };
  const found = sentences({ filter: 'eq(name, "Planner")' }, setting);
  expect(found.at(-1)).toBe('1 of the questions failed: The server is gone.');
  expect(found.join()).not.toContain('not to blame');
});
