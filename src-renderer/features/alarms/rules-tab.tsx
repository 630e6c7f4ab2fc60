import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { AlarmRule } from '../../../sim/contract/alarms.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useSelection } from '../../app/selection.ts';
import { nameOfEntity, useWorld, worldNow } from '../../data/world.ts';
import { removeRule, resetRules, saveRule, serveRule } from './rule-changes.ts';
import { ruleChoices } from './rule-choices.ts';
import type { RuleChoices } from './rule-choices.ts';
import { copyOf, draftFrom, emptyDraft } from './rule-draft.ts';
import { dropDraft, keepDraft, useRuleEditing } from './rule-editing.ts';
import { asItCame, ruleSaid } from './rule-said.ts';
import { RulesView } from './rules-view.tsx';
import type { RulesViewProps } from './rules-view.tsx';
import { askRulePreview } from './use-rule-preview.ts';
import { useRules } from './use-rules.ts';

const noChoices: RuleChoices = { sensors: new Map(), places: [], scopes: [] };

/** Found only while the form is open: a large lab has tens of thousands of sensors. */
function useChoices(isOpen: boolean): RuleChoices {
  const layout = useWorld((state) => state.layout);
  const story = useWorld((state) => state.story);
  const key = isOpen ? `${story} ${layout}` : null;
  return useMemo(() => (key === null ? noChoices : ruleChoices(worldNow().entities)), [key]);
}

/** Whose sensor it is: the thing that the inspector shows. */
function ownerId(sensor: EntityId): EntityId {
  const entity = worldNow().entities.get(sensor);
  return entity?.parent ?? sensor;
}

/** `new`, `copy of …` or an id, as it stands in the address. */
function editingOf(key: string | null, rules: readonly AlarmRule[]): RulesViewProps['editing'] {
  if (key === null) return null;
  const held = useRuleEditing.getState();
  const kept = held.key === key ? held.draft : null;
  if (key === 'new') return { key, before: null, start: kept ?? emptyDraft };
  const taken = rules.map(({ id }) => id);
  const [verb, id] = key.startsWith('copy:') ? (['copy', key.slice(5)] as const) : (['edit', key] as const);
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) return null;
  if (verb === 'copy') return { key, before: null, start: kept ?? copyOf(ruleSaid(rule), taken) };
  return { key, before: rule, start: kept ?? draftFrom(ruleSaid(rule)) };
}

export function RulesTab(): ReactNode {
  const [search, setSearch] = useSearchParams();
  const key = search.get('rule');
  const rules = useRules();
  const choices = useChoices(key !== null);
  const select = useSelection((state) => state.select);
  const editing = editingOf(key, rules.data?.items ?? []);
  const go = (rule: string | null) =>
    setSearch((last) => {
      if (rule === null) last.delete('rule');
      else last.set('rule', rule);
      return last;
    });
  const leave = () => {
    dropDraft();
    go(null);
  };
  return (
    <RulesView
      rules={rules}
      editing={editing}
      editor={{
        choices,
        onDraft: (draft) => keepDraft(key ?? 'new', draft),
        onCancel: leave,
        onSave: async (rule) => {
          const before = editing?.before ?? null;
          const refusal = await saveRule(asItCame(rule, before), before);
          if (refusal === null) leave();
          return refusal;
        },
        preview: {
          ask: askRulePreview,
          ownerOf: (sensor) => nameOfEntity(ownerId(sensor)),
          onSelect: (sensor) => select(ownerId(sensor)),
        },
      }}
      onOpen={({ id }) => go(id)}
      onNew={() => go('new')}
      onCopy={({ id }) => {
        dropDraft();
        go(`copy:${id}`);
      }}
      onServe={(rule, service) => {
        leave();
        void serveRule(rule, service);
      }}
      onRemove={(rule) => void removeRule(rule).then((isGone) => (isGone ? leave() : undefined))}
      onReset={(all) => void resetRules(all)}
    />
  );
}
