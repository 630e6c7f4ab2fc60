import type { Picture, RoomPicture, UnitPicture } from './advisor.ts';
import { figures } from './figures.table.ts';
import type { Finding } from './finding.ts';
import { at1, isCalm, running } from './sayings.ts';

/** One unit stands idle while its neighbours blow hard: the same air from more fans costs far less. */
export function shareAir({ rooms }: Picture): Finding[] {
  return rooms.flatMap((room) => {
    const idle = room.units.find(({ state }) => state === 'off');
    const working = running(room);
    if (idle === undefined || working.length === 0 || !isCalm(room)) return [];
    const fan = meanFan(working);
    if (fan === null || fan < figures.fastFan) return [];
    const before = capacity(working);
    const share = speed((fan / 100) * (before / (before + idle.rated)));
    const saving = cubes(working, fan / 100) - cubes([...working, idle], share);
    const facts = { fan, after: 100 * share, units: working.length };
    const reason = `${idle.name} stands idle while ${count(working.length)} of ${room.name} turn their fans at ${at1(fan)} %. With it all turn at about ${at1(facts.after)} %, and fan power goes with the cube of speed.`;
    return [
      {
        ...order(idle, room),
        verb: 'unit-on',
        from: 0,
        to: 1,
        reason,
        facts,
        saving,
        confidence: 0.9,
        doneBy: 'anyone',
      },
    ];
  });
}

/** All turn at their least speed and blow more than the racks breathe: one of them can rest. */
export function restUnit({ rooms }: Picture): Finding[] {
  return rooms.flatMap((room) => {
    const working = running(room);
    const fan = meanFan(working);
    const { power } = room;
    if (working.length < 2 || fan === null || power === null || !isCalm(room)) return [];
    if (fan > figures.leastFan + 1) return [];
    const spare = working.toSorted((a, b) => (a.load ?? 0) - (b.load ?? 0))[0];
    if (spare === undefined) return [];
    const others = working.filter((unit) => unit !== spare);
    if (capacity(others) < figures.reserve * power) return [];
    const share = speed((figures.airSurplus * power) / capacity(others));
    const saving = cubes(working, fan / 100) - cubes(others, share);
    const facts = { fan, after: 100 * share, power, left: others.length };
    const reason = `All ${working.length} units of ${room.name} turn at their least speed of ${at1(fan)} % and blow more than ${at1(power)} kW of racks breathe. ${count(others.length)} can do it at about ${at1(facts.after)} %; ${spare.name} then stands by.`;
    return [
      {
        ...order(spare, room),
        verb: 'unit-off',
        from: 1,
        to: 0,
        reason,
        facts,
        saving,
        confidence: 0.7,
        doneBy: 'hand',
      },
    ];
  });
}

const order = (unit: UnitPicture, room: RoomPicture): Pick<Finding, 'target' | 'guard'> => ({
  target: unit.id,
  guard: { room: room.id, inletMost: room.recommended.high },
});

const count = (units: number): string => (units === 1 ? 'one unit' : `${units} units`);
const capacity = (units: readonly UnitPicture[]): number => units.reduce((sum, { rated }) => sum + rated, 0);
const cubes = (units: readonly UnitPicture[], share: number): number =>
  units.reduce((sum, { fanPower }) => sum + fanPower * share * share * share, 0);
const speed = (share: number): number => Math.min(1, Math.max(figures.leastFan / 100, share));

function meanFan(units: readonly UnitPicture[]): number | null {
  let sum = 0;
  for (const { fan } of units) {
    if (fan === null) return null;
    sum += fan;
  }
  return units.length === 0 ? null : sum / units.length;
}
