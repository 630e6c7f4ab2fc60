import type { Actor } from '../../../sim/contract/actors.ts';
import type { AlarmRule } from '../../../sim/contract/alarms.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { alarmRules, evaluate, ruleWatches } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';
import type { Log } from '../../host/log.ts';

export type AlarmEngineDeps = {
  readonly world: () => World;
  readonly execute: (command: unknown, actor: Actor) => Promise<Result<unknown>>;
  readonly log: Log;
};

export type AlarmEngine = {
  readonly judge: (sensor: EntityId, value: number) => void;
  readonly arrange: () => void;
};

const engine: Actor = { origin: 'alarms', name: 'alarm rules', role: 'admin' };

/** Judges each reading that came in, whoever sent it, and knocks at the door like anyone else. */
export function createAlarmEngine(deps: AlarmEngineDeps): AlarmEngine {
  const watching = new Map<EntityId, readonly AlarmRule[]>();
  const ask = (command: unknown): void => {
    void deps.execute(command, engine).then((result) => {
      if (!result.ok) deps.log.warn('an alarm was refused', { command, refusal: result.refusal });
    });
  };
  return {
    arrange: () => {
      watching.clear();
      for (const sensor of deps.world().inventory.ofKind('sensor')) {
        const rules = alarmRules.filter((rule) => ruleWatches(rule, sensor));
        if (rules.length > 0) watching.set(sensor.id, rules);
      }
    },
    judge: (sensor, value) => {
      const rules = watching.get(sensor);
      if (rules === undefined) return;
      const { alarms } = deps.world();
      for (const rule of rules) {
        const alarm = alarms.ringing(rule.id, sensor);
        const verdict = evaluate(rule, value, alarm === undefined ? 'quiet' : 'ringing');
        if (verdict === 'raise') ask({ type: 'alarm.raise', rule: rule.id, sensor, value });
        if (verdict === 'resolve' && alarm !== undefined) ask({ type: 'alarm.resolve', id: alarm.id, value });
      }
    },
  };
}
