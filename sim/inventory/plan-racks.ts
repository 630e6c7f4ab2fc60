import type { EntityId } from '../contract/ids.ts';
import type { RackTemplate } from '../contract/lab-file.ts';
import { refused } from '../contract/result.ts';
import type { PlanBook, RowPlan } from './plan-book.ts';

export type RowPlace = { readonly row: RowPlan; readonly room: EntityId; readonly where: string };

export function planRow(book: PlanBook, { row, room, where }: RowPlace): void {
  const { racks } = row;
  const template = book.templates[racks.template];
  if (template === undefined) return noTemplate(book, racks.template, where);
  const feeders = book.unitsNamed(racks.fedBy, `${where}.racks.fedBy`);
  const rowId = book.add({
    kind: 'row',
    name: row.name,
    parent: room,
    spec: { containment: row.containment },
  });
  for (let n = 0; n < racks.count; n += 1) {
    const position = { x: round(racks.at.x + n * racks.pitch), y: racks.at.y };
    const name = `${row.name}${String(racks.first + n).padStart(2, '0')}`;
    const rack = planRack(book, { template, name, row: rowId, position, facing: racks.facing, feeders });
    for (const extra of racks.extra) {
      if (extra.rack !== name) continue;
      for (const device of extra.devices) planDevices(book, { device, rack, rackName: name });
    }
  }
  const last = racks.first + racks.count - 1;
  for (const [at, { rack }] of racks.extra.entries()) {
    const number = rack.startsWith(row.name) ? Number(rack.slice(row.name.length)) : Number.NaN;
    if (number >= racks.first && number <= last) continue;
    noRack(
      book,
      `${rack}: row ${row.name} has ${racks.first} to ${last}`,
      `${where}.racks.extra[${at}].rack`,
    );
  }
}

function noRack(book: PlanBook, what: string, where: string): void {
  const refusal = refused('not-found', `There is no rack ${what}`, {
    where,
    hint: 'A rack is named by its row and its number: A01.',
  });
  if (!refusal.ok) book.wrong(refusal.refusal);
}

function noTemplate(book: PlanBook, name: string, where: string): void {
  const known = Object.keys(book.templates).join(', ');
  const refusal = refused('not-found', `There is no rack template ${name}`, {
    where: `${where}.racks.template`,
    hint: `This file has: ${known === '' ? 'none' : known}.`,
  });
  if (!refusal.ok) book.wrong(refusal.refusal);
}

/** Millimetres are exact enough, and 0.1 + 0.2 stays readable. */
const round = (metres: number): number => Math.round(metres * 1000) / 1000;

type RackPlan = {
  readonly template: RackTemplate;
  readonly name: string;
  readonly row: EntityId;
  readonly position: { readonly x: number; readonly y: number };
  readonly facing: string;
  readonly feeders: readonly EntityId[];
};

function planRack(book: PlanBook, { template, name, row, position, facing, feeders }: RackPlan): EntityId {
  const { devices, pdus, sensors, ...spec } = template;
  const rack = book.add({ kind: 'rack', name, parent: row, spec: { position, facing, ...spec } });
  for (const device of devices) planDevices(book, { device, rack, rackName: name });
  for (const pdu of pdus) {
    const { name: pduName, sensors: own, ...pduSpec } = pdu;
    const feeder = feeders[pdu.feed === 'A' ? 0 : 1];
    const id = book.add({
      kind: 'pdu',
      name: pduName.replaceAll('{rack}', name),
      parent: rack,
      spec: pduSpec,
      links: feeder === undefined ? {} : { fedBy: [feeder] },
    });
    book.sensors(own ?? [{ metric: 'power', place: 'middle' }], { id, kind: 'pdu' });
  }
  book.sensors(sensors, { id: rack, kind: 'rack' });
  return rack;
}

type DevicePlan = {
  readonly device: RackTemplate['devices'][number];
  readonly rack: EntityId;
  readonly rackName: string;
};

function planDevices(book: PlanBook, { device, rack, rackName }: DevicePlan): void {
  const { name, count, slot, ...spec } = device;
  for (let n = 0; n < count; n += 1) {
    book.add({
      kind: 'device',
      name: name
        .replaceAll('{rack}', rackName.toLowerCase())
        .replaceAll('{n}', String(n + 1).padStart(2, '0')),
      parent: rack,
      spec: { ...spec, slot: { ...slot, position: slot.position + n * slot.height } },
    });
  }
}
