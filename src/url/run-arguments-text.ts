/** The `list_runs` arguments as parameters, named as LangSmith names them. */
import type { ParamReader } from './param-reader.ts';
import { parseList, printList } from './list-text.ts';
import type { RunArguments } from './screens.ts';

type Param = readonly [name: string, value: string];

const TEXTS = [
  ['query', 'query'],
  ['run_type', 'runType'],
  ['trace_id', 'traceId'],
  ['parent_run_id', 'parentRunId'],
  ['reference_example_id', 'referenceExampleId'],
] as const;

const FLAGS = [
  ['is_root', 'isRoot', 'root-only switch'],
  ['error', 'error', 'error switch'],
] as const;

const LISTS = [
  ['run_ids', 'runIds', 'list of run ids'],
  ['select', 'select', 'list of fields'],
] as const;

const parseFlag = (text: string) => (text === 'true' ? true : text === 'false' ? false : undefined);
const parseOrder = (text: string) => (text === 'asc' || text === 'desc' ? text : undefined);
const parseLimit = (text: string) => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined);
const nonEmpty = (text: string) => {
  const items = parseList(text);
  return items.length > 0 ? items : undefined;
};

export function printArguments(args: RunArguments): readonly Param[] {
  return [
    ...TEXTS.flatMap(([name, key]) => (args[key] ? [[name, args[key]] as const] : [])),
    ...FLAGS.flatMap(([name, key]) => (args[key] === undefined ? [] : [[name, String(args[key])] as const])),
    ...LISTS.flatMap(([name, key]) => (args[key]?.length ? [[name, printList(args[key])] as const] : [])),
    ...(args.order === undefined ? [] : [['order', args.order] as const]),
    ...(args.limit === undefined ? [] : [['limit', String(args.limit)] as const]),
  ];
}

export function parseArguments(reader: ParamReader): RunArguments {
  const read: [string, unknown][] = [
    ...TEXTS.map(([name, key]): [string, unknown] => [key, reader.text(name) || undefined]),
    ...FLAGS.map(([name, key, meaning]): [string, unknown] => [key, reader.parsed(name, parseFlag, meaning)]),
    ...LISTS.map(([name, key, meaning]): [string, unknown] => [key, reader.parsed(name, nonEmpty, meaning)]),
    ['order', reader.parsed('order', parseOrder, 'order')],
    ['limit', reader.parsed('limit', parseLimit, 'limit')],
  ];
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}
