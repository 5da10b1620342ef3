/** The columns of a run as expressions over what the SDK hands out: `run` in both languages. */

export type Dialect = 'typescript-old' | 'typescript-new' | 'python-old' | 'python-new';

const TIMES = new Set(['start_time', 'end_time']);
const NUMBERS = new Set(['total_cost', 'prompt_cost', 'completion_cost']);
const WORDS = new Set(['run_type', 'status']);

function typescriptCode(name: string, isNew: boolean): string {
  if (TIMES.has(name)) return `time(run.${name})`;
  if (NUMBERS.has(name)) return `number(run.${name})`;
  if (WORDS.has(name)) return isNew ? `run.${name}?.toLowerCase()` : `run.${name}`;
  switch (name) {
    case 'session_id':
      return isNew ? 'run.project_id' : 'run.session_id';
    case 'parent_run_id':
      return isNew ? 'run.parent_run_ids?.at(-1)' : 'run.parent_run_id';
    case 'latency_seconds':
      return 'seconds(run.start_time, run.end_time)';
    case 'first_token_seconds':
      return 'seconds(run.start_time, run.first_token_time)';
    case 'tags':
      return 'run.tags ?? []';
    case 'metadata':
      return isNew ? 'run.metadata ?? run.extra?.metadata' : 'run.extra?.metadata';
    case 'extra':
      return isNew ? '(run.metadata ? { ...run.extra, metadata: run.metadata } : run.extra)' : 'run.extra';
    case 'feedback':
      return 'statistics(run.feedback_stats)';
    case 'events':
      return 'events(run.events)';
    default:
      return `run.${name}`;
  }
}

function pythonCode(name: string, isNew: boolean): string {
  const get = (field: string) => `get(run, "${field}")`;
  if (TIMES.has(name)) return `time(${get(name)})`;
  if (NUMBERS.has(name)) return `number(${get(name)})`;
  if (WORDS.has(name)) return `word(${get(name)})`;
  switch (name) {
    case 'id':
    case 'trace_id':
    case 'reference_example_id':
      return `text(${get(name)})`;
    case 'session_id':
      return `text(${get(isNew ? 'project_id' : 'session_id')})`;
    case 'parent_run_id':
      return isNew ? `last(${get('parent_run_ids')})` : `text(${get('parent_run_id')})`;
    case 'latency_seconds':
      return `seconds(${get('start_time')}, ${get('end_time')})`;
    case 'first_token_seconds':
      return `seconds(${get('start_time')}, ${get('first_token_time')})`;
    case 'tags':
      return `${get('tags')} or []`;
    case 'metadata':
      return isNew ? get('metadata') : `(${get('extra')} or {}).get("metadata")`;
    case 'feedback':
      return `statistics(${get('feedback_stats')})`;
    default:
      return get(name);
  }
}

export function columnCode(name: string, dialect: Dialect): string {
  const isNew = dialect.endsWith('new');
  return dialect.startsWith('python') ? pythonCode(name, isNew) : typescriptCode(name, isNew);
}
