/** AlarmManager and its alarms. */
import { done, faulted, invalidArgument } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import { writePaper } from '../objects/host/settings.ts';
import { managed, service } from '../objects/managed.ts';
import type { AnyManaged, Call, Method } from '../objects/managed.ts';
import { dataAt, flagAt, refAt, textAt } from '../wire/ask.ts';
import { isoOf } from '../wire/value.ts';
import type { Data, Ref } from '../wire/value.ts';
import { alarmRef, alarmsKey, definitionsOf, nameOfAlarm, partsOf } from './definitions.ts';
import type { Definition } from './definitions.ts';
import { marksKey, marksOf } from './marks.ts';
import type { Marks } from './marks.ts';
import { expressionOf } from './evaluate.ts';

export const alarmTypes = (): readonly AnyManaged[] => [
  service('AlarmManager', {
    properties: { defaultExpression: () => [], description: () => description },
    methods: {
      CreateAlarm: create,
      GetAlarm: ({ vc, args }) => {
        const on = refAt(args, 'entity')?.value;
        return done(
          definitionsOf(vc)
            .filter(({ entity }) => on === undefined || entity.value === on)
            .map(alarmRef),
        );
      },
      GetAlarmState: ({ vc, args }) => {
        const ref = refAt(args, 'entity');
        return ref === undefined ? noSuchObject(ref) : done(vc.alarmStates(ref, 'declared'));
      },
      AcknowledgeAlarm: acknowledge,
      ClearTriggeredAlarms: (call) => mark(call, { clearedAt: call.vc.now() }),
      DisableAlarm: (call) => toggle(call, 'off'),
      EnableAlarm: (call) => toggle(call, 'on'),
      EnableAlarmActions: (call) => {
        const value = refAt(call.args, 'entity')?.value ?? '';
        const others = marksOf(call.vc).actionsOff.filter((one) => one !== value);
        return mark(call, {
          actionsOff: flagAt(call.args, 'enabled') === true ? others : [...others, value],
        });
      },
      AreAlarmActionsEnabled: ({ vc, args }) =>
        done(!marksOf(vc).actionsOff.includes(refAt(args, 'entity')?.value ?? '')),
    },
  }),
  managed<Definition>({
    type: 'Alarm',
    find: ({ vc }, { value }) => definitionsOf(vc).find(({ id }) => id === value),
    properties: { info: (alarm) => infoOf(alarm), value: () => [], availableField: () => [] },
    methods: {
      ReconfigureAlarm: async (call, alarm) => {
        const spec = specIn(call, alarm);
        if (!spec.ok) return spec;
        const changed = { ...alarm, spec: spec.value, by: call.caller?.user ?? '', at: call.vc.now() };
        return keep(
          call,
          definitionsOf(call.vc).map((one) => (one.id === alarm.id ? changed : one)),
        );
      },
      RemoveAlarm: (call, alarm) =>
        keep(
          call,
          definitionsOf(call.vc).filter(({ id }) => id !== alarm.id),
        ),
    },
  }),
];

const noSuchObject = (obj: Ref | undefined): Answer<never> =>
  faulted('ManagedObjectNotFound', 'There is no such object.', { obj });

const infoOf = (alarm: Definition): Data => ({
  ...alarm.spec,
  _type: 'AlarmInfo',
  key: alarm.id,
  alarm: alarmRef(alarm),
  entity: alarm.entity,
  lastModifiedTime: isoOf(alarm.at),
  lastModifiedUser: alarm.by,
  creationEventId: 0,
});

const keep = (call: Call, alarms: readonly Definition[]): Promise<Answer> =>
  writePaper(call, alarmsKey, alarms);

const known = new Set(['MetricAlarmExpression', 'StateAlarmExpression', 'EventAlarmExpression']);

