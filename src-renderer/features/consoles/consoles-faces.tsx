import type { ReactNode } from 'react';
import { inFace } from '../states/samples.ts';
import type { FaceName } from '../states/samples.ts';
import type { RecordingCard } from '../../../sim/contract/terminal.ts';
import { ConsolesView } from './consoles-view.tsx';
import { RecordingList } from './recording-list.tsx';
import type { Machine } from './machine-list.tsx';

const powers = ['on', 'on', 'off', 'suspended', 'paused'] as const;
const items = powers.map(
  (power, at) =>
    ({
      id: `vm-${at + 1}`,
      kind: 'vm',
      name: `web-0${at + 1}`,
      spec: { power, isTemplate: false },
    }) as unknown as Machine,
);

const sampleRecordings: readonly RecordingCard[] = ['web-01', 'db-01'].map((title, at) => ({
  file: `${title}.cast`,
  title,
  at: 1_767_623_527_000 - at * 3_600_000,
  seconds: 95 + at * 340,
  columns: 120,
  rows: 30,
  bytes: 48_200,
}));

/** The other list of the left panel: what was recorded. */
export const RecordingsFace = ({ face }: { readonly face: FaceName }): ReactNode => (
  <div className="flex min-h-0 w-72 flex-col">
    <RecordingList state={inFace(face, { recordings: sampleRecordings }, { recordings: [] })} />
  </div>
);

export const ConsolesFace = ({ face }: { readonly face: FaceName }): ReactNode => (
  <ConsolesView
    machines={inFace(face, { items }, { items: [] })}
    recordings={inFace(face, { recordings: sampleRecordings }, { recordings: [] })}
    local={{ state: 'on', reason: null }}
  />
);
