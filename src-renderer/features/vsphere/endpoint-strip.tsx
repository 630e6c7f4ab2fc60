/** Where the vCenter answers, as whom one logs in, and by what one knows it. */
import { Download, Settings2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { VsphereState } from '../../../sim/contract/vsphere.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { countText } from '../../ui/numbers.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { Switch } from '../../ui/switch.tsx';
import { Fact } from './fact.tsx';
import { PausedNote } from './paused-note.tsx';

/** Null while the clock of the lab runs. */
export type Pause = { readonly onRun: () => void } | null;

export type StripProps = {
  readonly vsphere: VsphereState;
  readonly pause: Pause;
  readonly onSwitch: (state: 'on' | 'off') => void;
  readonly onCopy: (words: string, what: string) => void;
  readonly onSave: (pem: string) => void;
};

const marks = { up: 'ok', down: 'major', off: 'info' } as const;

export function EndpointStrip({ vsphere, pause, onSwitch, onCopy, onSave }: StripProps): ReactNode {
  const words = useText().vsphere;
  const { state, address, user, version, tls, calls, waiting } = vsphere;
  const isWaitedFor = state === 'up' && waiting.calls + waiting.tasks > 0;
  return (
    <div className="flex flex-col gap-1 border-b px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <StatusMark kind={marks[state]} word={words.states[state]} showWord />
        <Switch
          label={words.answers}
          isOn={state !== 'off'}
          onChange={(isOn) => onSwitch(isOn ? 'on' : 'off')}
        />
        <div className="ml-auto flex flex-wrap items-center gap-2">
          {tls !== null && (
            <Button icon={Download} onClick={() => onSave(tls.authority)}>
              {words.saveAuthority}
            </Button>
          )}
          <Link
            to="/settings?section=faces"
            className="inline-flex min-h-6 items-center gap-1 text-12 text-accent hover:underline"
          >
            <Settings2 aria-hidden size={13} /> {words.settings}
          </Link>
        </div>
      </div>
      {state === 'up' && (
        <dl className="flex flex-wrap items-center gap-x-6">
          <Fact name={words.address} value={address} onCopy={onCopy} />
          <Fact name={words.user} value={user} onCopy={onCopy} />
          <Fact name={words.version} value={version} />
          <Fact name={words.calls} value={countText(calls)} />
        </dl>
      )}
      {pause !== null && isWaitedFor && (
        <PausedNote what={words.waiting(waiting.calls, waiting.tasks)} onRun={pause.onRun} />
      )}
    </div>
  );
}
