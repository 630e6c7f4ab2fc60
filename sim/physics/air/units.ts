import type { PlantLayout } from '../plant.ts';
import type { PlantState } from '../state.ts';
import { restSeconds } from './compressors.ts';
import { leastSpeed } from './crac-layout.ts';
import { unitState } from './unit-words.ts';

/** Seconds from a reason to stand still to the first turn of the fans; each unit of a room later than the one before. */
const startDelay = { first: 5, next: 7 } as const;
/** Fans: share of speed a second. */
const spinUp = 0.05;
const spinDown = 0.1;
const coast = 0.25;
/** Air that creeps through a unit whose fans stand, so that its coil takes on the warmth of the room in an hour or two. */
const draught = 0.005;
/** A little more air than the racks breathe keeps the hot side from coming round. */
const surplus = 1.03;
/** Seconds more that the compressors of each next unit of a room rest after all have stopped. */
const restTurn = 10;

/** Which units stand, start and run in this second; fans follow the racks' breath; flows are summed by room. */
export function stepUnits(state: PlantState, layout: PlantLayout): void {
  const { state: now, wait, stages, rest } = state.crac.columns;
  const { room, turn, flowMost } = layout.air.crac;
  const { ready } = layout.air.room;
  const live = layout.power.live.crac;
  ready.fill(0);
  for (let i = 0; i < now.length; i += 1) {
    const reason = standstill(state, layout, { at: i, live: live[i] as number });
    if ((rest[i] as number) > 0) rest[i] = (rest[i] as number) - 1;
    if (reason >= 0) {
      now[i] = reason;
      wait[i] = startDelay.first + startDelay.next * (turn[i] as number);
      if ((stages[i] as number) > 0) rest[i] = restSeconds + restTurn * (turn[i] as number);
      stages[i] = 0;
    } else if ((wait[i] as number) > 0) {
      now[i] = unitState.starting;
      wait[i] = (wait[i] as number) - 1;
    } else {
      now[i] = unitState.running;
      const at = room[i] as number;
      if (at >= 0) ready[at] = (ready[at] as number) + (flowMost[i] as number);
    }
  }
  stepFans(state, layout);
}

type Asked = { readonly at: number; readonly live: number };

/** Why a unit stands still, as the number of its word; -1 where it may run. */
function standstill(state: PlantState, layout: PlantLayout, { at, live }: Asked): number {
  const room = layout.air.crac.room[at] as number;
  const { fault } = layout.levers.crac;
  const { missing, fire } = layout.levers.room;
  if ((fault[at] as number) > 0 || (room >= 0 && (missing[room] as number) >= 1)) return unitState.failed;
  if ((state.crac.columns.mode[at] as number) !== 0) return unitState.off;
  if (live < 0.5) return unitState.noPower;
  return room >= 0 && (fire[room] as number) > 0 ? unitState.off : -1;
}

function stepFans(state: PlantState, layout: PlantLayout): void {
  const { state: now, fan, supply } = state.crac.columns;
  const { room, flowMost, fanPower, flow, fanHeat } = layout.air.crac;
  const { ready, flow: breathed, supplyFlow, supplyHeat } = layout.air.room;
  supplyFlow.fill(0);
  supplyHeat.fill(0);
  for (let i = 0; i < fan.length; i += 1) {
    const at = room[i] as number;
    const runs = now[i] === unitState.running && at >= 0;
    const most = runs ? (ready[at] as number) : 0;
    const wanted = most > 0 ? (surplus * (breathed[at] as number)) / most : 0;
    const speed = nextSpeed((fan[i] as number) / 100, runs ? clampSpeed(wanted) : 0);
    fan[i] = 100 * speed;
    flow[i] = at >= 0 ? (speed > draught ? speed : draught) * (flowMost[i] as number) : 0;
    // A fan that coasts to a halt moves air and draws nothing.
    fanHeat[i] = runs ? fanLaw(fanPower[i] as number, speed) : 0;
    if (at < 0) continue;
    supplyFlow[at] = (supplyFlow[at] as number) + (flow[i] as number);
    supplyHeat[at] = (supplyHeat[at] as number) + (flow[i] as number) * (supply[i] as number);
  }
}

/** Flow goes with speed, power with its cube. */
export const fanLaw = (atFullSpeed: number, speed: number): number => atFullSpeed * speed * speed * speed;

const clampSpeed = (wanted: number): number => (wanted < leastSpeed ? leastSpeed : wanted > 1 ? 1 : wanted);

function nextSpeed(speed: number, target: number): number {
  if (target === 0) return speed > coast ? speed - coast : 0;
  const change = target - speed;
  if (change > spinUp) return speed + spinUp;
  return change < -spinDown ? speed - spinDown : target;
}
