import { BellRing, Send } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { StatusKind } from '../../ui/status-mark.tsx';
import type { Permission } from './desktop-permission.ts';

const kinds = {
  granted: 'ok',
  default: 'info',
  denied: 'minor',
  'unknown here': 'minor',
} as const satisfies Record<Permission, StatusKind>;

type DesktopPartProps = {
  readonly permission: Permission;
  readonly isOn: boolean;
  readonly onAsk: () => void;
  readonly onTest: () => void;
};

export function DesktopPart({ permission, isOn, onAsk, onTest }: DesktopPartProps): ReactNode {
  const words = useText().settings.desktop;
  const { word, about } = words.permissions[permission];
  return (
    <div className="flex flex-col gap-2 border-b px-4 py-3">
      <h3 className="text-13 font-semibold">{words.title}</h3>
      <p className="flex flex-wrap items-center gap-x-3 text-12 text-text-2">
        <StatusMark kind={kinds[permission]} word={word} showWord />
        <span>{about}</span>
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <Button
          icon={BellRing}
          onClick={onAsk}
          refusedBecause={permission === 'default' ? null : words.cannotAsk[permission]}
        >
          {words.ask}
        </Button>
        <Button icon={Send} onClick={onTest} refusedBecause={isOn ? null : words.saveFirst}>
          {words.test}
        </Button>
        <Link
          to="/alarms?tab=notifications"
          className="ml-auto inline-flex min-h-6 items-center text-12 underline"
        >
          {words.others}
        </Link>
      </div>
    </div>
  );
}
