/** What stands on each kind's plate. */
import type { ReactNode } from 'react';
import type { Entity, EntityOf, Kind } from '../../../sim/contract/entities.ts';
import { isMachineKind, type FacilityKind, type MachineKind } from '../../../sim/contract/kinds.table.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import { text } from '../../text/text.ts';
import { LiveAge } from '../floor/live-age.tsx';
import { childrenOf, type Inventory } from '../floor/rack-sensors.ts';
import { numberText, spanText, withUnit } from '../../ui/numbers.ts';
import type { Fact } from './fact-list.tsx';
import { machinePlateFacts } from './machine-plates.tsx';
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
const percent = amount('%', 0);
const milliohms = amount('mΩ', 2);
const ampereHours = amount('Ah', 0);
const said = (): Catalogue['inspector']['plates'] => text().inspector.plates;
const unitsText = (count: number): string => withUnit(String(count), said().unitSymbol);

type Label = keyof Catalogue['inspector']['plates']['labels'];

const fact = (label: Label, value: ReactNode): Fact => ({ label: said().labels[label], value });
const some = (label: Label, value: ReactNode | undefined): readonly Fact[] =>
  value === undefined ? [] : [fact(label, value)];

const countOf = (entity: Entity, { inventory }: ThingContext, kind: Kind): string =>
  String(childrenOf(inventory, entity.id).filter((child) => child.kind === kind).length);

function space({ spec }: EntityOf<'rack'>, devices: ThingContext['devices']): string {
  return devices === null ? '–' : said().space(unitsUsed(devices), unitsText(spec.heightU));
}

type Plates = {
  readonly [K in FacilityKind]: (entity: EntityOf<K>, context: ThingContext) => readonly Fact[];
};

const plates: Plates = {
  site: (site, context) => [
    fact('place', site.spec.location ?? '–'),
    fact('timezone', site.spec.timezone),
    fact('climate', said().climates[site.spec.climate]),
    fact('pue', said().pueCategories[site.spec.pueCategory]),
    fact('heatReuse', percent(100 * site.spec.heatReuse)),
    fact('rooms', countOf(site, context, 'room')),
  ],
  room: (room, context) => [
    fact('size', `${metres(room.spec.width)} × ${metres(room.spec.depth)} × ${metres(room.spec.height)}`),
    fact('envelope', said().envelope(room.spec.envelope)),
    fact('cooling', said().coolingUnits(countOf(room, context, 'crac'))),
  ],
  row: (row, context) => [
    fact('containment', said().containments[row.spec.containment]),
    fact('racks', countOf(row, context, 'rack')),
  ],
  rack: (rack, context) => [
    fact('space', space(rack, context.devices)),
    fact('rated', kilowatts(rack.spec.ratedPower)),
    fact('faces', said().facings[rack.spec.facing]),
  ],
  device: ({ spec }) => [
    fact('model', spec.model),
    fact('kind', text().rack.category[spec.category]),
    fact('slot', said().slot(spec.slot.position, unitsText(spec.slot.height), spec.slot.face)),
    fact('power', said().devicePower(watts(spec.idlePower), watts(spec.ratedPower))),
    fact('supplies', said().supplies(spec.psus, spec.feed)),
    ...some('serial', spec.serial),
  ],
  pdu: ({ spec }) => [
    fact('model', spec.model),
    fact('feed', spec.feed),
    fact('rated', kilowatts(spec.ratedPower)),
    fact('breaker', said().breaker(amperes(spec.breaker), spec.phases)),
  ],
  utility: ({ spec }) => [
    fact('grid', `${volts(spec.voltage)}, ${hertz(spec.frequency)}`),
    fact('carbon', withUnit(numberText(spec.carbonIntensity, 2), 'kg/kWh')),
  ],
  transformer: ({ spec }) => [fact('model', spec.model), fact('rated', kilowatts(spec.ratedPower))],
  genset: ({ spec }) => [
    fact('model', spec.model),
    fact('rated', kilowatts(spec.ratedPower)),
    fact('tank', said().tank(litres(spec.tank), withUnit(numberText(spec.burn, 0), 'L/h'))),
    fact('start', said().start(spanText(spec.startDelay + spec.crankTime + spec.warmUp), spec.crankTries)),
    fact('coolDown', spanText(spec.cooldown)),
  ],
  ats: ({ spec }) => [
    fact('model', spec.model),
    fact('rated', kilowatts(spec.ratedPower)),
    fact('transfer', withUnit(numberText(spec.transferTime, 1), 's')),
    fact('goesBack', said().goesBack(spanText(spec.retransferDelay))),
  ],
  ups: ({ spec }) => [
    fact('model', spec.model),
    fact('rated', kilowatts(spec.ratedPower)),
    fact('conversion', said().conversions[spec.losses]),
  ],
  battery: ({ spec }) => [
    fact('model', spec.model),
    fact('string', said().string(spec.cells, ampereHours(spec.capacity))),
    fact('newCell', milliohms(spec.resistance)),
    fact('age', said().age(years(spec.age), years(spec.designLife))),
  ],
  panel: ({ spec }) => [
    fact('model', spec.model),
    fact('rated', kilowatts(spec.ratedPower)),
    fact('kind', said().panels[spec.losses]),
  ],
  crac: ({ spec }) => [
    fact('model', spec.model),
    fact('holds', said().holdsAir(celsius(spec.setpoint), spec.control)),
    fact('capacity', kilowatts(spec.ratedCooling)),
    fact('coil', said().coil(spec.coil === 'compressor' ? spec.stages : null)),
    ...some('fans', spec.fanPower === undefined ? undefined : kilowatts(spec.fanPower)),
    fact('humidifier', said().humidifiers[spec.humidifier]),
  ],
  chiller: ({ spec }) => [
    fact('model', spec.model),
    fact('holds', said().holdsWater(celsius(spec.setpoint))),
    fact('capacity', kilowatts(spec.ratedCooling)),
    fact('condenser', said().condenser(spec.condenser, numberText(spec.performance, 1))),
    fact('buffer', litres(spec.buffer)),
    fact('restart', spanText(spec.restart)),
    fact('economiser', said().economisers[spec.economiser]),
    ...some('pumps', spec.pumpPower === undefined ? undefined : kilowatts(spec.pumpPower)),
  ],
  sensor: ({ id, spec }, context) => [
    { label: text().metrics[spec.metric], value: context.mainValue },
    fact('place', spec.place),
    ...some(
      'position',
      spec.position === undefined ? undefined : `${metres(spec.position.x)}, ${metres(spec.position.y)}`,
    ),
    fact('source', said().speakers[spec.source]),
    fact('lastRead', <LiveAge sensor={id} className="text-12" />),
  ],
};

const isOfMachines = (entity: Entity): entity is Extract<Entity, { kind: MachineKind }> =>
  isMachineKind(entity.kind);

export function plateFacts(entity: Entity, context: ThingContext): readonly Fact[] {
  if (isOfMachines(entity)) return machinePlateFacts(entity, context.inventory);
  // The table has one entry per kind; TypeScript cannot pair them by itself.
  const plate = plates[entity.kind] as (entity: Entity, context: ThingContext) => readonly Fact[];
  return plate(entity, context);
}
