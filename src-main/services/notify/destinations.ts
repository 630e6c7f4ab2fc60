import type { Alarm, Severity } from '../../../sim/contract/alarms.ts';
import type { Channel } from '../../../sim/contract/notifications.ts';
import type { Settings } from '../../../sim/contract/settings.ts';
import { isAtLeast } from './watch-list.ts';

export type NotifySettings = Settings['notify'];

/** Someone who is told, or something. */
export type Destination = {
  /** Names it for good: settings may change around it. */
  readonly key: string;
  readonly channel: Channel;
  /** What shares a lane speaks one after another: however many are to be written to, mails leave one by one. */
  readonly lane: string;
  readonly to: readonly string[];
  readonly least: Severity;
  /** Minutes of lab time without an acknowledgement. */
  readonly afterMinutes: number;
};

/** Who is to be told, by the settings as they are now. */
export function destinationsOf(settings: NotifySettings): readonly Destination[] {
  const { desktop, least, smtp, webhooks, ladder } = settings;
  const found: Destination[] = [];
  if (desktop === 'on')
    found.push({
      key: 'desktop',
      channel: 'desktop',
      lane: 'desktop',
      to: ['this machine'],
      least,
      afterMinutes: 0,
    });
  if (smtp.state === 'on') {
    for (const { to, afterMinutes } of ladder)
      found.push({
        key: `mail ${afterMinutes} ${to.join(' ')}`,
        channel: 'mail',
        lane: 'mail',
        to,
        least,
        afterMinutes,
      });
  }
  for (const hook of webhooks) {
    const key = `webhook ${hook.url}`;
    found.push({ key, channel: 'webhook', lane: key, to: [hook.url], least: hook.least, afterMinutes: 0 });
  }
  return found;
}

export const isDueFor = ({ least, afterMinutes }: Destination, alarm: Alarm, now: number): boolean =>
  isAtLeast(alarm.severity, least) && now - alarm.raisedAt >= afterMinutes * 60_000;

/** What may be shown of where a message went: a webhook's path is often its password. */
export function shownTo({ channel, to }: Pick<Destination, 'channel' | 'to'>): string[] {
  if (channel !== 'webhook') return [...to];
  return to.map((url) => `${URL.parse(url)?.origin ?? 'webhook'}/…`);
}
