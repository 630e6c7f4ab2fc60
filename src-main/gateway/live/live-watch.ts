/** One socket's place in the story: what it has been told, and what it must be told next. */
import type { LoggedEvent } from '../../../sim/contract/events.ts';
import type { BranchId, Revision } from '../../../sim/contract/ids.ts';
import type { ServerMessage } from '../../../sim/contract/live.ts';
import type { Host } from '../../host/host.ts';
import { lightEvent } from './light-event.ts';

type Reset = Extract<ServerMessage, { op: 'reset' }>;

/** Events as announced, and their message, encoded once for all sockets that take it whole. */
export type EventBatch = {
  readonly branch: BranchId;
  readonly items: readonly LoggedEvent[];
  readonly text: () => string;
};

export type LiveWatch = {
  readonly start: (since: Revision | null, branch: BranchId | null) => void;
  readonly stop: () => void;
  readonly events: (batch: EventBatch) => void;
  readonly reset: (reason: Reset['reason'], revision: Revision, branch: BranchId) => void;
};

type Options = {
  readonly host: Pick<Host, 'status' | 'eventsSince'>;
  readonly send: (message: ServerMessage) => void;
  readonly sendText: (text: string) => void;
  readonly resumeEvents: number;
};

const itemsPerMessage = 1000;

export function createLiveWatch(options: Options): LiveWatch {
  const { host, send } = options;
  let place: { readonly branch: BranchId; readonly revision: Revision } | null = null;

  /** The watch goes on from here: what the client asks for after a reset is never older. */
  const reset: LiveWatch['reset'] = (reason, revision, branch) => {
    if (place === null) return;
    place = { branch, revision };
    send({ op: 'reset', reason, revision, branch });
  };
  const gap = (branch: BranchId): void => reset('gap', host.status().revision, branch);
  const sendItems = (branch: BranchId, items: readonly LoggedEvent[]): void => {
    for (let from = 0; from < items.length; from += itemsPerMessage) {
      send({ op: 'events', branch, items: items.slice(from, from + itemsPerMessage).map(lightEvent) });
    }
    place = { branch, revision: items.at(-1)?.revision ?? place?.revision ?? host.status().revision };
  };
  const missed = (since: Revision, branch: BranchId): readonly LoggedEvent[] | null => {
    const items = host.eventsSince(since, branch);
    return items === null || items.length > options.resumeEvents ? null : items;
  };

  return {
    start: (since, asked) => {
      const { branch, revision } = host.status();
      place = { branch, revision };
      if (asked !== null && asked !== branch) return reset('branch', revision, branch);
      if (since !== null && since > revision) return gap(branch);
      const items = since === null || since === revision ? [] : missed(since, branch);
      if (items === null) return gap(branch);
      send({ op: 'watching', revision, branch });
      sendItems(branch, items);
    },
    stop: () => {
      place = null;
    },
    events: ({ branch, items, text }) => {
      const first = items[0];
      const last = items.at(-1);
      if (place === null || first === undefined || last === undefined) return;
      const { revision } = place;
      if (branch !== place.branch) return reset('branch', last.revision, branch);
      if (last.revision <= revision) return;
      if (first.revision === revision + 1) {
        place = { branch, revision: last.revision };
        return options.sendText(text());
      }
      if (first.revision <= revision)
        return sendItems(
          branch,
          items.filter((item) => item.revision > revision),
        );
      const between = missed(revision, branch);
      return between === null ? gap(branch) : sendItems(branch, between);
    },
    reset,
  };
}
