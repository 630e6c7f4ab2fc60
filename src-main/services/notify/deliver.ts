import type { Notice } from '../../../sim/contract/notifications.ts';
import { asSimMillis } from '../../../sim/contract/units.ts';
import type { World } from '../../../sim/index.ts';
import type { Bulletin } from './bulletin.ts';
import type { Delivery } from './delivery.ts';
import type { Destination, NotifySettings } from './destinations.ts';
import { sendMail } from './mail.ts';
import { hookBody, postHook } from './webhook.ts';

export type DeliverDeps = {
  readonly settings: () => NotifySettings;
  readonly world: () => World;
  readonly desktop: (notice: Notice) => void;
};

export type Letter = { readonly id: number; readonly destination: Destination; readonly bulletin: Bulletin };

/** Hands a bulletin to its channel, dressed as that channel wants it. */
export async function deliver(deps: DeliverDeps, { id, destination, bulletin }: Letter): Promise<Delivery> {
  const { channel, to } = destination;
  switch (channel) {
    case 'desktop':
      deps.desktop(noticeOf(id, bulletin));
      return { state: 'sent' };
    case 'mail':
      return sendMail(deps.settings().smtp, to, bulletin);
    case 'webhook':
      return postHook(to[0] ?? '', hookBody(deps.world(), bulletin));
    default:
      return channel satisfies never;
  }
}

/** The corner of a screen holds a line or two. */
function noticeOf(id: number, { kind, title, body, severity, alarms, at }: Bulletin): Notice {
  const [first = '', second = ''] = body.split('\n');
  return {
    id,
    kind,
    title,
    body: kind === 'digest' ? `${first}\n${second}`.trim() : second,
    severity,
    alarm: alarms[0]?.id ?? null,
    alarms: alarms.length,
    at: asSimMillis(at),
  };
}
