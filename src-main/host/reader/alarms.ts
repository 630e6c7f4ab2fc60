import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { accepted } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { alarmRules } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';
import type { Params, ReaderDeps } from './params.ts';
import { isWithin } from './within.ts';

export function readAlarms({ session }: ReaderDeps, params: Params<'alarms'>): Result<QueryAnswer<'alarms'>> {
  const { world } = session();
  const all = [...world.alarms.past(), ...world.alarms.open()];
  const items = all
    .filter((alarm) => fits(world, alarm, params))
    .toSorted((a, b) => b.raisedAt - a.raisedAt || numberOf(b) - numberOf(a))
    .slice(0, params.limit);
  return accepted({ items, revision: world.revision });
}

const numberOf = (alarm: Alarm): number => Number(alarm.id.slice('alarm-'.length));

function fits(world: World, alarm: Alarm, params: Params<'alarms'>): boolean {
  if (params.states !== undefined && !params.states.includes(alarm.state)) return false;
  if (params.severities !== undefined && !params.severities.includes(alarm.severity)) return false;
  if (params.within !== undefined && !isWithin(world.inventory, alarm.source, params.within)) return false;
  if (params.text === undefined) return true;
  const text = `${alarm.id} ${alarm.message} ${world.inventory.get(alarm.source)?.name ?? ''}`;
  return text.toLowerCase().includes(params.text.toLowerCase());
}

export const readRules = (): Result<QueryAnswer<'rules'>> => accepted({ items: [...alarmRules] });
