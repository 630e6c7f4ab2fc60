/** Live values as binary frames. React never renders because of a reading: listeners write where they draw. */
import type { EntityId } from '../../sim/contract/ids.ts';
import { decodeLaneFrame } from '../../sim/contract/lane-frame.ts';
import type { LaneFrame } from '../../sim/contract/lane-frame.ts';
import { connection } from './connection.ts';
import type { Connection } from './connection.ts';
import type { Dispose } from './emitter.ts';

export type { LaneFrame } from '../../sim/contract/lane-frame.ts';

export type SubscribeLanes = (sensors: readonly EntityId[], onFrame: (frame: LaneFrame) => void) => Dispose;

type View = { readonly sensors: readonly EntityId[]; readonly onFrame: (frame: LaneFrame) => void };

const lastView = 65_535;

export function createLanes(line: Pick<Connection, 'send' | 'onMessage' | 'onFrame'>): SubscribeLanes {
  const views = new Map<number, View>();
  let next = 0;

  const ask = (view: number, sensors: readonly EntityId[]) =>
    line.send({ op: 'lanes', view, sensors: [...sensors] });
  const freeView = (): number => {
    do next = (next % lastView) + 1;
    while (views.has(next));
    return next;
  };

  line.onMessage((message) => {
    // A new line knows no views, and after a reset the host's indexes are others.
    if (message.op !== 'hello' && message.op !== 'reset') return;
    for (const [view, { sensors }] of views) ask(view, sensors);
  });
  line.onFrame((buffer) => {
    const frame = decodeLaneFrame(buffer);
    const view = frame === null ? undefined : views.get(frame.view);
    // A frame of the view's former list is still on its way when a list was replaced.
    if (frame === null || view === undefined || view.sensors.length !== frame.values.length) return;
    view.onFrame(frame);
  });

  return (sensors, onFrame) => {
    const view = freeView();
    views.set(view, { sensors, onFrame });
    ask(view, sensors);
    return () => {
      if (views.delete(view)) line.send({ op: 'lanes-off', view });
    };
  };
}

export const subscribeLanes = createLanes(connection);
