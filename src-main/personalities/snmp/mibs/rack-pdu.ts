/** The rPDU2 branch of APC's PowerNet-MIB. */
import type { EntityOf } from '../../../../sim/contract/entities.ts';
import type { EntityId } from '../../../../sim/contract/ids.ts';
import { stateWords } from '../../../../sim/contract/state-words.table.ts';
import { cell, scalar } from '../mib.ts';
import type { MibEntry } from '../mib.ts';
import { oidOf } from '../wire/oid.ts';
import { integerOf, textOf } from '../wire/values.ts';
import type { SnmpValue } from '../wire/values.ts';
import { lines, middle, powerOnLine } from './lines.ts';
import type { Line } from './lines.ts';
import { given, readPoint } from '../readings.ts';
import { outletsOf } from './outlets.ts';
import type { Outlet } from './outlets.ts';
import type { Scope } from './scope.ts';
import { locationOf } from './system.ts';

const root = oidOf('1.3.6.1.4.1.318.1.1.26');
const tables = {
  ident: [2, 1],
  properties: [4, 2, 1],
  status: [4, 3, 1],
  phaseProperties: [6, 2, 1],
  phaseStatus: [6, 3, 1],
  outletProperties: [9, 2, 2, 1],
  outletStatus: [9, 2, 3, 1],
} as const;
/** How many rows: of ident, devices, phases, banks, switched and metered outlets. */
const sizes = {
  ident: [1],
  devices: [3],
  phases: [5],
  banks: [7],
  outlets: [9, 1],
  metered: [9, 3],
} as const;

const loadState = { normal: 2, nearOverload: 3, overload: 4 } as const;
/** Share of a rating that may be drawn for hours: the 80 % rule of the NEC. */
const nearPercent = 80;
const outletState = { off: 1, on: 2 } as const;
const noCommandPending = 2;
/** This unit is its group's only one. */
const module = 1;

type Pdu = Scope<EntityOf<'pdu'>>;
type Column = readonly [number, SnmpValue | (() => SnmpValue | null)];

export function rackPduObjects(scope: Pdu): MibEntry[] {
  const phases = phasesOf(scope.device);
  const outlets = outletsOf(scope.world, scope.device);
  return [
    ...size(sizes.ident, 1),
    ...size(sizes.devices, 1),
    ...size(sizes.phases, phases.length),
    ...size(sizes.banks, 0),
    ...size(sizes.outlets, outlets.length),
    ...size(sizes.metered, 0),
    ...row(tables.ident, 1, identity(scope)),
    ...row(tables.properties, 1, properties(scope, { phases: phases.length, outlets: outlets.length })),
    ...row(tables.status, 1, status(scope)),
    ...phases.flatMap((line, at) => phase(scope, { line, on: phases, number: at + 1 })),
    ...outlets.flatMap((outlet, at) => outletRows(scope, { outlet, phases: phases.length, number: at + 1 })),
  ];
}

const size = (of: readonly number[], rows: number): MibEntry[] => [
  scalar([...root, ...of], () => integerOf(rows)),
];

const row = (table: readonly number[], index: number, columns: readonly Column[]): MibEntry[] =>
  columns.map(([number, value]) =>
    cell([...root, ...table, number], [index], typeof value === 'function' ? value : () => value),
  );

const hundredths = (kilowatts: number): SnmpValue => integerOf(kilowatts * 100);

const phasesOf = ({ spec }: EntityOf<'pdu'>): readonly Line[] =>
  spec.phases === 'three' ? lines : [spec.phases];

function identity(scope: Pdu): Column[] {
  const { device } = scope;
  return [
    [1, integerOf(1)],
    [2, integerOf(module)],
    [3, textOf(device.name)],
    [4, textOf(rackPlace(scope))],
    [5, textOf('simulated')],
    [6, textOf('simulated')],
    [8, textOf(device.spec.model)],
    [9, textOf(device.id)],
    [10, textOf('')],
  ];
}

function rackPlace(scope: Pdu): string {
  const rack = scope.device.parent === null ? undefined : scope.world.inventory.get(scope.device.parent);
  return [locationOf(scope), rack?.name ?? ''].filter((level) => level !== '').join('/');
}

