import { setPoints } from '../contract/set-points.table.ts';
import type { Picture, RoomPicture, UnitPicture } from './advisor.ts';
import { figures } from './figures.table.ts';
import type { Finding } from './finding.ts';
import { at1, isCalm, running, signed } from './sayings.ts';

/** An inlet nears its limit: the air is made cooler again, whatever that costs. */
export function coolAgain({ rooms }: Picture): Finding[] {
  return rooms.flatMap((room) => {
    const { inletMost: inlet, recommended } = room;
    if (inlet === null || inlet <= recommended.high - figures.nearLimit) return [];
    return running(room).flatMap((unit) => {
      const to = unit.setpoint - figures.wideStep;
      if ((unit.supply ?? unit.setpoint) - figures.wideStep < recommended.low) return [];
      if (to < setPoints.crac.low) return [];
      const saving = -figures.compressorPerKelvin * compressorPower(unit);
      const reason = `The warmest inlet of ${room.name} is ${at1(inlet)} °C, ${at1(recommended.high - inlet)} K below its recommended maximum of ${at1(recommended.high)} °C: air ${at1(figures.wideStep)} K cooler takes it back.`;
      const facts = { inlet, limit: recommended.high, step: figures.wideStep };
      return [change(unit, room, { to, reason, facts, saving, confidence: 0.9 })];
    });
  });
}

/** All inlets lie well below the recommended maximum: compressors work against a needlessly cold coil. */
export function coolRoom({ rooms }: Picture): Finding[] {
  return rooms.flatMap((room) => {
    const headroom = headroomOf(room);
    if (headroom === null || headroom < figures.headroom) return [];
    return running(room).flatMap((unit) => {
      if (unit.coil !== 'compressor') return [];
      const step = stepOf(headroom);
      const power = compressorPower(unit);
      const rise = riseOf(unit);
      const facts = {
        inlet: room.inletLately ?? 0,
        limit: room.recommended.high,
        rise: rise ?? 0,
        power,
        step,
      };
      const air = rise === null ? '' : ` Its air comes back ${at1(rise)} K warmer.`;
      const reason = `No inlet of ${room.name} was above ${at1(facts.inlet)} °C in the last half-hour, ${at1(headroom)} K below the recommended ${at1(facts.limit)} °C.${air} Each K of warmer supply saves about 2.5 % of ${at1(power)} kW of compressor.`;
      const saving = figures.compressorPerKelvin * step * power;
      return [change(unit, room, { to: unit.setpoint + step, reason, facts, saving, confidence: 0.6 })];
    });
  });
}

/** A coil colder than the dew point dries the air, and the unit's humidifier puts the water back. */
export function wetCoil({ rooms }: Picture): Finding[] {
  return rooms.flatMap((room) => {
    const headroom = headroomOf(room);
    const { dewPoint, humidity } = room;
    if (headroom === null || headroom < figures.headroom || dewPoint === null) return [];
    if (humidity === null || humidity > mostHumid) return [];
    return running(room).flatMap((unit) => {
      const surface = surfaceOf(unit);
      if (surface === null || surface >= dewPoint || unit.humidifier === 'none') return [];
      const step = stepOf(headroom);
      const saving = wasted(unit, Math.min(step / figures.touched, dewPoint - surface));
      const facts = { surface, dewPoint, humidity, step };
      const reason = `Its coil of about ${at1(surface)} °C is ${at1(dewPoint - surface)} K below the dew point of ${room.name} (${at1(dewPoint)} °C), so it dries air that the humidifiers moisten again at ${at1(humidity)} % RH.`;
      return [change(unit, room, { to: unit.setpoint + step, reason, facts, saving, confidence: 0.5 })];
    });
  });
}

/** Above this nobody moistens: % RH. */
const mostHumid = 45;

type Change = Pick<Finding, 'to' | 'reason' | 'facts' | 'saving' | 'confidence'>;

const change = (unit: UnitPicture, room: RoomPicture, rest: Change): Finding => ({
  ...rest,
  target: unit.id,
  verb: 'set-point',
  from: unit.setpoint,
  to: signed(rest.to),
  guard: { room: room.id, inletMost: room.recommended.high },
  doneBy: 'anyone',
});

/** K left below the recommended maximum; null where the room is not calm or not known long enough. */
function headroomOf(room: RoomPicture): number | null {
  const inlet = room.inletLately;
  return inlet === null || !isCalm(room) ? null : room.recommended.high - inlet;
}

const stepOf = (headroom: number): number =>
  headroom >= figures.wideHeadroom ? figures.wideStep : figures.step;

const fanPowerOf = ({ fan, fanPower }: UnitPicture): number => {
  const speed = (fan ?? 0) / 100;
  return fanPower * speed * speed * speed;
};

const compressorPower = (unit: UnitPicture): number =>
  unit.coil === 'compressor' ? Math.max(0, (unit.power ?? 0) - fanPowerOf(unit)) : 0;

const riseOf = (unit: UnitPicture): number | null =>
  unit.return === null || unit.supply === null ? null : unit.return - unit.supply;

function surfaceOf(unit: UnitPicture): number | null {
  const rise = riseOf(unit);
  return rise === null || unit.return === null ? null : unit.return - rise / figures.touched;
}

/** kW spent on taking water out and putting it back, for so many K of coil below the dew point. */
function wasted(unit: UnitPicture, kelvin: number): number {
  const flow = (((unit.fan ?? 0) / 100) * unit.rated) / figures.designRise;
  const water = figures.touched * flow * figures.waterPerKelvin * kelvin;
  return water * (figures.vapour / figures.performance + figures.steam);
}
