/**
 * Runs from a drawing, for tests. One line per run, indented by two spaces per level:
 *
 *   agent chain 0-100
 *     model llm 10-60 tokens=30 cost=0.01
 *     lookup tool 60-90 status=error
 *
 * Numbers are milliseconds since `epoch`; "10-" is unfinished. The name is the id. parent=x overrides the
 * parent that the indentation says. Other words: tags=a,b  order=no (leaves dotted_order out)
 */
import type { Run } from '../contract/run.ts';

export const epoch = Date.UTC(2026, 0, 1);

export function drawRuns(drawing: string): readonly Run[] {
  const path: string[] = [];
  const orders: string[] = [];
  return drawing
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index, lines) => {
      const margin = lines[0]!.search(/\S/);
      const depth = (line.search(/\S/) - margin) / 2;
      const [name = '', runType = 'chain', times = '0-1', ...words] = line.trim().split(/\s+/);
      const options = new Map(words.map((word) => word.split('=') as [string, string]));
      const [start, end] = times.split('-').map((text) => (text === '' ? undefined : Number(text)));
      path.length = depth;
      orders.length = depth;
      const parentId = options.get('parent') ?? path[depth - 1];
      path.push(name);
      orders.push(orderPart(start ?? 0, name));
      return {
        id: name,
        traceId: path[0]!,
        projectId: 'project',
        isRoot: parentId === undefined,
        name,
        runType,
        status: options.get('status') ?? (end === undefined ? 'pending' : 'success'),
        startTime: epoch + (start ?? 0),
        tags: options.get('tags')?.split(',') ?? [],
        feedback: {},
        ...(parentId === undefined ? {} : { parentId }),
        ...(options.get('order') === 'no' ? {} : { dottedOrder: orders.join('.') }),
        ...(end === undefined ? {} : { endTime: epoch + end, latencySeconds: (end - (start ?? 0)) / 1000 }),
        ...(options.has('tokens') ? { totalTokens: Number(options.get('tokens')) } : {}),
        ...(options.has('cost') ? { totalCost: Number(options.get('cost')) } : {}),
      };
    });
}

function orderPart(start: number, id: string): string {
  const stamp = new Date(epoch + start).toISOString().replace(/[-:.Z]/g, '');
  return `${stamp}000Z${id}`;
}
