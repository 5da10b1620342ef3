import type { Helper } from './typescript-helpers.ts';

/** Small functions that a generated program brings along when it uses them; each may use those behind it. */
export const PYTHON_HELPERS: readonly Helper[] = [
  {
    name: 'show',
    lines: ['def show(row):', '    print(json.dumps(row, default=str, ensure_ascii=False))'],
  },
  {
    name: 'columns',
    lines: [
      '# One column per key: inputs.question, inputs.history, …',
      'def columns(prefix, value):',
      '    return {f"{prefix}.{key}": entry for key, entry in (value or {}).items()}',
    ],
  },
  {
    name: 'averages',
    lines: [
      'def averages(stats):',
      '    return {f"feedback.{key}": stat.get("avg") for key, stat in plain(stats).items()}',
    ],
  },
  {
    name: 'statistics',
    lines: [
      'def statistics(stats):',
      '    return {',
      '        key: {"n": stat.get("n"), "avg": stat.get("avg"), **({"values": stat["values"]} if stat.get("values") else {})}',
      '        for key, stat in plain(stats).items()',
      '    }',
    ],
  },
  { name: 'number', lines: ['def number(value):', '    return None if value is None else float(value)'] },
  { name: 'word', lines: ['def word(value):', '    return None if value is None else str(value).lower()'] },
  {
    name: 'last',
    lines: ['def last(values):', '    return str(values[-1]) if values else None'],
  },
  { name: 'text', lines: ['def text(value):', '    return None if value is None else str(value)'] },
  {
    name: 'seconds',
    lines: [
      'def seconds(start, end):',
      '    return None if start is None or end is None else (moment(end) - moment(start)).total_seconds()',
    ],
  },
  {
    name: 'time',
    lines: [
      'def time(value):',
      '    return None if value is None else moment(value).isoformat().replace("+00:00", "Z")',
    ],
  },
  {
    name: 'moment',
    lines: [
      '# Times without a zone are UTC.',
      'def moment(value):',
      '    if not isinstance(value, datetime):',
      '        value = datetime.fromisoformat(str(value).replace("Z", "+00:00"))',
      '    return value.replace(tzinfo=timezone.utc) if value.tzinfo is None else value.astimezone(timezone.utc)',
    ],
  },
  {
    name: 'plain',
    lines: [
      "# Dictionaries and the SDK's own models alike.",
      'def plain(value):',
      '    return {',
      '        key: entry if isinstance(entry, dict) else entry.model_dump()',
      '        for key, entry in (value if isinstance(value, dict) else dict(value or {})).items()',
      '    }',
    ],
  },
  {
    name: 'get',
    lines: ['def get(run, name):', '    return getattr(run, name, None)'],
  },
];
