import type { Notification } from '../../../sim/contract/notifications.ts';
import { asSimMillis } from '../../../sim/contract/units.ts';
import type { WallMillis } from '../../../sim/contract/units.ts';
import type { Bulletin } from './bulletin.ts';
import type { Delivery } from './delivery.ts';
import type { Destination } from './destinations.ts';
import { shownTo } from './destinations.ts';

/** What was sent in this session, for people to look up. */
export type Records = {
  readonly write: (destination: Destination, bulletin: Bulletin) => number;
  readonly tried: (id: number, how: Delivery, when: { readonly at: number; readonly final: boolean }) => void;
  /** Newest first. */
  readonly list: (limit: number) => Notification[];
};

const kept = 500;
const alarmsShown = 100;

export function createRecords(): Records {
  const records = new Map<number, Notification>();
  let last = 0;
  return {
    write: (destination, { kind, title, severity, alarms, at }) => {
      last += 1;
      records.set(last, {
        id: last,
        kind,
        channel: destination.channel,
        to: shownTo(destination),
        title,
        severity,
        alarms: alarms.slice(0, alarmsShown).map(({ id }) => id),
        at: asSimMillis(at),
        triedAt: null,
        state: 'waiting',
        attempts: 0,
        detail: '',
      });
      if (records.size > kept) records.delete(last - kept);
      return last;
    },
    tried: (id, how, { at, final }) => {
      const record = records.get(id);
      if (record === undefined) return;
      records.set(id, {
        ...record,
        triedAt: at as WallMillis,
        attempts: record.attempts + 1,
        state: how.state === 'sent' ? 'sent' : final ? 'failed' : 'waiting',
        detail: how.state === 'sent' ? '' : how.detail,
      });
    },
    list: (limit) => [...records.values()].toReversed().slice(0, limit),
  };
}
