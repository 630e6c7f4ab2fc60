import { Send } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Channel } from '../../../sim/contract/notifications.ts';
import type { Settings } from '../../../sim/contract/settings.ts';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Face } from '../../ui/face.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { channelWord } from './notification-words.ts';
import { untestable } from './notify-draft.ts';
import { NotifyForm } from './notify-form.tsx';
import type { NotifyFormProps } from './notify-form.tsx';
import { SentList } from './sent-list.tsx';
import type { SentListProps } from './sent-list.tsx';

type NotificationsViewProps = SentListProps &
  Pick<NotifyFormProps, 'onSave'> & {
    readonly settings: QueryState<Pick<Settings, 'notify'>>;
    /** With the settings as they are saved. */
    readonly onTest: (channel: Channel) => void;
  };

const channels = ['desktop', 'mail', 'webhook'] as const satisfies readonly Channel[];

type Testing = Pick<NotificationsViewProps, 'settings' | 'onTest'>;

function Tests({ settings, onTest }: Testing): ReactNode {
  const { test: words } = useText().notifications;
  return (
    <div role="group" aria-label={words.label} className="ml-auto flex items-center gap-2">
      {channels.map((channel) => (
        <Button
          key={channel}
          icon={Send}
          onClick={() => onTest(channel)}
          refusedBecause={untestable(settings.data?.notify ?? null, channel)}
        >
          {words.of(channelWord(channel))}
        </Button>
      ))}
    </div>
  );
}

export function NotificationsView({
  settings,
  sent,
  onOpen,
  onSave,
  onTest,
}: NotificationsViewProps): ReactNode {
  const words = useText().notifications;
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[minmax(380px,0.9fr)_minmax(0,1fr)] max-[1100px]:grid-cols-1 max-[1100px]:overflow-y-auto">
      <div className="flex min-h-0 flex-col border-r max-[1100px]:min-h-96 max-[1100px]:border-r-0">
        <h2 className="flex h-10 shrink-0 items-center border-b px-4 text-13 font-semibold">{words.title}</h2>
        <Face state={settings} what={words.what} still={words.still}>
          {({ notify }) => (
            <ScrollRegion label={words.title}>
              <NotifyForm key={JSON.stringify(notify)} settings={notify} onSave={onSave} />
            </ScrollRegion>
          )}
        </Face>
      </div>
      <div className="flex min-h-64 flex-col max-[1100px]:border-t">
        <header className="flex min-h-10 shrink-0 flex-wrap items-center gap-2 border-b px-4 py-1">
          <h2 className="text-13 font-semibold">{words.sent.title}</h2>
          <Tests settings={settings} onTest={onTest} />
        </header>
        <SentList sent={sent} onOpen={onOpen} />
      </div>
    </div>
  );
}
