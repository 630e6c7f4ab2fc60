import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import type { Advice, AdviceAnswer, AdvisorMode } from '../../../sim/contract/advisor.ts';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Face } from '../../ui/face.tsx';
import { Panel } from '../../ui/panel.tsx';
import { AdviceCard } from './advice-card.tsx';
import type { AdviceHands } from './advice-card.tsx';
import { SavedFigures } from './saved-figures.tsx';
import { BeforeAfter } from './before-after.tsx';

export type AdvisorPanelProps = AdviceHands & {
  readonly advice: QueryState<AdviceAnswer>;
  readonly nameOf: (id: string) => string;
  readonly onMode: (mode: AdvisorMode) => void;
};

const modes: readonly AdvisorMode[] = ['off', 'advise', 'act'];

export function AdvisorPanel({ advice, onMode, ...rest }: AdvisorPanelProps): ReactNode {
  const words = useText().cooling.advisor;
  return (
    <Panel
      title={words.title}
      tools={<ModeChoice mode={advice.data?.mode ?? null} onMode={onMode} />}
      className="min-h-0"
    >
      <Face state={advice} what={words.what}>
        {(data) => (
          <div
            role="region"
            aria-label={words.feed}
            tabIndex={0}
            className="min-h-0 flex-1 overflow-y-auto -outline-offset-2"
          >
            <p className="px-3 py-2 text-12 text-text-2">{words.hints[data.mode]}</p>
            <SavedFigures advice={data} />
            <Lists data={data} {...rest} />
            <BeforeAfter advice={data} />
          </div>
        )}
      </Face>
    </Panel>
  );
}

type ModeProps = {
  /** Null while it is not known. */
  readonly mode: AdvisorMode | null;
  readonly onMode: (mode: AdvisorMode) => void;
};

function ModeChoice({ mode, onMode }: ModeProps): ReactNode {
  const words = useText().cooling.advisor;
  return (
    <RadioGroup.Root
      aria-label={words.mode}
      orientation="horizontal"
      value={mode ?? ''}
      onValueChange={(next) => {
        const chosen = modes.find((one) => one === next);
        if (chosen !== undefined) onMode(chosen);
      }}
      className="flex gap-px rounded-md border border-line-strong p-px"
    >
      {modes.map((one) => (
        <RadioGroup.Item
          key={one}
          value={one}
          title={words.hints[one]}
          className="h-6 rounded-sm px-2.5 text-12 text-text-2 hover:text-text data-[state=checked]:bg-accent data-[state=checked]:font-medium data-[state=checked]:text-accent-ink"
        >
          {words.modes[one]}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}

type ListsProps = Omit<AdvisorPanelProps, 'advice' | 'onMode'> & { readonly data: AdviceAnswer };

/** What is over is a glance back, no archive: the story has it all. */
const shownEnded = 5;

function Lists({ data, ...rest }: ListsProps): ReactNode {
  const words = useText().cooling.advisor;
  const inState = (...states: readonly Advice['state'][]): Advice[] =>
    data.items.filter(({ state }) => states.includes(state));
  const ended = inState('dismissed', 'undone', 'over').slice(0, shownEnded);
  const idle = data.unsettled.length > 0 ? words.unsettled : words.nothing;
  const nothing = data.mode === 'off' ? words.offHint : idle;
  return (
    <>
      <AdviceList title={words.feed} items={inState('open')} none={nothing} data={data} {...rest} />
      <AdviceList
        title={words.appliedTitle}
        items={inState('applied')}
        none={words.noneApplied}
        data={data}
        {...rest}
      />
      {ended.length > 0 && (
        <AdviceList title={words.endedTitle} items={ended} none="" data={data} {...rest} />
      )}
    </>
  );
}

type ListProps = ListsProps & {
  readonly title: string;
  readonly items: readonly Advice[];
  readonly none: string;
};

const AdviceList = ({ title, items, none, data, ...rest }: ListProps): ReactNode => (
  <section aria-label={title} className="border-t">
    <h3 className="px-3 pt-2 text-12 font-medium text-text-2">
      {title}
      {items.length > 0 && <span className="ml-2 font-normal text-text-3">{items.length}</span>}
    </h3>
    {items.length === 0 && <p className="px-3 pt-1 pb-2 text-12 text-text-3">{none}</p>}
    <ul>
      {items.map((advice) => (
        <li key={advice.id} className="not-first:border-t">
          <AdviceCard advice={advice} unmeasured={data.unmeasured} {...rest} />
        </li>
      ))}
    </ul>
  </section>
);
