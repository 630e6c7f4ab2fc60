/** The inspector in each of its faces, for /states. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { ScenarioRun } from '../../../sim/contract/scenarios.ts';
import { EmptyState, ErrorState, SkeletonRows, StaleNote } from '../../ui/states.tsx';
import { alarmsWithin } from '../floor/floor-marks.ts';
import { sampleInventory, sampleRack, sampleRoomAlarms } from '../floor/floor-samples.ts';
import { type FaceName, sampleInlet, sampleNow, sampleRefusal, sampleRules } from '../states/samples.ts';
import { InspectorView } from './inspector-view.tsx';
import { mainSensor } from './main-sensor.ts';
import type { ChartRange } from './thing-chart.tsx';

const nothing = (): void => undefined;

const devices = Array.from(
  { length: 8 },
  (_, index): EntityOf<'device'> =>
    ({
      kind: 'device',
      id: `device-${index + 1}`,
      name: `srv-B03-${index + 1}`,
      parent: 'rack-13',
      links: {},
      aliases: {},
      spec: {
        model: 'Two-socket server 2U',
        category: 'server',
        slot: { position: 1 + index * 2, height: 2, face: 'both' },
        idlePower: 170,
        ratedPower: 520,
      },
    }) as unknown as EntityOf<'device'>,
);
const run = {
  id: 'scenario-1',
  name: 'COOLING_FAILURE',
  target: 'rack-13',
  severity: 'partial',
  startedTick: 0,
  startedAt: sampleNow - 900_000,
  startedBy: 'you',
} as unknown as ScenarioRun;

export function InspectorFace({ face }: { readonly face: FaceName }): ReactNode {
  const [hours, setHours] = useState<ChartRange>(24);
  if (face === 'empty') return <EmptyState text="Select a rack or a unit to see it here." />;
  if (face === 'loading') return <SkeletonRows count={6} />;
  if (face === 'error')
    return <ErrorState what="This could not be read" refusal={sampleRefusal} onRetry={nothing} />;
  const { at, max } = sampleInlet.series;
  return (
    <div className="w-93 overflow-auto border-r bg-surface">
      {face === 'stale' && <StaleNote text="Last known values" />}
      <InspectorView
        entity={sampleRack}
        inventory={sampleInventory}
        devices={devices}
        main={mainSensor(sampleInventory, sampleRack)}
        trail={{ trail: { at, values: max }, phase: 'ready' }}
        rules={sampleRules}
        alarms={alarmsWithin(sampleInventory.entities, sampleRoomAlarms, sampleRack.id)}
        runs={[run]}
        menu={[]}
        hours={hours}
        onHours={setHours}
        onSelect={nothing}
        onAcknowledge={nothing}
        onStop={nothing}
        onScenario={nothing}
      />
    </div>
  );
}
