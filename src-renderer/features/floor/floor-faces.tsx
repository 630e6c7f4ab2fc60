/** The floor in each of its faces, for /states. */
import { useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { FloorStage } from '../../canvas/floor/floor-stage.ts';
import { KpiStrip } from '../overview/kpi-strip.tsx';
import { sampleOverview } from '../states/overview-samples.ts';
import {
  type FaceName,
  sampleHistory,
  sampleInlet,
  sampleName,
  sampleRefusal,
  sampleRules,
} from '../states/samples.ts';
import type { FloorFaceState } from './floor-face.ts';
import { alarmsWithin, floorMarks, worstMarks } from './floor-marks.ts';
import {
  bareInventory,
  sampleInventory,
  sampleAir,
  samplePlant,
  sampleSpace,
  sampleReadings,
  sampleRoomAlarms,
} from './floor-samples.ts';
import type { FloorLookAt } from './floor-view-state.ts';
import { FloorView } from './floor-view.tsx';
import { floorOf, roomsOf } from './plan-from-world.ts';
import { createAirHub } from './use-air.ts';
import { createPlantHub } from './use-plant.ts';
import { withSpace } from './use-space.ts';

const nothing = (): void => undefined;

export function faceState(face: FaceName): FloorFaceState {
  if (face === 'loading') return { face: 'loading' };
  if (face === 'error') return { face: 'error', refusal: sampleRefusal };
  return { face: 'ready', isLost: face === 'stale' };
}

const SampleKpis = ({ face }: { readonly face: FaceName }): ReactNode => {
  const isShown = face === 'full' || face === 'stale';
  const [power, pue] = sampleHistory.series;
  return (
    <KpiStrip
      overview={isShown ? sampleOverview : null}
      trends={{
        power: power?.mean ?? [],
        pue: pue?.mean ?? [],
        meanInlet: sampleInlet.series.mean,
        maxInlet: sampleInlet.series.max,
        alarms: [0, 1, 1, 3, 5],
        runtime: [],
      }}
      rules={sampleRules}
      nameOf={sampleName}
      isStale={face === 'stale'}
    />
  );
};

function useSample(face: FaceName) {
  return useMemo(() => {
    const inventory = face === 'empty' ? bareInventory : sampleInventory;
    const rooms = roomsOf(inventory);
    const floor =
      rooms[0] === undefined ? null : withSpace(floorOf(inventory, rooms[0]), sampleSpace(inventory));
    const readings = sampleReadings(floor?.plan.racks.length ?? 0, face === 'stale' ? 'lost' : 'up');
    const worst = worstMarks(inventory.entities, sampleRoomAlarms);
    const source = {
      listen: (listener: (next: typeof readings) => void) => {
        listener(readings);
        return nothing;
      },
      latest: () => readings,
    };
    const plant = createPlantHub();
    const air = createAirHub();
    if (face === 'full') {
      plant.put(samplePlant(floor?.plan.racks.length ?? 0));
      air.put(sampleAir(floor?.plan.aisles.length ?? 0));
    }
    return { inventory, rooms, floor, source, worst, plant, air };
  }, [face]);
}

export function FloorFace({ face }: { readonly face: FaceName }): ReactNode {
  const [look, setLook] = useState<FloorLookAt>({
    mode: 'analyse',
    layer: 'inlet',
    face: 'map',
    hasArrows: false,
    hasSensors: false,
  });
  const [selected, setSelected] = useState<EntityId | null>('rack-13' as EntityId);
  const stage = useRef<FloorStage | null>(null);
  const sample = useSample(face);
  const { floor, worst, inventory } = sample;
  const marks = useMemo(
    () => (floor === null ? { racks: [], units: new Map() } : floorMarks(floor.plan, worst)),
    [floor, worst],
  );
  return (
    <FloorView
      state={faceState(face)}
      kpis={<SampleKpis face={face} />}
      rooms={sample.rooms.map(({ id, name }) => ({ id, name, mark: worst.get(id) ?? null }))}
      inventory={inventory}
      floor={floor}
      air={sample.air}
      sensorStates={null}
      isPast={false}
      time={null}
      onTime={nothing}
      onEdit={nothing}
      more={[]}
      stage={stage}
      look={look}
      onLook={(next) => setLook((last) => ({ ...last, ...next }))}
      marks={marks}
      readings={sample.source}
      plant={sample.plant}
      selected={selected}
      onSelect={setSelected}
      onRoom={nothing}
      onAcknowledge={nothing}
      alarmsOf={(id) => alarmsWithin(inventory.entities, sampleRoomAlarms, id)}
      menuOf={() => []}
      onLabs={nothing}
      onRetry={nothing}
      layerNote={null}
      onLayer={nothing}
    />
  );
}
