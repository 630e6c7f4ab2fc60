/** The filter as it stands in the address and in what is saved of it. Pure. */
import type { AlarmState } from '../../../sim/contract/alarms.ts';
import { alarmSystems } from '../../../sim/contract/alarm-systems.table.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { QueryParams } from '../../../sim/contract/queries.ts';
import { type AlarmFilter, severities } from './alarm-order.ts';

const states: readonly AlarmState[] = ['ACTIVE', 'ACKNOWLEDGED', 'RESOLVED'];
/** What the filter owns of the address; the rest is the screen's. */
const names = ['q', 'severity', 'is', 'place', 'system'] as const;

/** What no filter can mean is as if it were not said. */
export function filterFrom(search: URLSearchParams): AlarmFilter {
  const wanted = (search.get('severity') ?? '').split(',');
  return {
    text: search.get('q') ?? '',
    severities: new Set(severities.filter((severity) => wanted.includes(severity))),
    state: states.find((state) => state === search.get('is')) ?? 'any',
    within: (search.get('place') as EntityId | null) ?? null,
    system: alarmSystems.find((system) => system === search.get('system')) ?? null,
  };
}

/** Only what is filtered is written. */
export function filterInto(search: URLSearchParams, filter: AlarmFilter): URLSearchParams {
  const next = new URLSearchParams(search);
  const said: Readonly<Record<(typeof names)[number], string>> = {
    q: filter.text,
    severity: [...filter.severities].join(','),
    is: filter.state === 'any' ? '' : filter.state,
    place: filter.within ?? '',
    system: filter.system ?? '',
  };
  for (const name of names) {
    if (said[name] === '') next.delete(name);
    else next.set(name, said[name]);
  }
  return next;
}

export const isFiltering = (filter: AlarmFilter): boolean =>
  filterInto(new URLSearchParams(), filter).size > 0;

/** Place and system are known to the host alone; the list's other parts are filtered as one types. */
export const placeParams = ({ within, system }: AlarmFilter): QueryParams<'alarms'> => ({
  ...(within === null ? {} : { within }),
  ...(system === null ? {} : { systems: [system] }),
});

const longestText = 80;

/** All of it, for what is searched on the host. */
export function hostParams(filter: AlarmFilter): QueryParams<'alarms'> {
  const text = filter.text.trim().slice(0, longestText);
  return {
    ...placeParams(filter),
    ...(text === '' ? {} : { text }),
    ...(filter.severities.size === 0 ? {} : { severities: [...filter.severities] }),
    ...(filter.state === 'any' ? {} : { states: [filter.state] }),
  };
}
