import { Box, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EngineState } from '../../../sim/contract/engine.ts';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import { goTo } from '../../app/way.ts';
import { useQuery } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { FactList } from '../inspector/fact-list.tsx';
import type { Fact } from '../inspector/fact-list.tsx';
import type { BackingAsk } from './backing-dialog.tsx';
import { BackingForm } from './backing-form.tsx';
import { Cards, MachineCard, Quiet } from './machine-card.tsx';
import { machinePath } from './power-deeds.ts';
import type { Turning } from './use-turning.ts';

type Vm = EntityOf<'vm'>;

type CardsProps = {
  readonly vm: Vm;
  readonly engine: EngineState;
  readonly turning: Turning;
  readonly onAsk: (ask: BackingAsk) => void;
};

export function BackingCards(props: CardsProps): ReactNode {
  const words = useText().backing;
  const { vm, engine, turning, onAsk } = props;
  const { backing } = vm.spec;
  return (
    <Cards>
      <div className="flex min-w-0 flex-col gap-3">
        <Runs {...props} />
        {turning.step !== null && <Steps turning={turning} />}
        {backing === undefined && turning.step === null && (
          <MachineCard title={words.change}>
            {vm.spec.isTemplate ? (
              <Quiet>{words.template}</Quiet>
            ) : (
              <BackingForm images={engine.images} onAsk={onAsk} turning={turning} />
            )}
          </MachineCard>
        )}
      </div>
      {backing !== undefined && <Written vm={vm} />}
      <Notes vm={vm} />
    </Cards>
  );
}

function factsOf(
  words: ReturnType<typeof useText>['backing'],
  { spec }: Vm,
  engine: EngineState,
): readonly Fact[] {
  const { backing } = spec;
  const { kind, version, machines, most } = engine;
  return [
    { label: words.as, value: backing === undefined ? words.simulated : words.container },
    ...(backing === undefined
      ? []
      : [{ label: words.image, value: <span className="font-mono break-all">{backing.image}</span> }]),
    ...(kind === null ? [] : [{ label: words.engine, value: `${words.kinds[kind]} ${version}` }]),
    ...(most === 0
      ? []
      : [
          {
            label: words.room,
            value: words.taken(machines.filter(({ state }) => state === 'running').length, most),
          },
        ]),
  ];
}

const marks = {
  stopped: 'stale',
  starting: 'info',
  running: 'ok',
  paused: 'stale',
  failing: 'major',
} as const;

function Runs({ vm, engine, turning, onAsk }: CardsProps): ReactNode {
  const words = useText().backing;
  const mine = engine.machines.find(({ machine }) => machine === vm.id);
  return (
    <MachineCard title={words.runs}>
      <FactList facts={factsOf(words, vm, engine)} />
      {mine !== undefined && (
        <div className="px-3 py-1 text-12">
          <StatusMark kind={marks[mine.state]} word={words.states[mine.state]} showWord />
          {mine.problem !== null && (
            <p role="alert" className="mt-1 text-12">
              {mine.problem}
            </p>
          )}
        </div>
      )}
      {vm.spec.backing !== undefined && (
        <div className="px-3 pt-2">
          <Button
            icon={Undo2}
            refusedBecause={turning.step === null ? null : words.steps[turning.step]}
            onClick={() => onAsk({ to: 'simulated' })}
          >
            {words.release}
          </Button>
        </div>
      )}
    </MachineCard>
  );
}

function Steps({ turning: { step, part } }: { readonly turning: Turning }): ReactNode {
  const words = useText().backing;
  if (step === null) return null;
  return (
    <MachineCard title={words.change}>
      <div className="px-3 py-1">
        <p role="status" className="mb-2 flex items-center gap-2 text-12">
          <Box aria-hidden size={14} className="text-text-2" />
          {words.steps[step]}
        </p>
        <ProgressBar label={words.steps[step]} value={part} />
      </div>
    </MachineCard>
  );
}

const lines = 100;
const renew = 5000;

function Written({ vm }: { readonly vm: Vm }): ReactNode {
  const words = useText().backing;
  const { data } = useQuery('machine-log', { id: vm.id, lines }, { every: renew });
  return (
    <MachineCard title={words.log}>
      {data === null || data.text === '' ? (
        <Quiet>{words.noLog}</Quiet>
      ) : (
        <div className="mx-3 flex max-h-72 rounded-sm bg-bg p-2">
          <ScrollRegion label={words.log}>
            <pre className="font-mono text-11 whitespace-pre-wrap">{data.text}</pre>
          </ScrollRegion>
        </div>
      )}
    </MachineCard>
  );
}

function Notes({ vm }: { readonly vm: Vm }): ReactNode {
  const words = useText().backing;
  const count = vm.spec.snapshots.length;
  return (
    <MachineCard title={words.know}>
      <ul className="flex flex-col gap-2 px-3 py-1 text-12 text-text-2">
        {words.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      {vm.spec.backing !== undefined && count > 0 && (
        <div className="px-3 pt-2">
          <Button icon={Undo2} onClick={() => goTo(`${machinePath(vm.id)}&tab=snapshots`)}>
            {words.toSnapshots(count)}
          </Button>
        </div>
      )}
    </MachineCard>
  );
}
