import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ScenarioCard } from '../../../sim/contract/scenarios.ts';
import { closePanel, usePanels } from '../../app/panels.ts';
import { useSelection } from '../../app/selection.ts';
import { execute } from '../../data/client.ts';
import { useWorld, worldNow } from '../../data/world.ts';
import { text, useText } from '../../text/text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { ErrorState, SkeletonRows } from '../../ui/states.tsx';
import { showDone } from '../../ui/toasts.ts';
import { labNow } from '../inspector/lab-now.ts';
import { RunList } from './run-list.tsx';
import { ScenarioForm } from './scenario-form.tsx';
import { useScenarioPick } from './scenario-pick.ts';
import type { RunInput } from './scenario-draft.ts';
import { SeeList } from './see-list.tsx';
import { stopRuns } from './stop-runs.ts';
import { drillOf, fullNameNow } from './use-runs.ts';
import { useDrillCards, useScenarioCards } from './use-cards.ts';

function Running({ cards }: { readonly cards: readonly ScenarioCard[] }): ReactNode {
  const words = useText().scenarios.runs.running;
  const runs = useWorld((state) => state.runs);
  const drills = useDrillCards();
  const select = useSelection((state) => state.select);
  if (runs.size === 0) return null;
  return (
    <section aria-label={words.label} className="mb-4 max-h-44 overflow-y-auto rounded-md border">
      <RunList
        label={words.label}
        detail="line"
        runs={[...runs.values()]}
        cards={cards}
        now={labNow}
        nameOf={fullNameNow}
        drillOf={(id) => drillOf(drills.data?.cards ?? [], id)}
        onSelect={(id) => {
          closePanel();
          select(id);
        }}
        onStop={(run) => void stopRuns([run])}
      />
    </section>
  );
}

async function run(card: ScenarioCard, command: RunInput) {
  const answer = await execute(command);
  if (!answer.ok) return answer.refusal;
  showDone(text().scenarios.runsOn(card.title, fullNameNow(command.target)));
  closePanel();
  return null;
}

/** The short way, from any screen; the long way is the screen of scenarios. */
function Chooser({ cards }: { readonly cards: readonly ScenarioCard[] }): ReactNode {
  const words = useText().scenarios;
  const asked = usePanels((state) => state.target);
  const selected = useSelection((state) => state.selected);
  const picked = useScenarioPick((state) => state.name);
  const [name, setName] = useState(picked ?? cards[0]?.name ?? 'COOLING_FAILURE');
  const card = cards.find((one) => one.name === name);
  if (card === undefined) return <p className="text-13 text-text-2">{words.none}</p>;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-2">
        <span>
          <Select
            label={words.scenario}
            value={name}
            options={cards.map((one) => ({ value: one.name, title: one.title }))}
            onChange={setName}
          />
        </span>
        <p className="text-13 text-text-2">{card.summary}</p>
      </div>
      <ScenarioForm
        key={card.name}
        card={card}
        entities={worldNow().entities}
        selected={asked ?? selected}
        onRun={(command) => run(card, command)}
      />
      <SeeList see={card.see} />
    </div>
  );
}

export function ScenarioDialog(): ReactNode {
  const words = useText().scenarios;
  const scenarios = useScenarioCards();
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => (open ? undefined : closePanel())}
      title={words.title}
      description={words.about}
    >
      <Running cards={scenarios.data?.cards ?? []} />
      {scenarios.data !== null && <Chooser cards={scenarios.data.cards} />}
      {scenarios.phase === 'loading' && <SkeletonRows count={3} />}
      {scenarios.phase === 'error' && scenarios.refusal !== null && (
        <ErrorState what={words.notRead} refusal={scenarios.refusal} onRetry={scenarios.retry} />
      )}
    </Dialog>
  );
}
