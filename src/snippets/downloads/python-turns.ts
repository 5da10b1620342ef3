/** Conversations in Python: the turns of each thread as they were recorded, gathered and in order. */
import { indent } from '../code-text.ts';
import type { TurnsParts } from './typescript-turns.ts';

const threadOf = (isNew: boolean): readonly string[] => [
  "# LangSmith takes these three keys as a thread's name, in this order.",
  'def thread_of(run):',
  `    metadata = ${isNew ? 'get(run, "metadata")' : '(get(run, "extra") or {}).get("metadata")'} or {}`,
  '    names = [metadata.get(key) for key in ("thread_id", "session_id", "conversation_id")]',
  '    return text(get(run, "thread_id")) or next((name for name in names if name), None)',
];

const finder = ({ isNew, method, limit, threadArgs, idArgs }: TurnsParts): readonly string[] => [
  `${isNew ? 'async def' : 'def'} find():`,
  '    found = {}',
  '    for question in finding:',
  `        ${isNew ? 'async for' : 'for'} run in ${method}(**question):`,
  '            thread = thread_of(run)',
  '            found.setdefault(thread or str(run.id), thread is not None)',
  ...(limit === undefined ? [] : [`            if len(found) >= ${limit}:`, '                return found']),
  '    return found',
  '',
  '',
  '# The threads found are read whole, fifty at a time.',
  'def parts_of(found):',
  '    conditions = [f"eq(thread_id, {json.dumps(name)})" for name, is_thread in found.items() if is_thread]',
  '    alone = [name for name, is_thread in found.items() if not is_thread]',
  '    for start in range(0, len(conditions), 50):',
  '        some = conditions[start : start + 50]',
  '        yield {',
  ...indent(threadArgs, 12),
  '            "filter": some[0] if len(some) == 1 else f"or({\', \'.join(some)})",',
  '        }',
  '    for start in range(0, len(alone), 100):',
  '        yield {',
  ...indent([`"${isNew ? 'ids' : 'id'}": alone[start : start + 100],`, ...idArgs], 12),
  '        }',
];

/** What stands before the program: reading is a function of its own. */
export const pythonTurnsReader = (parts: TurnsParts): readonly string[] => [
  ...threadOf(parts.isNew),
  '',
  '',
  ...(parts.isFinding ? [...finder(parts), '', ''] : []),
  `${parts.isNew ? 'async def' : 'def'} read():`,
  ...(parts.isFinding
    ? [`    found = ${parts.isNew ? 'await ' : ''}find()`, '    for question in parts_of(found):']
    : ['    for question in questions:']),
  `        ${parts.isNew ? 'async for' : 'for'} run in ${parts.method}(**question):`,
  ...(parts.isFinding
    ? ['            if (thread_of(run) or str(run.id)) in found:', '                yield run']
    : ['            yield run']),
];

export const pythonTurns = (isNew: boolean): readonly string[] => [
  'threads = {}',
  `${isNew ? 'async for' : 'for'} run in read():`,
  '    threads.setdefault(thread_of(run) or str(run.id), {})[str(run.id)] = run',
  '',
  'for turns in threads.values():',
  '    runs = sorted(turns.values(), key=lambda run: time(run.start_time))',
  '    show({',
  '        "thread_id": thread_of(runs[0]),',
  '        "turns": len(runs),',
  '        "run_ids": [str(run.id) for run in runs],',
  '        "start_time": time(runs[0].start_time),',
  '        "runs": [{"inputs": run.inputs, "outputs": run.outputs, "error": run.error} for run in runs],',
  '    })',
];
