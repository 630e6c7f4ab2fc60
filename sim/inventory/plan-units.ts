import type { Kind } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import { planCellMonitor } from './plan-book.ts';
import type { PlanBook, RoomPlan, SitePlan } from './plan-book.ts';

type UnitPlan = { readonly name: string; readonly sensors: SitePlan['sensors'] } & Record<string, unknown>;
type Place = {
  readonly kind: Kind;
  readonly parent: EntityId;
  readonly where: string;
  /** What it is linked to besides what feeds it. */
  readonly cools?: readonly EntityId[];
};

/** One unit of the power or cooling chain, under its name for those that come after it. */
function planUnit(book: PlanBook, unit: UnitPlan, { kind, parent, where, cools }: Place): EntityId {
  const { name, sensors, fedBy, cools: _, batteries: __, leakRope: ___, ...spec } = unit;
  const feeders = book.unitsNamed((fedBy ?? []) as readonly string[], `${where}.fedBy`);
  const links = {
    ...(feeders.length === 0 ? {} : { fedBy: feeders }),
    ...(cools === undefined || cools.length === 0 ? {} : { cools }),
  };
  const id = book.add({ kind, name, parent, spec, links });
  book.units.set(name, id);
  book.sensors(sensors, { id, kind });
  return id;
}

/** The site's own chain, from the grid to the transfer switches. */
export function planSiteUnits(book: PlanBook, site: SitePlan, place: { id: EntityId; where: string }): void {
  const { id: parent, where } = place;
  const each = (units: readonly UnitPlan[], kind: Kind, list: string): void => {
    units.forEach((unit, at) => planUnit(book, unit, { kind, parent, where: `${where}.${list}[${at}]` }));
  };
  each(site.utilities, 'utility', 'utilities');
  each(site.transformers, 'transformer', 'transformers');
  each(site.gensets, 'genset', 'gensets');
  each(site.atses, 'ats', 'atses');
}

export type RoomPlace = { readonly room: RoomPlan; readonly id: EntityId; readonly where: string };

/** UPSes of every room come before panels and rows, so that anything on the site can name them. */
export function planUpses(book: PlanBook, { room, id, where }: RoomPlace): void {
  for (const [at, ups] of room.upses.entries()) {
    const upsId = planUnit(book, ups, { kind: 'ups', parent: id, where: `${where}.upses[${at}]` });
    for (const battery of ups.batteries) {
      const string = planUnit(book, battery, { kind: 'battery', parent: upsId, where: '' });
      if (battery.sensors === 'usual') planCellMonitor(book, string, battery.cells);
    }
  }
}

export function planPanels(book: PlanBook, { room, id, where }: RoomPlace): void {
  for (const [at, panel] of room.panels.entries())
    planUnit(book, panel, { kind: 'panel', parent: id, where: `${where}.panels[${at}]` });
}

export function planCracs(book: PlanBook, { room, id, where }: RoomPlace): void {
  for (const [at, crac] of room.cracs.entries()) {
    const unit = planUnit(book, crac, {
      kind: 'crac',
      parent: id,
      cools: [id],
      where: `${where}.cracs[${at}]`,
    });
    if (crac.leakRope !== undefined) book.sensors(leakRope(crac.leakRope), { id: unit, kind: 'crac' });
  }
}

/** A locating rope is two sensors at one place: the one knows its course, the other tells how far along it is wet. */
const leakRope = (
  path: NonNullable<RoomPlan['cracs'][number]['leakRope']>,
): Exclude<SitePlan['sensors'], 'usual'> => [
  { metric: 'leak', place: 'rope', path },
  { metric: 'leak-distance', place: 'rope' },
];

export function planChillers(book: PlanBook, site: SitePlan, place: { id: EntityId; where: string }): void {
  for (const [at, chiller] of site.chillers.entries()) {
    const where = `${place.where}.chillers[${at}]`;
    const cools = book.unitsNamed(chiller.cools, `${where}.cools`);
    planUnit(book, chiller, { kind: 'chiller', parent: place.id, cools, where });
  }
}
