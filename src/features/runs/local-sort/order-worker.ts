/** Orders values off the page's own thread: a hundred thousand different texts take longer than a frame. */
import { orderByValue, type SortValue } from '../../../lib/order-by-value.ts';

export interface OrderRequest {
  readonly values: readonly SortValue[];
  readonly isDescending: boolean;
}

addEventListener('message', ({ data }: MessageEvent<OrderRequest>) => {
  const order = orderByValue(data.values, data.isDescending);
  postMessage(order, { transfer: [order.buffer] });
});
