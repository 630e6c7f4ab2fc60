import { commandSchema } from '../contract/commands.ts';
import type { Command } from '../contract/commands.ts';
import type { EntityId } from '../contract/ids.ts';
import type { LabFile } from '../contract/lab-file.ts';
import { accepted, refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { createPlanBook } from './plan-book.ts';
import type { PlanBook, SitePlan } from './plan-book.ts';
import { planCloud, planDatacenter, planUcs } from './plan-datacenters.ts';
import type { MachinePlace } from './plan-datacenters.ts';
import { planRow } from './plan-racks.ts';
import { shelveDevices } from './plan-realm.ts';
import { planChillers, planCracs, planPanels, planSiteUnits, planUpses } from './plan-units.ts';
import type { RoomPlace } from './plan-units.ts';

/** What is decided at the lab's birth: its name, and lab time at its first second (the file's `start`, read by the host). */
export type LabBirth = { readonly name: string; readonly epoch: number };

/** How many entities one command carries: small enough to be judged quickly, large enough to be few. */
const batch = 500;

/**
 * The commands that build a lab file's world, to be sent through the door in order.
 * Ids are given here, so nothing has to be awaited in between.
 */
export function planLab(file: LabFile, { name, epoch }: LabBirth): Result<Command[]> {
  const book = createPlanBook(file.spec.rackTemplates);
  for (const [at, site] of file.spec.sites.entries()) planSite(book, site, `spec.sites[${at}]`);
  const scenarios = file.spec.scenarios.map((plan, at) =>
    scenarioCommand(book, plan, `spec.scenarios[${at}]`),
  );
  const problem = book.problem();
  if (problem !== undefined) return { ok: false, refusal: problem };
  const found = commandSchema.parse({ type: 'lab.found', name, seed: file.spec.seed, epoch });
  const commands: Command[] = [found];
  for (let from = 0; from < book.items.length; from += batch) {
    commands.push({ type: 'inventory.create-many', items: book.items.slice(from, from + batch) });
  }
  commands.push(...book.commands);
  return accepted([...commands, ...scenarios.flatMap((command) => command ?? [])]);
}

function planSite(book: PlanBook, site: SitePlan, where: string): void {
  const {
    name,
    rooms,
    sensors,
    utilities: _,
    transformers: __,
    gensets: ___,
    atses: ____,
    chillers: _____,
    datacenters: _d,
    clouds: _cl,
    ucsDomains: _uc,
    ...spec
  } = site;
  book.units.clear();
  const from = book.items.length;
  const id = book.add({ kind: 'site', name, parent: null, spec });
  book.sensors(sensors, { id, kind: 'site' });
  planSiteUnits(book, site, { id, where });
  const places = rooms.map((room, at): RoomPlace => {
    const { name: roomName, cracs: _c, upses: _u, panels: _p, sensors: inside, rows: _r, ...roomSpec } = room;
    const roomId = book.add({ kind: 'room', name: roomName, parent: id, spec: roomSpec });
    book.sensors(inside, { id: roomId, kind: 'room' });
    return { room, id: roomId, where: `${where}.rooms[${at}]` };
  });
  for (const place of places) planUpses(book, place);
  for (const place of places) planPanels(book, place);
  for (const place of places) planCracs(book, place);
  planChillers(book, site, { id, where });
  for (const place of places) {
    for (const [at, row] of place.room.rows.entries())
      planRow(book, { row, room: place.id, where: `${place.where}.rows[${at}]` });
  }
  planMachinery(book, site, { site: id, where, devices: shelveDevices(book, from) });
}

function planMachinery(book: PlanBook, site: SitePlan, place: MachinePlace): void {
  const at = (list: string, n: number): MachinePlace => ({ ...place, where: `${place.where}.${list}[${n}]` });
  for (const [n, plan] of site.datacenters.entries()) planDatacenter(book, plan, at('datacenters', n));
  for (const [n, plan] of site.clouds.entries()) planCloud(book, plan, at('clouds', n));
  for (const [n, plan] of site.ucsDomains.entries()) planUcs(book, plan, at('ucsDomains', n));
}

type ScenarioPlan = LabFile['spec']['scenarios'][number];

function scenarioCommand(book: PlanBook, plan: ScenarioPlan, where: string): Command | null {
  const target = targetNamed(book, plan.target, `${where}.target`);
  if (target === null) return null;
  const { at, scenario, target: _, ...rest } = plan;
  return commandSchema.parse({ type: 'scenario.run', name: scenario, target, delay: at, ...rest });
}

/** `A01`, or `rack A01` where a name alone says too little. */
function targetNamed(book: PlanBook, text: string, where: string): EntityId | null {
  const found = book.items.filter((item) => item.name === text || `${item.kind} ${item.name}` === text);
  const [first, second] = found;
  if (first?.id !== undefined && second === undefined) return first.id;
  const refusal =
    first === undefined
      ? refused('unknown-entity', `Nothing in this file is named ${text}`, { where })
      : refused('invalid-input', `${found.length} things are named ${text}`, {
          where,
          hint: `Say which: ${[...new Set(found.map((item) => item.kind))].map((kind) => `${kind} ${text}`).join(', ')}.`,
        });
  if (!refusal.ok) book.wrong(refusal.refusal);
  return null;
}
