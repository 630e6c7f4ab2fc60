/** What every managed entity has: name, parent, state, fields, and who may what. */
import type { Entity } from '../../../../sim/contract/entities.ts';
import type { EntityId } from '../../../../sim/contract/ids.ts';
import type { Alarm } from '../../../../sim/contract/alarms.ts';
import { marksOf } from '../alarms/marks.ts';
import type { Vc } from '../vc.ts';
import type { Data, Ref, Value } from '../wire/value.ts';
import type { Read } from './managed.ts';

/** As people read it. */
export const plainName = (name: string): string =>
  name.includes('%') ? name.replaceAll(/%(25|2[fF]|5[cC])/g, (text) => decodeURIComponent(text)) : name;

/** As vSphere, and with it the lab, keeps it (decision 0015): what would part a path is written by its number. */
export const escapedName = (name: string): string =>
  plainName(name).replaceAll('%', '%25').replaceAll('/', '%2f').replaceAll('\\', '%5c');

/** A host by itself has no paths, and says the name as it is. */
export const shownName = ({ kind }: Pick<Vc, 'kind'>, name: string): string =>
  kind === 'host' ? plainName(name) : escapedName(name);

type Status = 'gray' | 'green' | 'yellow' | 'red';

/** The worst of what rings on it. */
export function statusOf(vc: Vc, id: EntityId): Status {
  let worst: Status = 'green';
  for (const alarm of alarmsOn(vc, id)) {
    if (alarm.severity === 'critical' || alarm.severity === 'major') return 'red';
    worst = 'yellow';
  }
  return worst;
}

export function* alarmsOn(vc: Vc, id: EntityId): Generator<Alarm> {
  for (const alarm of vc.world().alarms.open()) if (alarm.source === id) yield alarm;
}

/** `customValue` and `value`: the lab's own values by name, under the numbers that fields have here. */
export function customValuesOf(vc: Vc, entity: Entity): readonly Data[] {
  const { custom } = entity.spec as { readonly custom?: Readonly<Record<string, string>> };
  if (custom === undefined) return [];
  const fields = vc.fields();
  return Object.entries(custom).flatMap(([name, value]) => {
    const field = fields.find((each) => each.name === name);
    return field === undefined ? [] : [{ _type: 'CustomFieldStringValue', key: field.key, value }];
  });
}

type Both = { readonly entity: Entity; readonly ref: Ref };
type ReadBoth = (both: Both, vc: Vc) => Value;

/** What hangs on the reference alone: folders that the world does not know have it too. */
export const refReads: Readonly<Record<string, (ref: Ref, vc: Vc) => Value>> = {
  availableField: ({ _ref }, vc) => vc.fieldsFor(_ref),
  effectiveRole: (ref, vc) => vc.effectiveRoles(ref),
  permission: (ref, vc) => vc.permissionsOn(ref),
  recentTask: (ref, vc) => recentTasks(vc, ref),
  declaredAlarmState: (ref, vc) => vc.alarmStates(ref, 'declared'),
  triggeredAlarmState: (ref, vc) => vc.alarmStates(ref, 'triggered'),
};

const reads: Readonly<Record<string, ReadBoth>> = {
  name: ({ entity }, vc) => shownName(vc, entity.name),
  overallStatus: ({ entity }, vc) => statusOf(vc, entity.id),
  configStatus: ({ entity }, vc) => (statusOf(vc, entity.id) === 'red' ? 'red' : 'green'),
  configIssue: () => [],
  customValue: ({ entity }, vc) => customValuesOf(vc, entity),
  value: ({ entity }, vc) => customValuesOf(vc, entity),
  disabledMethod: () => [],
  alarmActionsEnabled: ({ ref }, vc) => !marksOf(vc).actionsOff.includes(ref.value),
  tag: () => [],
};

const recentTasks = (vc: Vc, ref: Ref): readonly Ref[] =>
  vc.tasks
    .all()
    .filter(({ entity, completedAt }) => entity?.value === ref.value && isRecent(vc, completedAt))
    .map((task) => task.ref);

/** vCenter shows a task for ten minutes after its end. */
const isRecent = (vc: Vc, at: number | null): boolean => at === null || vc.now() - at < 600_000;

/** For an entity of the world; `parent` is said by the tree. */
export function managedEntity<T extends Entity>(parent: Read<T>): Readonly<Record<string, Read<T>>> {
  const properties: Record<string, Read<T>> = { parent };
  for (const [name, read] of Object.entries(reads))
    properties[name] = (entity, { vc }, ref) => read({ entity, ref }, vc);
  for (const [name, read] of Object.entries(refReads)) properties[name] = (_, { vc }, ref) => read(ref, vc);
  return properties;
}
