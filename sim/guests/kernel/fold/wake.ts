import type { Kernel, WaitQueue } from '../process.ts';
import { wake } from '../queue.ts';
import { unfold } from './fold.ts';

/** From outside: the machine may be put away. */
export function wakeFolded(kernel: Kernel, queue: WaitQueue): void {
  // Nobody waits there, put away or not.
  if (queue.waiting?.length === 0) return;
  unfold(kernel);
  wake(kernel, queue);
}
