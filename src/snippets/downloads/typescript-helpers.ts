/** Small functions that a generated program brings along when it uses them. */
export interface Helper {
  readonly name: string;
  readonly lines: readonly string[];
}

export const TYPESCRIPT_HELPERS: readonly Helper[] = [
  { name: 'print', lines: ['const print = (row) => console.log(JSON.stringify(row));'] },
  {
    name: 'columns',
    lines: [
      '// One column per key: inputs.question, inputs.history, …',
      'const columns = (prefix, value) =>',
      '  Object.fromEntries(Object.entries(value ?? {}).map(([key, entry]) => [`${prefix}.${key}`, entry]));',
    ],
  },
  {
    name: 'averages',
    lines: [
      'const averages = (stats) =>',
      '  Object.fromEntries(Object.entries(stats ?? {}).map(([key, { avg }]) => [`feedback.${key}`, avg ?? null]));',
    ],
  },
  {
    name: 'statistics',
    lines: [
      'const statistics = (stats) =>',
      '  Object.fromEntries(',
      '    Object.entries(stats ?? {}).map(([key, { n, avg, values }]) => [',
      '      key,',
      '      { n, avg: avg ?? null, ...(Object.keys(values ?? {}).length > 0 ? { values } : {}) },',
      '    ]),',
      '  );',
    ],
  },
  {
    name: 'number',
    lines: ['const number = (value) => (value == null ? null : Number(value));'],
  },
  {
    name: 'seconds',
    lines: [
      'const millis = (text) => {',
      '  const zoned = /(Z|[+-]\\d\\d:?\\d\\d)$/i.test(text) ? text : `${text}Z`;',
      "  const micros = Number((/\\.(\\d+)/.exec(text)?.[1] ?? '').padEnd(6, '0').slice(0, 6));",
      '  return Math.floor(Date.parse(zoned) / 1000) * 1000 + micros / 1000;',
      '};',
      'const seconds = (from, to) => (to ? Math.round((millis(to) - millis(from)) * 1000) / 1e6 : null);',
    ],
  },
  {
    name: 'time',
    lines: [
      '// UTC, with microseconds where there are any.',
      'const time = (text) => {',
      '  if (!text) return null;',
      '  const zoned = /(Z|[+-]\\d\\d:?\\d\\d)$/i.test(text) ? text : `${text}Z`;',
      "  const fraction = (/\\.(\\d+)/.exec(text)?.[1] ?? '').padEnd(6, '0').slice(0, 6);",
      '  const second = new Date(zoned).toISOString().slice(0, 19);',
      '  return Number(fraction) === 0 ? `${second}Z` : `${second}.${fraction}Z`;',
      '};',
    ],
  },
  {
    name: 'events',
    lines: [
      'const events = (list) =>',
      "  (list ?? []).map(({ name, time: at, kwargs }) => ({ name: name ?? '', time: at, kwargs }));",
    ],
  },
];
