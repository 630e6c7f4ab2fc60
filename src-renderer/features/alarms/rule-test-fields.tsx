import type { ReactNode } from 'react';
import type { AlarmRule, AlarmTest } from '../../../sim/contract/alarms.ts';
import { metricTable } from '../../../sim/contract/metrics.table.ts';
import { spanText } from '../../ui/numbers.ts';
import { metricChoices } from './rule-choices.ts';
import type { RuleChoices } from './rule-choices.ts';
import { Choice, Group, NumberField, Ticks, toggledIn } from './rule-form-parts.tsx';
import type { PartProps } from './rule-form-parts.tsx';
import { choicesOf, differenceSymbol } from './rule-words.ts';

type TestProps = PartProps & { readonly choices: RuleChoices };

const testOptions = [
  { value: 'limit', title: 'Limit', note: 'The value itself' },
  { value: 'rate', title: 'Rate', note: 'How fast it changes' },
  { value: 'deviation', title: 'Deviation', note: 'How far it is from another quantity' },
  { value: 'state', title: 'State', note: 'One of some words' },
  { value: 'stale', title: 'Silence', note: 'The sensor says nothing' },
] as const satisfies readonly {
  readonly value: AlarmTest['type'];
  readonly title: string;
  readonly note: string;
}[];

const directions = [
  { value: 'above', title: 'Above' },
  { value: 'below', title: 'Below' },
] as const;

const latchings = [
  { value: 'self-clearing', title: 'Clears by itself' },
  { value: 'latched', title: 'Stays until acknowledged' },
] as const satisfies readonly { readonly value: AlarmRule['latching']; readonly title: string }[];

const silences = [
  { value: 'this-metric', title: 'This quantity' },
  { value: 'every-metric', title: 'Any quantity' },
] as const;

const unitLabel = (label: string, symbol: string): string => (symbol === '' ? label : `${label}, ${symbol}`);

const spanHint = (text: string): string => {
  const seconds = Number(text);
  return Number.isFinite(seconds) && seconds >= 120
    ? `Seconds of lab time: ${spanText(seconds)}.`
    : 'Seconds of lab time.';
};

function LimitFields(props: TestProps): ReactNode {
  const { draft, set, choices } = props;
  const { symbol } = metricTable[draft.metric];
  const apart = differenceSymbol(draft.metric);
  const words = {
    limit: { label: unitLabel('Limit', symbol), hint: 'Rings beyond it.' },
    rate: {
      label: unitLabel('Change a minute', apart),
      hint: 'Falling is below a negative number.',
    },
    deviation: { label: unitLabel('Distance', apart), hint: 'Under the other one is negative.' },
  } as const;
  const type = draft.test === 'rate' || draft.test === 'deviation' ? draft.test : 'limit';
  return (
    <>
      <Choice
        label="Direction"
        value={draft.direction}
        options={directions}
        onChange={(direction) => set({ direction })}
      />
      <NumberField {...props} name="limit" {...words[type]} />
      {type === 'rate' && (
        <NumberField {...props} name="window" label="Over, s" hint={spanHint(draft.window)} />
      )}
      {type === 'deviation' && (
        <Choice
          label="From"
          value={draft.from}
          options={metricChoices(choices)}
          error={props.problems.from ?? null}
          hint="Of the same thing."
          onChange={(from) => set({ from })}
        />
      )}
    </>
  );
}

function OwnFields(props: TestProps): ReactNode {
  const { draft, problems, set } = props;
  switch (draft.test) {
    case 'limit':
    case 'rate':
    case 'deviation':
      return <LimitFields {...props} />;
    case 'state':
      return (
        <Ticks
          label="Rings while it is"
          ticks={(choicesOf(draft) ?? []).map(({ value, word }) => ({ key: String(value), title: word }))}
          chosen={draft.values.map(String)}
          onToggle={(key) => set({ values: toggledIn(draft.values, Number(key)) })}
          error={problems.values ?? null}
        />
      );
    case 'stale':
      return (
        <>
          <NumberField {...props} name="periods" label="Periods" hint="How many of its turns it may miss." />
          <Choice label="Silence of" value={draft.of} options={silences} onChange={(of) => set({ of })} />
        </>
      );
    default:
      return draft.test satisfies never;
  }
}

export function TestFields(props: TestProps): ReactNode {
  const { draft, problems, set } = props;
  return (
    <Group title="When it rings" hint="And when it lets go again.">
      <div className="flex flex-wrap gap-4">
        <Choice
          label="Test"
          value={draft.test}
          options={testOptions}
          error={problems.test ?? null}
          onChange={(test) => set({ test })}
        />
        <OwnFields {...props} />
      </div>
      <div className="flex flex-wrap gap-4">
        <NumberField
          {...props}
          name="deadband"
          label={unitLabel('Dead band', differenceSymbol(draft.metric))}
          hint="It must come back by so much."
        />
        <NumberField {...props} name="onDelay" label="On delay, s" hint={spanHint(draft.onDelay)} />
        <NumberField {...props} name="offDelay" label="Off delay, s" hint={spanHint(draft.offDelay)} />
        <Choice
          label="When its cause is gone"
          value={draft.latching}
          options={latchings}
          onChange={(latching) => set({ latching })}
        />
      </div>
    </Group>
  );
}
