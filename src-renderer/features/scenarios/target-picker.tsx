import { RadioGroup } from 'radix-ui';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Entity } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { ScenarioCard } from '../../../sim/contract/scenarios.ts';
import { useText } from '../../text/text.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import { findTargets } from './find-targets.ts';
import type { Target } from './find-targets.ts';
import { fullName, kindWord } from './scenario-words.ts';

type TargetPickerProps = {
  readonly card: ScenarioCard;
  readonly entities: ReadonlyMap<EntityId, Entity>;
  readonly target: EntityId | null;
  readonly selected: EntityId | null;
  readonly error: string | null;
  readonly onTarget: (target: EntityId) => void;
};

const Choice = ({ target: { entity, path } }: { readonly target: Target }): ReactNode => (
  <RadioGroup.Item
    value={entity.id}
    className="flex min-h-7 w-full min-w-0 items-center gap-2 rounded-sm px-2 text-left text-13 -outline-offset-2 hover:bg-hover data-[state=checked]:bg-hover data-[state=checked]:font-semibold"
  >
    <span
      aria-hidden
      className="grid size-3.5 shrink-0 place-items-center rounded-full border border-line-strong"
    >
      <RadioGroup.Indicator className="size-1.5 rounded-full bg-accent forced-colors:bg-[Highlight]" />
    </span>
    <span className="shrink-0">{entity.name}</span>{' '}
    <span className="shrink-0 text-12 text-text-3">{kindWord(entity.kind)}</span>{' '}
    <span className="truncate text-12 text-text-3">{path}</span>
  </RadioGroup.Item>
);

export function TargetPicker({
  card,
  entities,
  target,
  selected,
  error,
  onTarget,
}: TargetPickerProps): ReactNode {
  const words = useText().scenarios.targets;
  const [text, setText] = useState('');
  // As it was when the form was opened: later choices do not move the list.
  const [near] = useState(selected ?? target);
  const { shown, more } = findTargets(entities, { kinds: card.targets, text, near });
  const isElsewhere = target !== null && !shown.some(({ entity }) => entity.id === target);
  return (
    <Field label={words.label} hint={words.hint(card.targets, more)} error={error}>
      {(ids) => (
        <>
          <TextInput
            {...ids}
            value={text}
            placeholder={words.placeholder}
            onChange={(event) => setText(event.target.value)}
          />
          <RadioGroup.Root
            aria-label={words.target}
            value={target ?? ''}
            onValueChange={(id) => onTarget(id as EntityId)}
            className="mt-1 flex flex-col rounded-md border p-0.5"
          >
            {shown.map((one) => (
              <Choice key={one.entity.id} target={one} />
            ))}
            {shown.length === 0 && (
              <span className="px-2 py-1 text-12 text-text-3">
                {text === '' ? words.noneOf(card.targets) : words.noneNamed}
              </span>
            )}
          </RadioGroup.Root>
          {isElsewhere && (
            <span className="text-12 text-text-2">
              {words.chosen(
                <strong key="chosen" className="font-semibold">
                  {fullName(entities, target)}
                </strong>,
              )}
            </span>
          )}
        </>
      )}
    </Field>
  );
}
