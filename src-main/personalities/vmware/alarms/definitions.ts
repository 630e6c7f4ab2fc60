/** Which alarms there are: vCenter's until somebody changes one, then what stands in the paper `alarms`. */
import type { Vc } from '../vc.ts';
import { dataListAt, textAt } from '../wire/ask.ts';
import type { Data, Ref } from '../wire/value.ts';
import { settingOf } from '../objects/host/settings.ts';
import { rootFolder } from '../objects/refs.ts';
import { firstAlarms } from './first-alarms.table.ts';

export type Definition = {
  readonly id: string;
  /** As the client wrote it: name, description, enabled, expression, action, setting. */
  readonly spec: Data;
  readonly entity: Ref;
  readonly by: string;
  /** Lab time. */
  readonly at: number;
};

export const alarmsKey = 'alarms';

export const definitionsOf = (vc: Pick<Vc, 'papers' | 'world'>): readonly Definition[] =>
  settingOf<readonly Definition[]>(
    vc,
    alarmsKey,
    firstAlarms.map(({ id, ...spec }) => ({
      id,
      spec: { ...spec, enabled: true, setting: { toleranceRange: 0, reportingFrequency: 300 } },
      entity: rootFolder,
      by: '',
      at: vc.world().clock.epoch,
    })),
  );

export const alarmRef = ({ id }: Pick<Definition, 'id'>): Ref => ({ _ref: 'Alarm', value: id });

export const nameOfAlarm = ({ spec }: Definition): string => textAt(spec, 'name') ?? '';

/** The expressions that stand in it, one by one, and how they are joined. */
export function partsOf(expression: Data): { readonly join: 'and' | 'or'; readonly parts: readonly Data[] } {
  const inner = dataListAt(expression, 'expression');
  if (expression._type === 'AndAlarmExpression') return { join: 'and', parts: inner };
  return { join: 'or', parts: inner.length > 0 ? inner : [expression] };
}
