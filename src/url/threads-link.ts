import { DEFAULT_WINDOW } from './defaults.ts';
import { parseList, printList } from './list-text.ts';
import type { ParamReader } from './param-reader.ts';
import { parseProject, printProject } from './project-text.ts';
import type { RawLink } from './raw-link.ts';
import type { Deployment, ThreadsScreen } from './screens.ts';
import { parseSort, printSort } from './sort-text.ts';
import { parseWindow, printWindow } from './window-text.ts';

export const threadsPath = ({ threadId }: ThreadsScreen): readonly string[] =>
  threadId === undefined ? ['threads'] : ['threads', threadId];

export function printThreadsParams(screen: ThreadsScreen): RawLink['params'] {
  const { project, window, filter, columns, sort, turn, saved } = screen;
  const printed = printWindow(window);
  return [
    ...(project ? [['project', printProject(project)] as const] : []),
    ...(printed === printWindow(DEFAULT_WINDOW) ? [] : [['window', printed] as const]),
    ...(filter === '' ? [] : [['filter', filter] as const]),
    ...(columns?.length ? [['columns', printList(columns)] as const] : []),
    ...(sort ? [['sort', printSort(sort)] as const] : []),
    ...(turn === undefined ? [] : [['turn', turn] as const]),
    ...(saved ? [['saved', printProject(saved)] as const] : []),
  ];
}

export function parseThreadsParams(
  reader: ParamReader,
  deployment: Deployment,
  threadId: string | undefined,
): ThreadsScreen {
  const project = reader.parsed('project', parseProject, 'project');
  const window = reader.parsed('window', parseWindow, 'time window');
  const columns = reader.parsed('columns', parseList, 'columns');
  const sort = reader.parsed('sort', parseSort, 'sort');
  const turn = reader.text('turn');
  const saved = reader.parsed('saved', parseProject, 'saved filter');
  return {
    kind: 'threads',
    deployment,
    ...(project ? { project } : {}),
    window: window ?? DEFAULT_WINDOW,
    filter: reader.text('filter') ?? '',
    ...(threadId === undefined ? {} : { threadId }),
    ...(columns?.length ? { columns } : {}),
    ...(sort ? { sort } : {}),
    ...(turn ? { turn } : {}),
    ...(saved ? { saved } : {}),
  };
}
