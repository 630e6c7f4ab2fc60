import type { ReactNode } from 'react';
import type { FaceState, Status } from '../../sim/contract/queries.ts';
import { useWorld } from '../data/world.ts';
import type { WorldPhase } from '../data/world.ts';
import { DrillChip } from '../features/scenarios/drill-chip.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import type { StatusKind } from '../ui/status-mark.tsx';
import { Tooltip } from '../ui/tooltip.tsx';

type Line = { readonly kind: StatusKind; readonly text: string };

export function simulationLine(phase: WorldPhase, status: Status | null): Line {
  if (phase === 'refused') return { kind: 'major', text: 'Not let in' };
  if (phase === 'lost') return { kind: 'stale', text: 'Connection lost' };
  if (status === null) return { kind: 'stale', text: 'Connecting' };
  if (!status.clock.running) return { kind: 'info', text: 'Simulation paused' };
  // A host that cannot keep the speed says so, instead of letting the clock quietly lag.
  if (status.clock.speed > 2 && status.pace > 0 && status.pace < status.clock.speed * 0.8) {
    return {
      kind: 'minor',
      text: `Simulation running at ×${Math.round(status.pace)} of ×${status.clock.speed}`,
    };
  }
  return { kind: 'ok', text: 'Simulation running' };
}

const faceMarks = { up: null, down: 'major', off: 'stale' } as const satisfies Record<
  FaceState['state'],
  StatusKind | null
>;

/** `mqtt://127.0.0.1:1883` → `:1883`, as the host is always this machine's own. */
export const portOf = (address: string): string => /:\d+(?=\/|$)/.exec(address)?.[0] ?? address;

function Face({ face }: { readonly face: FaceState }): ReactNode {
  const mark = faceMarks[face.state];
  return (
    <Tooltip
      text={`${face.name} is ${face.state}${face.address === '' ? '' : ` at ${face.address}`}. ${face.detail}`}
    >
      <span className="flex items-center gap-1">
        {mark !== null && (
          <StatusMark kind={mark} word={face.state} size={11} showWord={face.state === 'down'} />
        )}
        {face.name} {portOf(face.address)}
      </span>
    </Tooltip>
  );
}

/** What is down shows here, never as a dialog. */
export function StatusBar(): ReactNode {
  const phase = useWorld((state) => state.phase);
  const status = useWorld((state) => state.status);
  const line = simulationLine(phase, status);
  // Of a host that is out of reach nothing is known.
  const isTold = phase === 'ready' || phase === 'loading';
  return (
    <footer
      aria-label="Status"
      className="relative flex items-center gap-4 overflow-hidden border-t px-3 text-12 whitespace-nowrap text-text-2"
    >
      <span className="flex items-center gap-1.5">
        <StatusMark kind={line.kind} word="" size={12} />
        {line.text}
      </span>
      {isTold && <DrillChip />}
      {status !== null && isTold && (
        <>
          <span>MQTT {status.messagesPerMinute} msg/min</span>
          {status.rejectedMessages > 0 && (
            <span className="text-minor">{status.rejectedMessages} rejected</span>
          )}
          {status.faces.map((face) => (
            <Face key={face.name} face={face} />
          ))}
          <span className="ml-auto">seed {status.lab.seed}</span>
          <Storage storage={status.storage} />
        </>
      )}
    </footer>
  );
}

function Storage({ storage }: { readonly storage: Status['storage'] }): ReactNode {
  if (storage.state === 'ok') return <span title={storage.detail}>every change is saved</span>;
  return (
    <Tooltip text={storage.detail}>
      <span>
        <StatusMark kind="critical" word="changes are not being saved" showWord size={12} />
      </span>
    </Tooltip>
  );
}
