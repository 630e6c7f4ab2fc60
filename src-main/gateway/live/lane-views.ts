import type { EntityId } from '../../../sim/contract/ids.ts';
import { accepted, refused, type Result } from '../../../sim/contract/result.ts';
import type { LaneList, LaneLists } from './lane-lists.ts';

/** The views of one socket, each with its own pace. */
export type LaneViews = {
  readonly set: (view: number, sensors: readonly EntityId[]) => Result<null>;
  readonly off: (view: number) => void;
  readonly changed: () => void;
  readonly dispose: () => void;
};

type Options = {
  readonly lists: LaneLists;
  /** False where the socket is behind: nothing was sent, and nothing is kept but the wish to send. */
  readonly send: (frame: Uint8Array) => boolean;
  readonly frameMillis: number;
  readonly mostViews: number;
  readonly mostSensors: number;
};

type View = {
  readonly id: number;
  list: LaneList;
  count: number;
  sentVersion: number | null;
  sentAt: number;
  timer: NodeJS.Timeout | null;
};

export function createLaneViews(options: Options): LaneViews {
  const views = new Map<number, View>();
  return {
    set: (id, sensors) => {
      const known = views.get(id);
      const total = [...views.values()].reduce(
        (sum, view) => sum + view.count,
        sensors.length - (known?.count ?? 0),
      );
      if (total > options.mostSensors)
        return refused('too-many', `No more than ${options.mostSensors} sensors at a time.`);
      if (known === undefined && views.size >= options.mostViews) {
        return refused('too-many', `No more than ${options.mostViews} views at a time.`);
      }
      const view = {
        ...opened(options.lists, id, sensors),
        sentAt: known?.sentAt ?? Number.NEGATIVE_INFINITY,
      };
      if (known !== undefined) close(known);
      views.set(id, view);
      offer(view, options);
      return accepted(null);
    },
    off: (id) => {
      const view = views.get(id);
      if (view !== undefined) close(view);
      views.delete(id);
    },
    changed: () => {
      for (const view of views.values()) offer(view, options);
    },
    dispose: () => {
      for (const view of views.values()) close(view);
      views.clear();
    },
  };
}

function opened(lists: LaneLists, id: number, sensors: readonly EntityId[]): View {
  const list = lists.open(sensors);
  return {
    id,
    list,
    count: sensors.length,
    sentVersion: null,
    sentAt: Number.NEGATIVE_INFINITY,
    timer: null,
  };
}

function close(view: View): void {
  if (view.timer !== null) clearTimeout(view.timer);
  view.list.release();
}

/** At once where the last frame is old enough, else when it will be: the first change is never late. */
function offer(view: View, options: Options): void {
  if (view.timer !== null) return;
  const wait = view.sentAt + options.frameMillis - performance.now();
  if (wait <= 0) push(view, options);
  else pushLater(view, options, wait);
}

function pushLater(view: View, options: Options, wait: number): void {
  view.timer = setTimeout(() => {
    view.timer = null;
    push(view, options);
  }, wait);
}

function push(view: View, options: Options): void {
  const version = view.list.version();
  if (version === view.sentVersion) return;
  if (!options.send(view.list.frame(view.id))) {
    pushLater(view, options, options.frameMillis);
    return;
  }
  view.sentVersion = version;
  view.sentAt = performance.now();
}