type Numbers = { readonly phases: number; readonly outlets: number };

function properties({ device }: Pdu, { phases, outlets }: Numbers): Column[] {
  const { breaker, ratedPower } = device.spec;
  return [
    [1, integerOf(1)],
    [2, integerOf(module)],
    [3, textOf(device.name)],
    [4, integerOf(outlets)],
    [5, integerOf(outlets)],
    [6, integerOf(0)],
    [7, integerOf(phases)],
    [8, integerOf(0)],
    [9, integerOf(breaker)],
    [12, integerOf(breaker)],
    [13, integerOf(ratedPower * 10)],
  ];
}

const loadStateOf = (percent: number): SnmpValue => {
  if (percent >= 100) return integerOf(loadState.overload);
  return integerOf(percent >= nearPercent ? loadState.nearOverload : loadState.normal);
};

function status({ points, device }: Pdu): Column[] {
  const point = (metric: 'load' | 'power' | 'energy') => () =>
    readPoint(points, device.id, { metric, place: middle });
  const [load, power, energy] = [point('load'), point('power'), point('energy')];
  return [
    [1, integerOf(1)],
    [2, integerOf(module)],
    [3, textOf(device.name)],
    [4, () => given(load(), loadStateOf)],
    [5, () => given(power(), hundredths)],
    [9, () => given(energy(), (value) => integerOf(value * 10))],
    [11, integerOf(noCommandPending)],
  ];
}

type Phase = { readonly line: Line; readonly on: readonly Line[]; readonly number: number };

function phase({ points, device }: Pdu, { line, on, number }: Phase): MibEntry[] {
  const point = (metric: 'current' | 'voltage'): number | null =>
    readPoint(points, device.id, { metric, place: line }) ??
    // Only a unit of one phase has nothing else in the middle.
    (on.length === 1 ? readPoint(points, device.id, { metric, place: middle }) : null);
  const kilowatts = (): number | null => {
    const [amperes, volts] = [point('current'), point('voltage')];
    // Its own current says more of a phase than a share of the whole.
    if (on.length > 1 && amperes !== null && volts !== null) return (amperes * volts) / 1000;
    return powerOnLine(points, device.id, { line, on });
  };
  const { breaker } = device.spec;
  const names: Column[] = [
    [1, integerOf(number)],
    [2, integerOf(module)],
    [3, integerOf(number)],
  ];
  return [
    ...row(tables.phaseProperties, number, names),
    ...row(tables.phaseStatus, number, [
      ...names,
      [4, () => given(point('current'), (amperes) => loadStateOf((100 * amperes) / breaker))],
      [5, () => given(point('current'), (amperes) => integerOf(amperes * 10))],
      [6, () => given(point('voltage'), integerOf)],
      [7, () => given(kilowatts(), hundredths)],
    ]),
  ];
}

type Plugged = { readonly outlet: Outlet; readonly phases: number; readonly number: number };

function outletRows({ points, device }: Pdu, { outlet, phases, number }: Plugged): MibEntry[] {
  const names: Column[] = [
    [1, integerOf(number)],
    [2, integerOf(module)],
    [3, textOf(outlet.device)],
    [4, integerOf(number)],
  ];
  // seqPhase1ToNeutral and on.
  const phaseLayout = (outlet.turn % phases) + 1;
  return [
    ...row(tables.outletProperties, number, [...names, [5, integerOf(phaseLayout)]]),
    ...row(tables.outletStatus, number, [
      ...names,
      [
        5,
        () => given(isEnergised(points, device.id), (on) => integerOf(on ? outletState.on : outletState.off)),
      ],
      [6, integerOf(noCommandPending)],
    ]),
  ];
}

/** 1 or 0; null where the unit says nothing of itself. */
function isEnergised(points: Pdu['points'], device: EntityId): number | null {
  const state = readPoint(points, device, { metric: 'state', place: middle });
  return given(state, (value) => (stateWords.pdu[Math.round(value)] === 'energised' ? 1 : 0));
}
