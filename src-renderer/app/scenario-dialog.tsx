import { CircleStop } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Entity } from '../../sim/contract/entities.ts';
import type { EntityId } from '../../sim/contract/ids.ts';
import type { QueryAnswer } from '../../sim/contract/queries.ts';
import type { ScenarioRun } from '../../sim/contract/scenarios.ts';
import { useQuery } from '../data/client.ts';
import { nameOfEntity, useWorld, worldNow } from '../data/world.ts';
import { Age } from '../ui/age.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { ErrorState, SkeletonRows } from '../ui/states.tsx';
import { closePanel, usePanels } from './panels.ts';
import { perform } from './perform.ts';
import { scenarioTitle } from './scenario.actions.ts';

type Card = QueryAnswer<'scenarios'>['cards'][number];
type Severity = Card['severities'][number];

const severityTitles: Readonly<Record<Severity, string>> = { partial: 'Partial', total: 'Total' };

function Running({ runs }: { readonly runs: readonly ScenarioRun[] }): ReactNode {
  if (runs.length === 0) return null;
  return (
    <section aria-label="Running scenarios" className="mb-4 rounded-md border">
      {runs.map((run) => (
        <div key={run.id} className="flex min-h-10 items-center gap-3 px-3 text-13 not-first:border-t">
          <span className="min-w-0 flex-1 truncate">
            {scenarioTitle(run.name)} on <strong className="font-semibold">{nameOfEntity(run.target)}</strong>
            , {run.severity}
          </span>
          <Age since={run.startedAt} className="text-12 text-text-2" />
          <Button
            icon={CircleStop}
            aria-label={`Stop ${scenarioTitle(run.name)} on ${nameOfEntity(run.target)}`}
            onClick={() => void perform({ type: 'scenario.stop', id: run.id }, 'Scenario stopped')}
          >
            Stop
          </Button>
        </div>
      ))}
    </section>
  );
}

const mostTargets = 12;

/** By name, rooms before racks; a lab may have ten thousand racks. */
function targetsFor(entities: Iterable<Entity>, card: Card, text: string): readonly Entity[] {
  const found: Entity[] = [];
  for (const entity of entities) {
    if (!card.targets.includes(entity.kind) || !entity.name.toLowerCase().includes(text.toLowerCase()))
      continue;
    found.push(entity);
    if (found.length >= 400) break;
  }
  const isRoom = (entity: Entity): number => (entity.kind === 'room' ? 0 : 1);
  return found
    .toSorted((a, b) => isRoom(a) - isRoom(b) || a.name.localeCompare(b.name))
    .slice(0, mostTargets);
}

type TargetProps = {
  readonly card: Card;
  readonly target: EntityId | null;
  readonly onTarget: (target: EntityId) => void;
};

function TargetPicker({ card, target, onTarget }: TargetProps): ReactNode {
  const [text, setText] = useState(target === null ? '' : nameOfEntity(target));
  const shown = targetsFor(worldNow().entities.values(), card, text);
  return (
    <Field label="Where" hint={`A ${card.targets.join(' or a ')}, by name`}>
      {(ids) => (
        <>
          <TextInput
            {...ids}
            value={text}
            placeholder="A01"
            onChange={(event) => setText(event.target.value)}
          />
          <div role="radiogroup" aria-label="Target" className="mt-1 flex flex-wrap gap-1">
            {shown.map((entity) => (
              <button
                key={entity.id}
                type="button"
                role="radio"
                aria-checked={target === entity.id}
                onClick={() => {
                  onTarget(entity.id);
                  setText(entity.name);
                }}
                className={`h-7 rounded-md border px-2 text-12 ${target === entity.id ? 'border-accent bg-hover font-semibold' : 'border-line bg-raised hover:bg-hover'}`}
              >
                {entity.name} <span className="text-text-3">{entity.kind}</span>
              </button>
            ))}
            {shown.length === 0 && <span className="text-12 text-text-3">Nothing is called that.</span>}
          </div>
        </>
      )}
    </Field>
  );
}

function firstTarget(card: Card, asked: EntityId | null): EntityId | null {
  const entity = asked === null ? undefined : worldNow().entities.get(asked);
  return entity !== undefined && card.targets.includes(entity.kind) ? entity.id : null;
}

function ScenarioForm({ cards }: { readonly cards: readonly Card[] }): ReactNode {
  const asked = usePanels((state) => state.target);
  const [name, setName] = useState(cards[0]?.name ?? 'COOLING_FAILURE');
  const card = cards.find((one) => one.name === name);
  const [target, setTarget] = useState(card === undefined ? null : firstTarget(card, asked));
  const [severity, setSeverity] = useState<Severity>('partial');
  if (card === undefined) return <p className="text-13 text-text-2">This host knows no scenarios.</p>;
  const run = async () => {
    if (target === null) return;
    const receipt = await perform(
      { type: 'scenario.run', name, target, severity },
      `${card.title} runs on ${nameOfEntity(target)}`,
    );
    if (receipt !== null) closePanel();
  };
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      {cards.length > 1 && (
        <Select
          label="Scenario"
          value={name}
          options={cards.map((one) => ({ value: one.name, title: one.title }))}
          onChange={setName}
        />
      )}
      <div>
        <h3 className="text-13 font-semibold">{card.title}</h3>
        <p className="text-13 text-text-2">{card.summary}</p>
      </div>
      <TargetPicker card={card} target={target} onTarget={setTarget} />
      <div className="flex items-center gap-3">
        <span className="text-12 font-medium text-text-2">How bad</span>
        <Select
          label="How bad"
          value={severity}
          options={card.severities.map((one) => ({ value: one, title: severityTitles[one] }))}
          onChange={setSeverity}
        />
        <Button
          type="submit"
          look="primary"
          className="ml-auto"
          refusedBecause={target === null ? 'Choose where first' : null}
        >
          Run scenario
        </Button>
      </div>
    </form>
  );
}

export function ScenarioDialog(): ReactNode {
  const scenarios = useQuery('scenarios', {});
  const runs = useWorld((state) => state.runs);
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : closePanel())}
      title="Scenarios"
      description="Break something on purpose, watch what it causes, and mend it."
    >
      <Running runs={[...runs.values()]} />
      {scenarios.data !== null && <ScenarioForm cards={scenarios.data.cards} />}
      {scenarios.phase === 'loading' && <SkeletonRows count={3} />}
      {scenarios.phase === 'error' && scenarios.refusal !== null && (
        <ErrorState
          what="The scenarios could not be read."
          refusal={scenarios.refusal}
          onRetry={scenarios.retry}
        />
      )}
    </Dialog>
  );
}
