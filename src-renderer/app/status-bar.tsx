import type { ReactNode } from 'react';
import type { FaceState, Status } from '../../sim/contract/queries.ts';
import { useWorld } from '../data/world.ts';
import type { WorldPhase } from '../data/world.ts';
import { DrillChip } from '../features/scenarios/drill-chip.tsx';
import { text, told, useText } from '../text/text.ts';
import { StatusMark } from '../ui/status-mark.tsx';
import type { StatusKind } from '../ui/status-mark.tsx';
import { Tooltip } from '../ui/tooltip.tsx';

type Line = { readonly kind: StatusKind; readonly text: string };

export function simulationLine(phase: WorldPhase, status: Status | null): Line {
  const words = text().statusBar;
  if (phase === 'refused') return { kind: 'major', text: words.notLetIn };
  if (phase === 'lost') return { kind: 'stale', text: words.lost };
  if (status === null) return { kind: 'stale', text: words.connecting };
  if (!status.clock.running) return { kind: 'info', text: words.paused };
  // A host that cannot keep the speed says so, instead of letting the clock quietly lag.
  if (status.clock.speed > 2 && status.pace > 0 && status.pace < status.clock.speed * 0.8) {
    return {
      kind: 'minor',
      text: words.slow(Math.round(status.pace), status.clock.speed),
    };
  }
  return { kind: 'ok', text: words.running };
}

const faceMarks = { up: null, down: 'major', off: 'stale' } as const satisfies Record<
  FaceState['state'],
  StatusKind | null
>;

/** `mqtt://127.0.0.1:1883` → `:1883`, as the host is always this machine's own. */
export const portOf = (address: string): string => /:\d+(?=\/|$)/.exec(address)?.[0] ?? address;

function Face({ face }: { readonly face: FaceState }): ReactNode {
  const words = useText().statusBar;
  const mark = faceMarks[face.state];
  const state = words.faceStates[face.state];
  return (
    <Tooltip text={`${words.face(told(face.name), state, face.address)} ${told(face.detail)}`}>
      <span className="flex items-center gap-1">
        {mark !== null && <StatusMark kind={mark} word={state} size={11} showWord={face.state === 'down'} />}
        {told(face.name)} {portOf(face.address)}
      </span>
    </Tooltip>
  );
}

/** What is down shows here, never as a dialog. */
export function StatusBar(): ReactNode {
  const words = useText().statusBar;
  const phase = useWorld((state) => state.phase);
  const status = useWorld((state) => state.status);
  const line = simulationLine(phase, status);
  // Of a host that is out of reach nothing is known.
  const isTold = phase === 'ready' || phase === 'loading';
  return (
    <footer
      aria-label={words.label}
      className="relative flex items-center gap-4 overflow-hidden border-t px-3 text-12 whitespace-nowrap text-text-2"
    >
      <span className="flex items-center gap-1.5">
        <StatusMark kind={line.kind} word="" size={12} />
        {line.text}
      </span>
      {isTold && <DrillChip />}
      {status !== null && isTold && (
        <>
          <span>{words.messages(status.messagesPerMinute)}</span>
          {status.rejectedMessages > 0 && (
            <span className="text-minor">{words.rejected(status.rejectedMessages)}</span>
          )}
          {status.faces.map((face) => (
            <Face key={face.name} face={face} />
          ))}
          <span className="ml-auto">{words.seed(status.lab.seed)}</span>
          <Storage storage={status.storage} />
        </>
      )}
    </footer>
  );
}

function Storage({ storage }: { readonly storage: Status['storage'] }): ReactNode {
  const words = useText().statusBar;
  if (storage.state === 'ok') return <span title={storage.detail}>{words.saved}</span>;
  return (
    <Tooltip text={storage.detail}>
      <span>
        <StatusMark kind="critical" word={words.unsaved} showWord size={12} />
      </span>
    </Tooltip>
  );
}
