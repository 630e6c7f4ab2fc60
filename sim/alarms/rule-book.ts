import { alarmRuleSchema } from '../contract/alarms.ts';
import type { AlarmRule } from '../contract/alarms.ts';
import { alarmRules } from './rules.table.ts';

/** The rules in force: those the product brings, with what this lab changed, added and removed laid over them. */
export type RuleBook = {
  readonly all: () => readonly AlarmRule[];
  readonly get: (id: string) => AlarmRule | undefined;
  /** Grows with every change; what is derived from the rules remembers it. */
  readonly version: () => number;
  readonly put: (rule: AlarmRule) => void;
  readonly remove: (id: string) => void;
  readonly reset: () => void;
  readonly atRest: () => RulesAtRest;
  readonly restore: (rest: RulesAtRest) => void;
};

export type RulesAtRest = { readonly put: readonly AlarmRule[]; readonly removed: readonly string[] };

export function createRuleBook(): RuleBook {
  const put = new Map<string, AlarmRule>();
  const removed = new Set<string>();
  let version = 0;
  let inForce: ReadonlyMap<string, AlarmRule> = byId(alarmRules);
  let all: readonly AlarmRule[] = alarmRules;
  const settle = (): void => {
    // A rule of the product that was changed keeps its place in the list.
    const usual = alarmRules.filter(({ id }) => !removed.has(id)).map((rule) => put.get(rule.id) ?? rule);
    inForce = byId([...usual, ...put.values()]);
    all = [...inForce.values()];
    version += 1;
  };
  return {
    all: () => all,
    get: (id) => inForce.get(id),
    version: () => version,
    put: (rule) => {
      put.set(rule.id, rule);
      removed.delete(rule.id);
      settle();
    },
    remove: (id) => {
      put.delete(id);
      if (isUsual(id)) removed.add(id);
      settle();
    },
    reset: () => {
      put.clear();
      removed.clear();
      settle();
    },
    atRest: () => ({ put: [...put.values()], removed: [...removed] }),
    restore: (rest) => {
      rest.put.forEach((rule) => put.set(rule.id, alarmRuleSchema.parse(rule)));
      rest.removed.forEach((id) => removed.add(id));
      settle();
    },
  };
}

const byId = (rules: readonly AlarmRule[]): Map<string, AlarmRule> =>
  new Map(rules.map((rule) => [rule.id, rule]));

const isUsual = (id: string): boolean => alarmRules.some((rule) => rule.id === id);
