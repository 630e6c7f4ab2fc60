import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import { text } from '../../text/text.ts';
import { kindChoices, metricChoices, withMetric } from './rule-choices.ts';
import type { RuleChoices } from './rule-choices.ts';
import { Choice, Group, Ticks, toggledIn } from './rule-form-parts.tsx';
import type { PartProps } from './rule-form-parts.tsx';

type WatchProps = PartProps & { readonly choices: RuleChoices };

const mostScopes = 40;

/** Those chosen first, so that they never hide behind the search. */
function scopeTicks(choices: RuleChoices, chosen: readonly EntityId[], text: string) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (title: string): boolean => words.every((word) => title.toLowerCase().includes(word));
  const kept = choices.scopes.filter(({ id }) => chosen.includes(id));
  const gone = chosen.filter((id) => !kept.some((scope) => scope.id === id));
  const others = choices.scopes.filter(({ id, title }) => !chosen.includes(id) && fits(title));
  return [
    ...kept.map(({ id, title }) => ({ key: id, title })),
    ...gone.map((id) => ({ key: id, title: id, note: 'no longer there' })),
    ...others.slice(0, mostScopes).map(({ id, title }) => ({ key: id, title })),
  ];
}

function ScopeFields({ draft, set, choices }: WatchProps): ReactNode {
  const [text, setText] = useState('');
  return (
    <>
      {choices.scopes.length > 12 && (
        <TextInput
          type="search"
          aria-label="Find a site, room or row"
          placeholder="Find a site, room or row"
          className="h-7! max-w-64"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <Ticks
        label="Only within"
        ticks={scopeTicks(choices, draft.within, text)}
        chosen={draft.within}
        onToggle={(id) => set({ within: toggledIn(draft.within, id as EntityId) })}
        hint={draft.within.length === 0 ? 'None chosen: everywhere.' : 'Elsewhere it does not ring.'}
      />
    </>
  );
}

export function WatchFields(props: WatchProps): ReactNode {
  const { draft, problems, set, choices } = props;
  return (
    <Group title="What it watches" hint="Sensors of this quantity, on things of these kinds.">
      <div className="flex flex-wrap gap-4">
        <Choice
          label="Quantity"
          value={draft.metric}
          options={metricChoices(choices)}
          onChange={(metric) => set(withMetric(draft, metric, choices))}
        />
        <Field label="Place begins with" hint="Left empty: every place.">
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
        label="On"
        ticks={kindChoices(choices, draft).map(({ kind, sensors }) => ({
          key: kind,
          title: text().kinds[kind],
          note: String(sensors),
        }))}
        chosen={draft.kinds}
        onToggle={(kind) => set({ kinds: toggledIn(draft.kinds, kind as Kind), values: [] })}
        hint="With the number of such sensors in this lab."
        error={problems.kinds ?? null}
      />
      <ScopeFields {...props} />
    </Group>
  );
}
