import type { CommandInput } from '../../../sim/contract/commands.ts';
import { readPoint, setpointOf, stateWordOf, type Device } from './device.ts';
import type { ChoiceRow, DeviceMap, PointRow, TenthsRow } from './device-map.ts';
import { exceptions, type Exception } from './faults.ts';
import { maps } from './maps.table.ts';
import { slotTable, type ModbusKind } from './slots.table.ts';

export type RegisterTable = 'holding' | 'input';

type Cell =
  | { readonly kind: 'float'; readonly row: PointRow; readonly half: 'high' | 'low' }
  | { readonly kind: 'tenths'; readonly row: TenthsRow }
  | { readonly kind: 'choice'; readonly row: ChoiceRow };
type Cells = ReadonlyMap<number, Cell>;

const cellsOf = (map: DeviceMap): Record<RegisterTable, Cells> => {
  const floats = map.points.flatMap((row): [number, Cell][] => [
    [row.at, { kind: 'float', row, half: 'high' }],
    [row.at + 1, { kind: 'float', row, half: 'low' }],
  ]);
  const tenths = map.tenths.map((row): [number, Cell] => [row.at, { kind: 'tenths', row }]);
  const choices = map.choices.map((row): [number, Cell] => [row.at, { kind: 'choice', row }]);
  return { input: new Map(floats), holding: new Map([...floats, ...tenths, ...choices]) };
};

const kinds = Object.keys(slotTable) as ModbusKind[];
const layouts = Object.fromEntries(kinds.map((kind) => [kind, cellsOf(maps[kind])])) as Readonly<
  Record<ModbusKind, Readonly<Record<RegisterTable, Cells>>>
>;

/** What a float register pair says where the device has no such reading: NaN. */
const noFloat = 0x7fc0_0000;
/** The same in a single register, signed and unsigned. */
const noTenths = 0x8000;
const noChoice = 0xffff;

export type Span = { readonly from: number; readonly count: number };

export function readRegisters(device: Device, table: RegisterTable, span: Span): Buffer | Exception {
  const cells = layouts[device.entity.kind][table];
  const bytes = Buffer.alloc(span.count * 2);
  // Both halves of a float come from one reading.
  let pair: { readonly row: PointRow | null; readonly bits: number } = { row: null, bits: noFloat };
  for (let n = 0; n < span.count; n += 1) {
    const cell = cells.get(span.from + n);
    if (cell === undefined) return exceptions.illegalAddress;
    if (cell.kind === 'float' && pair.row !== cell.row) {
      pair = { row: cell.row, bits: floatBits(device, cell.row) };
    }
    bytes.writeUInt16BE(wordAt(device, cell, pair.bits), n * 2);
  }
  return bytes;
}

function wordAt(device: Device, cell: Cell, pair: number): number {
  switch (cell.kind) {
    case 'float':
      return cell.half === 'high' ? pair >>> 16 : pair & 0xffff;
    case 'tenths': {
      const held = setpointOf(device);
      return held === null ? noTenths : Math.round(held * 10) & 0xffff;
    }
    case 'choice': {
      const word = stateWordOf(device, 'state');
      return cell.row.choices.find(({ words }) => words.includes(word ?? ''))?.value ?? noChoice;
    }
    default:
      return cell satisfies never;
  }
}

function floatBits(device: Device, { metric, place, spec }: PointRow): number {
  const value = spec === undefined ? readPoint(device, metric, place) : setpointOf(device);
  if (value === null || !Number.isFinite(value)) return noFloat;
  const bytes = Buffer.alloc(4);
  bytes.writeFloatBE(value);
  return bytes.readUInt32BE();
}

/** What a write asks of the world, all of it checked before anything is done. */
export function planWrite(device: Device, from: number, words: Buffer): readonly CommandInput[] | Exception {
  const cells = layouts[device.entity.kind].holding;
  const plan: CommandInput[] = [];
  for (let n = 0; n < words.length / 2;) {
    const cell = cells.get(from + n);
    if (cell === undefined || (cell.kind === 'float' && cell.row.spec === undefined)) {
      return exceptions.illegalAddress;
    }
    const size = cell.kind === 'float' ? 4 : 2;
    const command = commandFor(device, cell, words.subarray(n * 2, n * 2 + size));
    if (command === null) return exceptions.illegalValue;
    plan.push(command);
    n += size / 2;
  }
  return plan;
}

/** Null for a value that the register cannot take, half a float among them. */
function commandFor({ entity: { id } }: Device, cell: Cell, words: Buffer): CommandInput | null {
  switch (cell.kind) {
    case 'float': {
      if (cell.half === 'low' || words.length < 4) return null;
      const value = words.readFloatBE();
      // A float of four bytes knows seven digits; what follows them is not the operator's.
      return Number.isFinite(value) ? holding(id, Math.round(value * 1000) / 1000) : null;
    }
    case 'tenths': {
      const value = words.readInt16BE();
      return value === -0x8000 ? null : holding(id, value / 10);
    }
    case 'choice': {
      const choice = cell.row.choices.find(({ value }) => value === words.readUInt16BE());
      return choice === undefined ? null : { type: 'plant.order', target: id, verb: choice.verb };
    }
    default:
      return cell satisfies never;
  }
}

const holding = (id: Device['entity']['id'], setpoint: number): CommandInput => ({
  type: 'inventory.change',
  id,
  spec: { setpoint },
});
