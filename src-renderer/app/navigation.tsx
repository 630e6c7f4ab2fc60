import { PanelLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useAlarmCounts } from '../features/alarms/use-alarm-counts.ts';
import { TourInvitation } from '../features/help/tour-invitation.tsx';
import { useText } from '../text/text.ts';
import { prefer, usePreferences } from '../theme/preferences.ts';
import { IconButton } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { useMedia } from '../ui/use-media.ts';
import { statusInks } from '../ui/status-mark.tsx';
import { screens } from './shell.actions.ts';
import type { ScreenLink } from './shell.actions.ts';

function AlarmCount({ isFolded }: { readonly isFolded: boolean }): ReactNode {
  const { total, unacknowledged, worst } = useAlarmCounts();
  const words = useText().shell;
  if (total === 0 || worst === null) return null;
  return (
    <span
      className={classNames(
        'text-11 font-semibold',
        isFolded ? 'absolute top-0 right-0 leading-none' : 'ml-auto',
        statusInks[worst],
      )}
    >
      {total}
      <span className="sr-only">{words.alarmCount(unacknowledged)}</span>
    </span>
  );
}

function ScreenItem({
  screen,
  isFolded,
}: {
  readonly screen: ScreenLink;
  readonly isFolded: boolean;
}): ReactNode {
  const Icon = screen.icon;
  const title = useText().shell.screens[screen.noun];
  return (
    <li>
      <NavLink
        to={screen.path}
        end={screen.path === '/'}
        title={isFolded ? title : undefined}
        className={({ isActive }) =>
          classNames(
            'relative flex h-7 items-center gap-3 rounded-md px-2 text-13 font-medium',
            isActive ? 'bg-hover text-text' : 'text-text-2 hover:bg-hover hover:text-text',
          )
        }
      >
        <Icon aria-hidden size={16} className="shrink-0" />
        <span className={isFolded ? 'sr-only' : 'truncate'}>{title}</span>
        {screen.path === '/alarms' && <AlarmCount isFolded={isFolded} />}
      </NavLink>
    </li>
  );
}

/** A narrow page, or one at 200 % zoom, has no room for words. */
export function useIsFolded(): boolean {
  const isNarrow = useMedia('(max-width: 1024px)');
  return usePreferences((state) => state.navigationFolded) || isNarrow;
}

export function Navigation(): ReactNode {
  const isFolded = useIsFolded();
  const words = useText().shell;
  return (
    <nav
      data-tour="navigation"
      aria-label={words.navigation}
      className="flex min-h-0 flex-col overflow-y-auto border-r px-2 py-2"
    >
      <ul className="flex flex-col gap-px">
        {screens.map((screen) => (
          <ScreenItem key={screen.path} screen={screen} isFolded={isFolded} />
        ))}
      </ul>
      <TourInvitation isFolded={isFolded} />
      <IconButton
        icon={PanelLeft}
        label={isFolded ? words.unfoldNavigation : words.foldNavigation}
        aria-expanded={!isFolded}
        shortcut="Mod+b"
        className="mt-auto max-[1024px]:hidden"
        onClick={() => prefer({ navigationFolded: !isFolded })}
      />
    </nav>
  );
}
