/** What was sent, in words. Pure. */
import type { Channel, Notification } from '../../../sim/contract/notifications.ts';
import type { StatusKind } from '../../ui/status-mark.tsx';
import { wallMoment } from '../../ui/numbers.ts';

export const channelWords = {
  desktop: 'Desktop',
  mail: 'Mail',
  webhook: 'Webhook',
} as const satisfies Record<Channel, string>;

export const deliveryMarks = {
  sent: { kind: 'ok', word: 'Sent' },
  waiting: { kind: 'info', word: 'Waiting' },
  failed: { kind: 'major', word: 'Failed' },
} as const satisfies Record<Notification['state'], { readonly kind: StatusKind; readonly word: string }>;

export function kindText({ kind, alarms }: Pick<Notification, 'kind' | 'alarms'>): string {
  switch (kind) {
    case 'rang':
      return '';
    case 'escalated':
      return '(nobody acknowledged)';
    case 'digest':
      return `(${alarms.length} at once)`;
    case 'test':
      return '(test)';
    default:
      return kind satisfies never;
  }
}

export function deliveryText({ state, attempts, triedAt, detail }: Notification): string {
  const when = triedAt === null ? '' : `, last ${wallMoment(triedAt)}`;
  const tries = attempts === 1 ? 'Tried once' : `Tried ${attempts} times`;
  const words = { sent: 'Delivered', waiting: 'Waits to be tried again', failed: 'Given up' } as const;
  return `${words[state]}. ${tries}${when}.${detail === '' ? '' : ` ${detail}`}`;
}
