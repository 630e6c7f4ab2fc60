import type { Kind, Metric } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { above } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';
import { firstByName, only } from './metrics-text.ts';
import type { Asked, Family } from './metrics-text.ts';
import { seenAlarms } from './seen-alarms.ts';

type Shown = {
  readonly name: string;
  readonly help: string;
  readonly kind: Kind;
  readonly metric: Metric;
  readonly place: string;
  /** From the gauge's unit to the base unit that Prometheus' users expect. */
  readonly times: number;
};

const inKilowatts = 1000;
const inPercent = 0.01;

/** What instruments show, by kind. */
const shown: readonly Shown[] = [
  {
    name: 'dcsim_site_power_watts',
    help: 'All that a site draws.',
    kind: 'site',
    metric: 'total-power',
    place: 'middle',
    times: inKilowatts,
  },
  {
    name: 'dcsim_site_equipment_power_watts',
    help: 'What the equipment of a site draws.',
    kind: 'site',
    metric: 'power',
    place: 'middle',
    times: inKilowatts,
  },
  {
    name: 'dcsim_site_pue',
    help: 'Power of a site by that of its equipment.',
    kind: 'site',
    metric: 'pue',
    place: 'middle',
    times: 1,
  },
  {
    name: 'dcsim_rack_inlet_temperature_celsius',
    help: 'Air at the front of a rack.',
    kind: 'rack',
    metric: 'temperature',
    place: 'front-middle',
    times: 1,
  },
  {
    name: 'dcsim_rack_power_watts',
    help: 'What a rack draws.',
    kind: 'rack',
    metric: 'power',
    place: 'middle',
    times: inKilowatts,
  },
  {
    name: 'dcsim_ups_load_ratio',
    help: 'Load of a UPS, of its rating.',
    kind: 'ups',
    metric: 'load',
    place: 'middle',
    times: inPercent,
  },
  {
    name: 'dcsim_ups_charge_ratio',
    help: 'Charge of the batteries of a UPS.',
    kind: 'ups',
    metric: 'charge',
    place: 'middle',
    times: inPercent,
  },
  {
    name: 'dcsim_crac_supply_temperature_celsius',
    help: 'Air that a cooling unit gives.',
    kind: 'crac',
    metric: 'supply-temperature',
    place: 'middle',
    times: 1,
  },
];

export const facilityFamilies = ({ world, gauges, limit }: Asked): readonly Family[] =>
  shown.map(({ name, help, kind, metric, place, times }) => ({
    name,
    help,
    samples: firstByName(world.inventory.ofKind(kind), limit).map((entity) => {
      const value = gauges.show(world, { entity: entity.id, metric, place });
      return {
        labels: { [kind]: entity.name, ...placeOf(world, entity.id, kind) },
        value: value === null ? null : value * times,
      };
    }),
  }));

/** Names that tell it from its namesakes in other rooms and sites. */
function placeOf({ inventory }: World, id: EntityId, kind: Kind): Readonly<Record<string, string>> {
  if (kind === 'site') return { id };
  const room = above(inventory, id, 'room');
  const site = above(inventory, id, 'site');
  return {
    id,
    ...(room === undefined ? {} : { room: room.name }),
    ...(site === undefined ? {} : { site: site.name }),
  };
}

const severities = ['critical', 'major', 'minor', 'info'] as const;

export function labFamilies({ world }: Asked): readonly Family[] {
  const open = seenAlarms(world);
  return [
    { name: 'dcsim_lab_time_seconds', help: 'The lab’s clock.', samples: only(world.now() / 1000) },
    {
      name: 'dcsim_lab_running',
      help: 'Whether the lab’s clock runs.',
      samples: only(world.clock.running ? 1 : 0),
    },
    { name: 'dcsim_lab_speed', help: 'Lab seconds in a real one.', samples: only(world.clock.speed) },
    { name: 'dcsim_lab_revision', help: 'Number of its latest event.', samples: only(world.revision) },
    {
      name: 'dcsim_scenarios_running',
      help: 'Failures that are in the lab now.',
      samples: only(world.scenarios.size),
    },
    {
      name: 'dcsim_tasks_running',
      help: 'Long work that is under way.',
      samples: only([...world.tasks.running()].length),
    },
    {
      name: 'dcsim_alarms_open',
      help: 'Alarms that are not over.',
      samples: severities.map((severity) => ({
        labels: { severity },
        value: open.filter((alarm) => alarm.severity === severity).length,
      })),
    },
  ];
}
