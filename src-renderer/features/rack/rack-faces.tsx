/** Racks in each of their faces, for /states. */
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { FloorFaceState } from '../floor/floor-face.ts';
import { type FaceName, inFace, sampleAlarms, sampleRefusal } from '../states/samples.ts';
import { chartMetrics, chartPlan } from './chart-plan.ts';
import { deviceItems } from './elevations.tsx';
import { WatchContext } from './live.ts';
import { RackCharts } from './rack-charts.tsx';
import {
  sampleModels,
  sampleRackHistory,
  sampleRackRules,
  sampleRacks,
  sampleRedundancy,
  sampleWatch,
} from './rack-samples.ts';
import type { RackModel } from './rack-model.ts';
import type { RackLook } from './rack-state.ts';
import { RackView } from './rack-view.tsx';
import { useCarry } from './use-carry.ts';
import './rack.css';

const nothing = (): void => undefined;

function faceState(face: FaceName): FloorFaceState {
  if (face === 'loading') return { face: 'loading' };
  if (face === 'error') return { face: 'error', refusal: sampleRefusal };
  return { face: 'ready', isLost: face === 'stale' };
}

const deviceDeeds = {
  select: nothing,
  edit: nothing,
  move: nothing,
  duplicate: nothing,
  remove: nothing,
  add: nothing,
};
const sampleMark = { severity: 'critical', acknowledged: false } as const;
const sampleMarks = new Map([['rack-1' as EntityId, sampleMark]]);
const toldOf = { mark: sampleMark, alarms: sampleAlarms.slice(0, 2), redundancy: sampleRedundancy };
const nothingTold = { mark: null, alarms: [], redundancy: null };
const noTools = {
  step: nothing,
  noStep: () => null,
  find: nothing,
  zoom: nothing,
  compare: nothing,
  one: nothing,
  print: nothing,
  add: nothing,
};
const noHistory = { ...sampleRackHistory, series: [] };

const Charts = ({ model, face }: { readonly model: RackModel; readonly face: FaceName }): ReactNode => (
  <RackCharts
    plans={chartMetrics.map((metric) => chartPlan(metric, model, { items: sampleRackRules, path: [] }))}
    history={inFace(face, sampleRackHistory, noHistory)}
    rated={model.rack.spec.ratedPower}
    range="day"
    onRange={nothing}
  />
);

function FaceOn({
  face,
  models,
}: {
  readonly face: FaceName;
  readonly models: readonly RackModel[];
}): ReactNode {
  const [look, setLook] = useState<RackLook>({
    sides: models.length > 1 ? 'front' : 'both',
    zoom: 'usual',
    range: 'day',
  });
  const [selected, setSelected] = useState<EntityId | null>(null);
  const hand = useCarry({ models, move: nothing });
  const watch = useMemo(() => sampleWatch(face === 'stale' ? 'lost' : 'up'), [face]);
  const tools = { ...noTools, look: (next: Partial<RackLook>) => setLook((last) => ({ ...last, ...next })) };
  const [first] = models;
  const device = first?.devices?.[3] ?? null;
  const told = face === 'full' || face === 'stale' ? toldOf : nothingTold;
  return (
    <WatchContext value={watch}>
      <RackView
        state={faceState(face)}
        refusal={face === 'stale' ? sampleRefusal : null}
        models={models}
        inventory={sampleRacks}
        look={look}
        marks={sampleMarks}
        {...told}
        selected={selected}
        device={device}
        deviceItems={device === null ? [] : deviceItems(device, deviceDeeds, null)}
        hand={hand}
        deeds={deviceDeeds}
        tools={tools}
        nameOf={(id) => sampleRacks.entities.get(id)?.name ?? id}
        charts={first === undefined || models.length > 1 ? null : <Charts model={first} face={face} />}
        onSelect={setSelected}
        onShow={nothing}
        onLabs={nothing}
        onRetry={nothing}
        onRetryDevices={nothing}
      />
    </WatchContext>
  );
}

/** The empty face is a lab without racks. */
export const RackFace = ({ face }: { readonly face: FaceName }): ReactNode => (
  <FaceOn face={face} models={face === 'empty' ? [] : sampleModels.slice(0, 1)} />
);
/** Its empty face is a rack in which nothing stands. */
export const RackCompareFace = ({ face }: { readonly face: FaceName }): ReactNode => (
  <FaceOn face={face} models={face === 'empty' ? sampleModels.slice(2) : sampleModels} />
);
