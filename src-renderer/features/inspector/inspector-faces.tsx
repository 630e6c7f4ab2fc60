/** The inspector in each of its faces, for /states. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Entity, EntityOf } from '../../../sim/contract/entities.ts';
import type { ScenarioRun } from '../../../sim/contract/scenarios.ts';
import { limitsFor } from '../../data/rule-limits.ts';
import { useText } from '../../text/text.ts';
import { EmptyState, ErrorState, SkeletonRows, StaleNote } from '../../ui/states.tsx';
import { alarmsWithin } from '../floor/floor-marks.ts';
import { sampleRack, sampleRoomAlarms } from '../floor/floor-samples.ts';
import { sensorsOf } from '../floor/rack-sensors.ts';
import {
  type FaceName,
  inFace,
  sampleInlet,
  sampleNow,
  sampleRefusal,
  sampleRules,
} from '../states/samples.ts';
import { cellsOf } from './cells.ts';
import {
  sampleAddresses,
  sampleBattery,
  sampleCells,
  sampleConsequences,
  sampleCrac,
  sampleFaces,
  sampleFacility,
  samplePdu,
  sampleRedundancy,
  sampleUps,
} from './facility-samples.ts';
import { InspectorView, type InspectorViewProps } from './inspector-view.tsx';
import { mainSensor } from './main-sensor.ts';
import { mqttAddress } from './protocols.ts';
import { orderActions } from './thing-actions.ts';
import type { ChartRange } from './thing-chart.tsx';
import { topicOf } from './topic-of.ts';
import { stillCells } from './use-cells.ts';

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
        psus: 2,
        feed: 'A',
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

const cells = cellsOf(sensorsOf(sampleFacility, sampleBattery.id));

function sampleOf(entity: Entity, face: FaceName): Omit<InspectorViewProps, 'hours' | 'onHours'> {
  const main = mainSensor(sampleFacility, entity);
  const isRack = entity.kind === 'rack';
  const { at, max } = sampleInlet.series;
  return {
    entity,
    inventory: sampleFacility,
    devices,
    main,
    trail: { trail: isRack ? { at, values: max } : { at: [], values: [] }, phase: 'ready' },
    limits:
      main === null
        ? []
        : limitsFor(sampleRules, { kind: entity.kind, metric: main.spec.metric, place: main.spec.place }),
    alarms: alarmsWithin(sampleFacility.entities, sampleRoomAlarms, entity.id),
    runs: isRack ? [run] : [],
    menu: [],
    orders: orderActions(entity, sampleFacility),
    cells: { cells, source: stillCells(sampleCells) },
    protocols: {
      addresses: inFace(face, { items: entity.kind === 'ups' ? sampleAddresses : [] }, { items: [] }),
      faces: sampleFaces,
      mqtt: mqttAddress('mqtt://127.0.0.1:1883', topicOf(sampleFacility.entities, entity), false),
      onFace: nothing,
      onCopy: nothing,
    },
    whatIf:
      entity.kind === 'ups' || entity.kind === 'pdu'
        ? inFace(face, sampleConsequences, noConsequences)
        : null,
    redundancy: isRack ? inFace(face, sampleRedundancy, sampleRedundancy) : null,
    onSelect: nothing,
    onAcknowledge: nothing,
    onStop: nothing,
    onScenario: nothing,
    onSetpoint: nothing,
    onReplaceCell: nothing,
  };
}

const noConsequences = { dark: [], degraded: [], overloaded: [], bridged: [] };
const shown: readonly Entity[] = [sampleRack, sampleUps, sampleBattery, samplePdu, sampleCrac];

export function InspectorFace({ face }: { readonly face: FaceName }): ReactNode {
  const words = useText().inspector;
  const [hours, setHours] = useState<ChartRange>(24);
  if (face === 'empty') return <EmptyState text={words.nothing} />;
  if (face === 'loading') return <SkeletonRows count={6} />;
  if (face === 'error') return <ErrorState what={words.notRead} refusal={sampleRefusal} onRetry={nothing} />;
  return (
    <div className="flex min-h-0 flex-1 flex-wrap gap-3 overflow-auto">
      {shown.map((entity) => (
        <div key={entity.id} className="w-93 max-w-full border-r bg-surface">
          {face === 'stale' && <StaleNote text={words.lastKnown} />}
          <InspectorView {...sampleOf(entity, face)} hours={hours} onHours={setHours} />
        </div>
      ))}
    </div>
  );
}
