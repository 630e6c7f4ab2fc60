import { setPoints } from '../contract/set-points.table.ts';
import type { ChillerPicture, Picture } from './advisor.ts';
import { figures } from './figures.table.ts';
import type { Finding } from './finding.ts';
import { at1, signed } from './sayings.ts';

/** The tower could cool the water without the machine, were the water not asked for so cold. */
export function freeCooling({ chillers, wetBulb, ...picture }: Picture): Finding[] {
  return chillers.flatMap((chiller) => {
    const back = chiller.return;
    if (chiller.economiser === 'none' || chiller.state !== 'running') return [];
    if (wetBulb === null || back === null || chiller.power === null) return [];
    const tower = wetBulb + figures.towerApproach;
    if (tower <= chiller.setpoint || tower >= back) return [];
    const to = Math.min(Math.ceil(2 * tower) / 2, chiller.setpoint + mostStep, warmest(chiller));
    if (to < chiller.setpoint + figures.step) return [];
    const gain = share(back + to - chiller.setpoint, to, tower) - share(back, chiller.setpoint, tower);
    const facts = { wetBulb, tower, setpoint: chiller.setpoint, back, gain: 100 * gain };
    const reason = `At a wet bulb of ${at1(wetBulb)} °C the tower gives water of about ${at1(tower)} °C, warmer than the ${at1(chiller.setpoint)} °C asked for and colder than the ${at1(back)} °C that come back: asked for less, it carries about ${at1(facts.gain)} % more of the heat without the machine.`;
    const saving = gain * chiller.power;
    return [change(chiller, picture, { to, reason, facts, saving, confidence: 0.8 })];
  });
}

/** The machine lifts heat higher than it must, and the coils have valve to spare. */
export function warmWater({ chillers, outdoor, wetBulb, ...picture }: Picture): Finding[] {
  return chillers.flatMap((chiller) => {
    const air = condenserAir(chiller, { outdoor, wetBulb });
    if (chiller.state !== 'running' || chiller.power === null || air === null) return [];
    const lift = air - chiller.setpoint;
    const to = chiller.setpoint + figures.wideStep;
    if (lift < figures.leastLift || to > warmest(chiller)) return [];
    const valve = Math.max(0, ...chiller.units.map(({ drive }) => drive ?? 100));
    if (chiller.units.length === 0 || valve > figures.mostDrive) return [];
    const facts = { lift, air, valve, power: chiller.power, setpoint: chiller.setpoint };
    const reason = `${chiller.name} lifts heat ${at1(lift)} K, from water of ${at1(chiller.setpoint)} °C to a condenser at ${at1(air)} °C, and no valve is open more than ${at1(valve)} %. A K of warmer water saves about 2.5 % of ${at1(chiller.power)} kW.`;
    const saving = figures.compressorPerKelvin * figures.wideStep * chiller.power;
    return [change(chiller, picture, { to, reason, facts, saving, confidence: 0.7 })];
  });
}

/** K in one go, where the tower helps. */
const mostStep = 2;

type Sky = Pick<Picture, 'outdoor' | 'wetBulb'>;

function condenserAir({ condenser }: ChillerPicture, { outdoor, wetBulb }: Sky): number | null {
  if (condenser === 'air') return outdoor;
  return wetBulb === null ? null : wetBulb + figures.towerApproach + figures.towerAsAir;
}

/** All of the heat where the tower's water is cold enough, some where it is colder than what comes back. */
function share(back: number, setpoint: number, tower: number): number {
  if (tower <= setpoint) return 1;
  return Math.max(0, (back - tower) / (back - setpoint));
}

/** Water at which every coil still holds its air and keeps its reserve. */
function warmest({ units }: ChillerPicture): number {
  const limits = units.map((unit) => {
    const holds = unit.setpoint - 2 * figures.coilApproach;
    if (unit.return === null || unit.load === null) return setPoints.chiller.low;
    const head = (figures.coilHead * figures.reserve * unit.load) / 100;
    return Math.min(holds, unit.return - figures.coilApproach - head);
  });
  return Math.min(setPoints.chiller.high, ...limits);
}

type Change = Pick<Finding, 'to' | 'reason' | 'facts' | 'saving' | 'confidence'>;

/** Every room on its water is watched: the strictest limit of them. */
function change(chiller: ChillerPicture, { rooms }: Pick<Picture, 'rooms'>, rest: Change): Finding {
  const ids = new Set(chiller.units.map(({ id }) => id));
  const cooled = rooms.filter(({ units }) => units.some(({ id }) => ids.has(id)));
  const limits = cooled.map(({ recommended }) => recommended.high);
  return {
    ...rest,
    target: chiller.id,
    verb: 'set-point',
    from: chiller.setpoint,
    to: signed(rest.to),
    guard: { room: cooled.length === 1 ? (cooled[0]?.id ?? null) : null, inletMost: Math.min(27, ...limits) },
    doneBy: 'anyone',
  };
}
