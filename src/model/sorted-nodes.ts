/** Questions to a list of nodes in ascending order: visible rows, search matches, errors. */

/** Place of the first element ≥ node. */
export function lowerBound(nodes: Int32Array, node: number): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (nodes[middle]! < node) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** −1 when absent. */
export function placeOf(nodes: Int32Array, node: number): number {
  const at = lowerBound(nodes, node);
  return nodes[at] === node ? at : -1;
}

/** The next one after `node`, going round; −1 for an empty list. */
export function nodeAfter(nodes: Int32Array, node: number): number {
  return nodes[lowerBound(nodes, node + 1)] ?? nodes[0] ?? -1;
}

/** The last one before `node`, going round; −1 for an empty list. */
export function nodeBefore(nodes: Int32Array, node: number): number {
  return nodes[lowerBound(nodes, node) - 1] ?? nodes.at(-1) ?? -1;
}
