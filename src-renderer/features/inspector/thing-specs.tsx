/** What stands on each kind's plate. */
import type { ReactNode } from 'react';
import type { Entity, EntityOf, Kind } from '../../../sim/contract/entities.ts';
import { metricTable } from '../../../sim/contract/metrics.table.ts';
import { LiveAge } from '../floor/live-age.tsx';
import { childrenOf, type Inventory } from '../floor/rack-sensors.ts';
import { numberText, spanText, withUnit } from '../../ui/numbers.ts';
import type { Fact } from './fact-list.tsx';
import { unitsUsed } from './space-used.ts';

export type ThingContext = {
  readonly inventory: Inventory;
  /** Of a rack; null while they are on their way. */
  readonly devices: readonly EntityOf<'device'>[] | null;
  /** Sensor whose value is written with its limits and its rate. */
  readonly main: EntityOf<'sensor'> | null;
  readonly mainValue: ReactNode;
};

const amount = (symbol: string, decimals: number) => (value: number) =>
  withUnit(numberText(value, decimals), symbol);
export const kilowatts = amount('kW', 1);
const watts = amount('W', 0);
const metres = amount('m', 1);
const celsius = amount('°C', 1);
const volts = amount('V', 0);
const hertz = amount('Hz', 0);
const amperes = amount('A', 0);
const litres = amount('L', 0);
const years = amount('a', 1);
const milliohms = amount('mΩ', 2);
const ampereHours = amount('Ah', 0);
const fact = (label: string, value: ReactNode): Fact => ({ label, value });
const some = (label: string, value: ReactNode | undefined): readonly Fact[] =>
  value === undefined ? [] : [fact(label, value)];
const words = (text: string): string => text.replaceAll('-', ' ');

const countOf = (entity: Entity, { inventory }: ThingContext, kind: Kind): string =>
  String(childrenOf(inventory, entity.id).filter((child) => child.kind === kind).length);

function space({ spec }: EntityOf<'rack'>, devices: ThingContext['devices']): string {
  return devices === null ? '–' : `${unitsUsed(devices)} of ${withUnit(String(spec.heightU), 'U')}`;
}

type Plates = {
  readonly [K in Kind]: (entity: EntityOf<K>, context: ThingContext) => readonly Fact[];
};

