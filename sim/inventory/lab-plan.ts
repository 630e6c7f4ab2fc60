import { commandSchema } from '../contract/commands.ts';
import type { Command, NewEntity } from '../contract/commands.ts';
import type { Kind } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import type { LabFile, RackTemplate } from '../contract/lab-file.ts';
import { accepted, refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';

type Site = LabFile['spec']['sites'][number];
type Room = Site['rooms'][number];
type Row = Room['rows'][number];
type SensorPlan = Site['sensors'][number];
type Item = Record<string, unknown> & {
  readonly kind: Kind;
  readonly name: string;
  readonly parent: EntityId | null;
};

type Plan = {
  readonly templates: Readonly<Record<string, RackTemplate>>;
  readonly add: (item: Item) => EntityId;
  /** UPSes by name, for racks that name what feeds them. */
  readonly upses: Map<string, EntityId>;
};

/** What is decided at the lab's birth: its name, and lab time at its first second (the file's `start`, read by the host). */
export type LabBirth = { readonly name: string; readonly epoch: number };

/** How many entities one command carries: small enough to be judged quickly, large enough to be few. */
const batch = 500;

/**
 * The commands that build a lab file's world, to be sent through the door in order.
 * Ids are given here, so nothing has to be awaited in between.
 */
export function planLab(file: LabFile, { name, epoch }: LabBirth): Result<Command[]> {
  const items: NewEntity[] = [];
  const counters = new Map<Kind, number>();
  const add = (item: Item): EntityId => {
    const number = (counters.get(item.kind) ?? 0) + 1;
    counters.set(item.kind, number);
    const id = `${item.kind}-${number}` as EntityId;
    items.push({ links: {}, aliases: {}, ...item, id } as unknown as NewEntity);
    return id;
  };
  const plan: Plan = { templates: file.spec.rackTemplates, add, upses: new Map() };
  for (const [at, site] of file.spec.sites.entries()) {
    const planned = planSite(plan, site, `spec.sites[${at}]`);
    if (!planned.ok) return planned;
  }
  const found = commandSchema.parse({ type: 'lab.found', name, seed: file.spec.seed, epoch });
  const commands: Command[] = [found];
  for (let from = 0; from < items.length; from += batch) {
    commands.push({ type: 'inventory.create-many', items: items.slice(from, from + batch) });
  }
  return accepted(commands);
}

function planSite(plan: Plan, site: Site, where: string): Result<null> {
  const { name, rooms, sensors, ...spec } = site;
  const id = plan.add({ kind: 'site', name, parent: null, spec });
  planSensors(plan, sensors, id);
  const ids = rooms.map((room) => planUnits(plan, room, id));
  for (const [at, room] of rooms.entries()) {
    for (const [rowAt, row] of room.rows.entries()) {
      const planned = planRow(plan, {
        row,
        room: ids[at] as EntityId,
        where: `${where}.rooms[${at}].rows[${rowAt}]`,
      });
      if (!planned.ok) return planned;
    }
  }
  return accepted(null);
}

/** Units come before rows, so that racks anywhere on the site can name the UPS that feeds them. */
function planUnits(plan: Plan, room: Room, site: EntityId): EntityId {
  const { name, cracs, upses, sensors, rows: _, ...spec } = room;
  const id = plan.add({ kind: 'room', name, parent: site, spec });
  planSensors(plan, sensors, id);
  for (const ups of upses) {
    const { name: upsName, sensors: inside, ...upsSpec } = ups;
    const upsId = plan.add({ kind: 'ups', name: upsName, parent: id, spec: upsSpec });
    plan.upses.set(upsName, upsId);
    planSensors(plan, inside, upsId);
  }
  for (const crac of cracs) {
    const { name: cracName, sensors: inside, ...cracSpec } = crac;
    const cracId = plan.add({
      kind: 'crac',
      name: cracName,
      parent: id,
      spec: cracSpec,
      links: { cools: [id] },
    });
    planSensors(plan, inside, cracId);
  }
  return id;
}

type RowPlan = { readonly row: Row; readonly room: EntityId; readonly where: string };

function planRow(plan: Plan, { row, room, where }: RowPlan): Result<null> {
  const { racks } = row;
  const template = plan.templates[racks.template];
  if (template === undefined) {
    const known = Object.keys(plan.templates).join(', ');
    return refused('not-found', `There is no rack template ${racks.template}`, {
      where: `${where}.racks.template`,
      hint: `This file has: ${known === '' ? 'none' : known}.`,
    });
  }
  const feeders: EntityId[] = [];
  for (const ups of racks.fedBy) {
    const id = plan.upses.get(ups);
    if (id === undefined)
      return refused('not-found', `There is no UPS ${ups}`, { where: `${where}.racks.fedBy` });
    feeders.push(id);
  }
  const rowId = plan.add({
    kind: 'row',
    name: row.name,
    parent: room,
    spec: { containment: row.containment },
  });
  for (let n = 0; n < racks.count; n += 1) {
    const position = { x: round(racks.at.x + n * racks.pitch), y: racks.at.y };
    const name = `${row.name}${String(racks.first + n).padStart(2, '0')}`;
    planRack(plan, { template, name, row: rowId, position, facing: racks.facing, feeders });
  }
  return accepted(null);
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

function planRack(plan: Plan, { template, name, row, position, facing, feeders }: RackPlan): void {
  const { devices, pdus, sensors, ...spec } = template;
  const rack = plan.add({ kind: 'rack', name, parent: row, spec: { position, facing, ...spec } });
  for (const device of devices) planDevices(plan, { device, rack, rackName: name });
  for (const pdu of pdus) {
    const { name: pduName, ...pduSpec } = pdu;
    const feeder = feeders[pdu.feed === 'A' ? 0 : 1];
    const id = plan.add({
      kind: 'pdu',
      name: pduName.replaceAll('{rack}', name),
      parent: rack,
      spec: pduSpec,
      links: feeder === undefined ? {} : { fedBy: [feeder] },
    });
    planSensors(plan, [{ metric: 'power', place: 'middle' }], id);
  }
  planSensors(plan, sensors, rack);
}

type DevicePlan = {
  readonly device: RackTemplate['devices'][number];
  readonly rack: EntityId;
  readonly rackName: string;
};

function planDevices(plan: Plan, { device, rack, rackName }: DevicePlan): void {
  const { name, count, slot, ...spec } = device;
  for (let n = 0; n < count; n += 1) {
    plan.add({
      kind: 'device',
      name: name
        .replaceAll('{rack}', rackName.toLowerCase())
        .replaceAll('{n}', String(n + 1).padStart(2, '0')),
      parent: rack,
      spec: { ...spec, slot: { ...slot, position: slot.position + n * slot.height } },
    });
  }
}

function planSensors(plan: Plan, sensors: readonly SensorPlan[], parent: EntityId): void {
  for (const { name, metric, place } of sensors) {
    const usual = place.endsWith('middle') && !place.startsWith('rear');
    plan.add({
      kind: 'sensor',
      name: name ?? (usual ? metric : `${metric} ${place}`),
      parent,
      spec: { metric, place, source: 'bot' },
    });
  }
}
