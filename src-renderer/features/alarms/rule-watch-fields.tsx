import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import { useText } from '../../text/text.ts';
import { kindChoices, metricChoices, withMetric } from './rule-choices.ts';
import type { RuleChoices } from './rule-choices.ts';
import { Choice, Group, Ticks, toggledIn } from './rule-form-parts.tsx';
import type { PartProps } from './rule-form-parts.tsx';

type WatchProps = PartProps & { readonly choices: RuleChoices };

const mostScopes = 40;

/** Those chosen first, so that they never hide behind the search. */
function scopeTicks(
  choices: RuleChoices,
  chosen: readonly EntityId[],
  { text, gone: isGone }: { readonly text: string; readonly gone: string },
) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (title: string): boolean => words.every((word) => title.toLowerCase().includes(word));
  const kept = choices.scopes.filter(({ id }) => chosen.includes(id));
  const gone = chosen.filter((id) => !kept.some((scope) => scope.id === id));
  const others = choices.scopes.filter(({ id, title }) => !chosen.includes(id) && fits(title));
  return [
    ...kept.map(({ id, title }) => ({ key: id, title })),
    ...gone.map((id) => ({ key: id, title: id, note: isGone })),
    ...others.slice(0, mostScopes).map(({ id, title }) => ({ key: id, title })),
  ];
}

function ScopeFields({ draft, set, choices }: WatchProps): ReactNode {
  const words = useText().alarmRules.watch;
  const [text, setText] = useState('');
  return (
    <>
      {choices.scopes.length > 12 && (
        <TextInput
          type="search"
          aria-label={words.find}
          placeholder={words.find}
          className="h-7! max-w-64"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <Ticks
        label={words.within}
        ticks={scopeTicks(choices, draft.within, { text, gone: words.gone })}
        chosen={draft.within}
        onToggle={(id) => set({ within: toggledIn(draft.within, id as EntityId) })}
        hint={draft.within.length === 0 ? words.everywhere : words.elsewhere}
      />
    </>
  );
}

export function WatchFields(props: WatchProps): ReactNode {
  const { draft, problems, set, choices } = props;
  const {
    alarmRules: { watch: words },
    kinds,
  } = useText();
  return (
    <Group title={words.title} hint={words.hint}>
      <div className="flex flex-wrap gap-4">
        <Choice
          label={words.quantity}
          value={draft.metric}
          options={metricChoices(choices)}
          onChange={(metric) => set(withMetric(draft, metric, choices))}
        />
        <Field label={words.place} hint={words.placeHint}>
          {(ids) => (
            <>
              <TextInput
                {...ids}
                maxLength={40}
                list={`${ids.id}-places`}
                className="h-7! max-w-48"
                value={draft.place}
                onChange={(event) => set({ place: event.target.value })}
              />
              <datalist id={`${ids.id}-places`}>
                {choices.places.map((place) => (
                  <option key={place} value={place}>
                    {place}
                  </option>
                ))}
              </datalist>
            </>
          )}
        </Field>
      </div>
      <Ticks
        label={words.on}
        ticks={kindChoices(choices, draft).map(({ kind, sensors }) => ({
          key: kind,
          title: kinds[kind],
          note: String(sensors),
        }))}
        chosen={draft.kinds}
        onToggle={(kind) => set({ kinds: toggledIn(draft.kinds, kind as Kind), values: [] })}
        hint={words.onHint}
        error={problems.kinds ?? null}
      />
      <ScopeFields {...props} />
    </Group>
  );
}