const plates: Plates = {
  site: (site, context) => [
    fact('Place', site.spec.location ?? '–'),
    fact('Time zone', site.spec.timezone),
    fact('Climate', words(site.spec.climate)),
    fact('Rooms', countOf(site, context, 'room')),
  ],
  room: (room, context) => [
    fact('Size', `${metres(room.spec.width)} × ${metres(room.spec.depth)} × ${metres(room.spec.height)}`),
    fact('Envelope', `ASHRAE class ${room.spec.envelope}`),
    fact('Cooling', `${countOf(room, context, 'crac')} units`),
  ],
  row: (row, context) => [
    fact('Containment', words(row.spec.containment)),
    fact('Racks', countOf(row, context, 'rack')),
  ],
  rack: (rack, context) => [
    fact('Space', space(rack, context.devices)),
    fact('Rated', kilowatts(rack.spec.ratedPower)),
    fact('Faces', rack.spec.facing),
  ],
  device: ({ spec }) => [
    fact('Model', spec.model),
    fact('Kind', words(spec.category)),
    fact(
      'Slot',
      `U${spec.slot.position}, ${withUnit(String(spec.slot.height), 'U')} high, ${spec.slot.face}`,
    ),
    fact('Power', `${watts(spec.idlePower)} idle, ${watts(spec.ratedPower)} rated`),
    fact('Supplies', spec.psus === 2 ? 'two, on both feeds' : `one, on feed ${spec.feed}`),
    ...some('Serial', spec.serial),
  ],
  pdu: ({ spec }) => [
    fact('Model', spec.model),
    fact('Feed', spec.feed),
    fact('Rated', kilowatts(spec.ratedPower)),
    fact(
      'Breaker',
      `${amperes(spec.breaker)}${spec.phases === 'three' ? ', three phases' : `, on ${spec.phases}`}`,
    ),
  ],
  utility: ({ spec }) => [
    fact('Grid', `${volts(spec.voltage)}, ${hertz(spec.frequency)}`),
    fact('Carbon', withUnit(numberText(spec.carbonIntensity, 2), 'kg/kWh')),
  ],
  transformer: ({ spec }) => [fact('Model', spec.model), fact('Rated', kilowatts(spec.ratedPower))],
  genset: ({ spec }) => [
    fact('Model', spec.model),
    fact('Rated', kilowatts(spec.ratedPower)),
    fact('Tank', `${litres(spec.tank)}, ${withUnit(numberText(spec.burn, 0), 'L/h')} at full load`),
    fact('Start', `${spanText(spec.startDelay + spec.crankTime + spec.warmUp)}, ${spec.crankTries} tries`),
    fact('Cool-down', spanText(spec.cooldown)),
  ],
  ats: ({ spec }) => [
    fact('Model', spec.model),
    fact('Rated', kilowatts(spec.ratedPower)),
    fact('Transfer', withUnit(numberText(spec.transferTime, 1), 's')),
    fact('Goes back', `after ${spanText(spec.retransferDelay)}`),
  ],
  ups: ({ spec }) => [
    fact('Model', spec.model),
    fact('Rated', kilowatts(spec.ratedPower)),
    fact('Conversion', spec.losses === 'modern' ? 'modern double conversion' : 'legacy double conversion'),
  ],
  battery: ({ spec }) => [
    fact('Model', spec.model),
    fact('String', `${spec.cells} cells, ${ampereHours(spec.capacity)} at ten hours`),
    fact('New cell', milliohms(spec.resistance)),
    fact('Age', `${years(spec.age)} of ${years(spec.designLife)}`),
  ],
  panel: ({ spec }) => [
    fact('Model', spec.model),
    fact('Rated', kilowatts(spec.ratedPower)),
    fact('Kind', spec.losses),
  ],
  crac: ({ spec }) => [
    fact('Model', spec.model),
    fact('Holds', `${celsius(spec.setpoint)}, ${spec.control} air`),
    fact('Capacity', kilowatts(spec.ratedCooling)),
    fact('Coil', spec.coil === 'compressor' ? `compressor, ${spec.stages} stages` : 'chilled water'),
    ...some('Fans', spec.fanPower === undefined ? undefined : kilowatts(spec.fanPower)),
    fact('Humidifier', spec.humidifier),
  ],
  chiller: ({ spec }) => [
    fact('Model', spec.model),
    fact('Holds', `${celsius(spec.setpoint)}, water supply`),
    fact('Capacity', kilowatts(spec.ratedCooling)),
    fact('Condenser', `${spec.condenser}, COP ${numberText(spec.performance, 1)}`),
    fact('Buffer', litres(spec.buffer)),
    fact('Restart', spanText(spec.restart)),
    fact('Economiser', words(spec.economiser)),
    ...some('Pumps', spec.pumpPower === undefined ? undefined : kilowatts(spec.pumpPower)),
  ],
  sensor: ({ id, spec }, context) => [
    fact(metricTable[spec.metric].label, context.mainValue),
    fact('Place', spec.place),
    ...some(
      'Position',
      spec.position === undefined ? undefined : `${metres(spec.position.x)}, ${metres(spec.position.y)}`,
    ),
    fact('Source', spec.source === 'bot' ? 'simulated by a bot' : 'real hardware'),
    fact('Last read', <LiveAge sensor={id} className="text-12" />),
  ],
};

export function plateFacts(entity: Entity, context: ThingContext): readonly Fact[] {
  // The table has one entry per kind; TypeScript cannot pair them by itself.
  const plate = plates[entity.kind] as (entity: Entity, context: ThingContext) => readonly Fact[];
  return plate(entity, context);
}
