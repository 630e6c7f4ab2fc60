/** The states of all alarms: looked at when somebody asks, once for each moment of the lab. */
import type { EntityOf } from '../../../../sim/contract/entities.ts';
import { entityArgument } from '../events/arguments.ts';
import { nameOf, parentOf } from '../objects/inventory/tree.ts';
import { isManaged } from '../objects/refs.ts';
import type { Vc } from '../vc.ts';
import { flagAt } from '../wire/ask.ts';
import { isoOf } from '../wire/value.ts';
import type { Data, Ref } from '../wire/value.ts';
import { alarmRef, definitionsOf, nameOfAlarm, partsOf } from './definitions.ts';
import type { Definition } from './definitions.ts';
import { marksOf } from './marks.ts';
import type { Marks } from './marks.ts';
import { expressionOf, isAbout, statusFor } from './evaluate.ts';
import type { Status } from './evaluate.ts';

type State = {
  readonly alarm: Definition;
  readonly ref: Ref;
  readonly status: Status;
  readonly since: number;
  readonly above: ReadonlySet<string>;
};

type AlarmStates = Vc['alarmStates'];

/** What can ring. */
const kinds = ['host', 'vm', 'datastore', 'cluster', 'pool'] as const;

export function createAlarmStates(self: () => Vc): AlarmStates {
  let states = new Map<string, State>();
  let byRef = new Map<string, State[]>();
  let ringing: readonly State[] = [];
  let seen = '';
  let isLooking = false;
  const look = (vc: Vc): void => {
    const moment = `${vc.now()} ${vc.world().revision}`;
    // To read a state may ask for the alarms of an object.
    if (isLooking || moment === seen) return;
    isLooking = true;
    const before = states;
    states = new Map(allStates(vc, before).map((state) => [keyOf(state), state]));
    byRef = new Map();
    for (const state of states.values()) {
      const known = byRef.get(state.ref.value);
      if (known === undefined) byRef.set(state.ref.value, [state]);
      else known.push(state);
    }
    ringing = [...states.values()].filter(rings);
    seen = moment;
    isLooking = false;
    for (const state of states.values()) tell(vc, before.get(keyOf(state)), state);
  };
  return (ref, which) => {
    const vc = self();
    look(vc);
    const marks = marksOf(vc);
    const found =
      which === 'declared' ? (byRef.get(ref.value) ?? []) : ringing.filter((state) => isAt(state, ref));
    return found.map((state) => stateData(state, marks));
  };
}

const keyOf = ({ alarm, ref }: Pick<State, 'alarm' | 'ref'>): string => `${alarm.id}.${ref.value}`;
const rings = ({ status }: State): boolean => status === 'yellow' || status === 'red';
const isAt = ({ ref, above }: State, { value }: Ref): boolean => ref.value === value || above.has(value);

function allStates(vc: Vc, before: ReadonlyMap<string, State>): readonly State[] {
  const { off } = marksOf(vc);
  const alarms = definitionsOf(vc).filter(({ spec }) => flagAt(spec, 'enabled') !== false);
  const found: State[] = [];
  for (const kind of kinds)
    for (const entity of vc.world().inventory.ofKind(kind) as Iterable<EntityOf<(typeof kinds)[number]>>) {
      if (!isManaged(vc.world(), entity)) continue;
      const ref = vc.refs.of(entity);
      const about = alarms.filter(({ spec }) =>
        partsOf(expressionOf(spec)).parts.some((part) => isAbout(vc, part, ref._ref)),
      );
      if (about.length === 0) continue;
      const above = aboveOf(vc, ref);
      for (const alarm of about) {
        const key = keyOf({ alarm, ref });
        if (off.includes(key) || !(alarm.entity.value === ref.value || above.has(alarm.entity.value)))
          continue;
        const status = statusFor(vc, expressionOf(alarm.spec), ref);
        const known = before.get(key);
        const since = known?.status === status ? known.since : vc.now();
        found.push({ alarm, ref, status, since, above });
      }
    }
  return found;
}

function aboveOf(vc: Vc, ref: Ref): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at = parentOf(vc, ref); at !== undefined; at = parentOf(vc, at)) names.add(at.value);
  return names;
}

function tell(vc: Vc, before: State | undefined, state: State): void {
  const from = before?.status ?? 'gray';
  // What was never looked at has only now a state; that it is well is no news.
  if (
    from === state.status ||
    (from === 'gray' && !rings(state)) ||
    (state.status === 'gray' && before === undefined)
  )
    return;
  const { alarm, ref, status } = state;
  const name = nameOf(vc, ref) ?? ref.value;
  const entity = entityArgument(ref, name);
  vc.events.post({
    type: 'AlarmStatusChangedEvent',
    message: `Alarm '${nameOfAlarm(alarm)}' on ${name} changed from ${from} to ${status}`,
    user: '',
    about: [ref],
    fields: {
      alarm: { _type: 'AlarmEventArgument', name: nameOfAlarm(alarm), alarm: alarmRef(alarm) },
      source: entityArgument(alarm.entity, nameOf(vc, alarm.entity) ?? ''),
      entity,
      from,
      to: status,
    },
  });
}

function stateData(state: State, { acknowledged }: Marks): Data {
  const mark = acknowledged[keyOf(state)];
  const isAcknowledged = mark !== undefined && mark.at >= state.since && rings(state);
  return {
    _type: 'AlarmState',
    key: keyOf(state),
    entity: state.ref,
    alarm: alarmRef(state.alarm),
    overallStatus: state.status,
    time: isoOf(state.since),
    acknowledged: isAcknowledged,
    acknowledgedByUser: isAcknowledged ? mark.by : undefined,
    acknowledgedTime: isAcknowledged ? isoOf(mark.at) : undefined,
    disabled: false,
  };
}
