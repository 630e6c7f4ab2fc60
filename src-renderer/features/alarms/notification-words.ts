/** What was sent, in words. Pure. */
import type { Channel, Notification } from '../../../sim/contract/notifications.ts';
import type { StatusKind } from '../../ui/status-mark.tsx';
import { text } from '../../text/text.ts';
import { wallMoment } from '../../ui/numbers.ts';

export const channelWord = (channel: Channel): string => text().notifications.channels[channel];

const deliveryKinds = { sent: 'ok', waiting: 'info', failed: 'major' } as const satisfies Record<
  Notification['state'],
  StatusKind
>;

export const deliveryMark = (
  state: Notification['state'],
): { readonly kind: StatusKind; readonly word: string } => ({
  kind: deliveryKinds[state],
  word: text().notifications.sent.marks[state],
});

export function kindText({ kind, alarms }: Pick<Notification, 'kind' | 'alarms'>): string {
  const { kinds } = text().notifications.sent;
  switch (kind) {
    case 'rang':
      return '';
    case 'escalated':
      return kinds.escalated;
    case 'digest':
      return kinds.digest(alarms.length);
    case 'test':
      return kinds.test;
    default:
      return kind satisfies never;
  }
}

export function deliveryText({ state, attempts, triedAt, detail }: Notification): string {
  const words = text().notifications.sent;
  const when = triedAt === null ? '' : words.last(wallMoment(triedAt));
  return `${words.states[state]}. ${words.tries(attempts)}${when}.${detail === '' ? '' : ` ${detail}`}`;
}
