import type { ReactNode } from 'react';
import type { AlarmId } from '../../../sim/contract/ids.ts';
import type { Refusal } from '../../../sim/contract/result.ts';
import { perform } from '../../app/perform.ts';
import { goTo } from '../../app/way.ts';
import { execute, useQuery } from '../../data/client.ts';
import { text } from '../../text/text.ts';
import { showDone } from '../../ui/toasts.ts';
import { showAlarm } from './alarm-pick.ts';
import { channelWord } from './notification-words.ts';
import { NotificationsView } from './notifications-view.tsx';
import type { NotifySettings } from './notify-draft.ts';

const renewMillis = 3000;

/** A refusal belongs to the form. */
async function saveNotify(notify: NotifySettings): Promise<Refusal | null> {
  const result = await execute({ type: 'desk.configure', patch: { notify } });
  if (!result.ok) return result.refusal;
  showDone(text().notifications.saved);
  return null;
}

export function NotificationsTab(): ReactNode {
  const settings = useQuery('settings', {});
  const sent = useQuery('notifications', { limit: 200 }, { every: renewMillis });
  return (
    <NotificationsView
      settings={settings}
      sent={sent}
      onOpen={(alarm: AlarmId) => {
        showAlarm(alarm);
        goTo('/alarms');
      }}
      onTest={(channel) =>
        void perform(
          { type: 'desk.test-notification', channel },
          text().notifications.test.sent(channelWord(channel)),
        ).then(sent.retry)
      }
      onSave={async (notify) => {
        const refusal = await saveNotify(notify);
        if (refusal === null) settings.retry();
        return refusal;
      }}
    />
  );
}