function specIn({ vc, args }: Call, itself: Definition | null): Answer<Data> {
  const spec = dataAt(args, 'spec') ?? {};
  const name = textAt(spec, 'name') ?? '';
  if (name === '') return faulted('InvalidName', 'An alarm needs a name.', { name });
  const twin = definitionsOf(vc).find((one) => nameOfAlarm(one) === name && one.id !== itself?.id);
  if (twin !== undefined)
    return faulted('DuplicateName', `The name '${name}' already exists.`, { name, object: alarmRef(twin) });
  const strange = partsOf(expressionOf(spec)).parts.find(({ _type = '' }) => !known.has(_type));
  if (strange !== undefined)
    return invalidArgument(
      'spec.expression',
      `${strange._type ?? 'It'} is no expression that an alarm can have.`,
    );
  const { _type, ...rest } = spec;
  return done(rest);
}

const create: Method<null> = async (call) => {
  const { vc } = call;
  const entity = refAt(call.args, 'entity');
  if (entity === undefined || vc.refs.find(entity) === undefined) return noSuchObject(entity);
  const spec = specIn(call, null);
  if (!spec.ok) return spec;
  const all = definitionsOf(vc);
  const last = Math.max(100, ...all.map(({ id }) => Number(id.slice('alarm-'.length))));
  const alarm: Definition = {
    id: `alarm-${last + 1}`,
    spec: spec.value,
    entity,
    by: call.caller?.user ?? '',
    at: vc.now(),
  };
  const kept = await keep(call, [...all, alarm]);
  return kept.ok ? done(alarmRef(alarm)) : kept;
};

const mark = (call: Call, change: Partial<Marks>): Promise<Answer> =>
  writePaper(call, marksKey, { ...marksOf(call.vc), ...change });

type Both = { readonly alarm: string; readonly entity: string };

function bothIn({ vc, args }: Call): Answer<Both> {
  const alarm = refAt(args, 'alarm');
  const entity = refAt(args, 'entity');
  if (entity === undefined || vc.refs.find(entity) === undefined) return noSuchObject(entity);
  return definitionsOf(vc).some(({ id }) => id === alarm?.value)
    ? done({ alarm: alarm?.value ?? '', entity: entity.value })
    : noSuchObject(alarm);
}

const acknowledge: Method<null> = async (call) => {
  const both = bothIn(call);
  if (!both.ok) return both;
  const { acknowledged } = marksOf(call.vc);
  const key = `${both.value.alarm}.${both.value.entity}`;
  const one = { by: call.caller?.user ?? '', at: call.vc.now() };
  return mark(call, { acknowledged: { ...acknowledged, [key]: one } });
};

async function toggle(call: Call, to: 'on' | 'off'): Promise<Answer> {
  const both = bothIn(call);
  if (!both.ok) return both;
  const key = `${both.value.alarm}.${both.value.entity}`;
  const others = marksOf(call.vc).off.filter((one) => one !== key);
  return mark(call, { off: to === 'on' ? others : [...others, key] });
}

const words = (keys: readonly string[]): readonly Data[] =>
  keys.map((key) => ({ key, label: key, summary: key }));

const description: Data = {
  _type: 'AlarmDescription',
  expr: words(['AndAlarmExpression', 'OrAlarmExpression', ...known]),
  stateOperator: words(['isEqual', 'isUnequal']),
  metricOperator: words(['isAbove', 'isBelow']),
  hostSystemConnectionState: words(['connected', 'disconnected', 'notResponding']),
  virtualMachinePowerState: words(['poweredOn', 'poweredOff', 'suspended']),
  datastoreConnectionState: words(['connected', 'disconnected']),
  hostSystemPowerState: words(['poweredOn', 'poweredOff', 'standBy', 'unknown']),
  virtualMachineGuestHeartbeatStatus: words(['gray', 'green', 'yellow', 'red']),
  entityStatus: words(['gray', 'green', 'yellow', 'red']),
  action: words(['SendEmailAction', 'SendSNMPAction', 'RunScriptAction', 'MethodAction']),
};
