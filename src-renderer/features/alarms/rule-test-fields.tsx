import type { ReactNode } from 'react';
import type { AlarmRule, AlarmTest } from '../../../sim/contract/alarms.ts';
import { metricTable } from '../../../sim/contract/metrics.table.ts';
import { text, useText } from '../../text/text.ts';
import type { Option } from '../../ui/select.tsx';
import { spanText } from '../../ui/numbers.ts';
import { metricChoices } from './rule-choices.ts';
import type { RuleChoices } from './rule-choices.ts';
import { Choice, Group, NumberField, Ticks, toggledIn } from './rule-form-parts.tsx';
import type { PartProps } from './rule-form-parts.tsx';
import { choicesOf, differenceSymbol } from './rule-words.ts';

type TestProps = PartProps & { readonly choices: RuleChoices };

const tests = [
  'limit',
  'rate',
  'deviation',
  'state',
  'stale',
] as const satisfies readonly AlarmTest['type'][];
const directions = ['above', 'below'] as const;
const latchings = ['self-clearing', 'latched'] as const satisfies readonly AlarmRule['latching'][];
const silences = ['this-metric', 'every-metric'] as const;

const optionsOf = <Value extends string>(
  values: readonly Value[],
  titles: Readonly<Record<Value, string>>,
): readonly Option<Value>[] => values.map((value) => ({ value, title: titles[value] }));

const unitLabel = (label: string, symbol: string): string => (symbol === '' ? label : `${label}, ${symbol}`);

const spanHint = (written: string): string => {
  const words = text().alarmRules.test;
  const seconds = Number(written);
  return Number.isFinite(seconds) && seconds >= 120 ? words.secondsOf(spanText(seconds)) : words.seconds;
};

function LimitFields(props: TestProps): ReactNode {
  const { draft, set, choices } = props;
  const said = useText().alarmRules.test;
  const { symbol } = metricTable[draft.metric];
  const apart = differenceSymbol(draft.metric);
  const words = {
    limit: { label: unitLabel(said.limit, symbol), hint: said.limitHint },
    rate: { label: unitLabel(said.rate, apart), hint: said.rateHint },
    deviation: { label: unitLabel(said.distance, apart), hint: said.distanceHint },
  } as const;
  const type = draft.test === 'rate' || draft.test === 'deviation' ? draft.test : 'limit';
  return (
    <>
      <Choice
        label={said.direction}
        value={draft.direction}
        options={optionsOf(directions, said.directions)}
        onChange={(direction) => set({ direction })}
      />
      <NumberField {...props} name="limit" {...words[type]} />
      {type === 'rate' && (
        <NumberField {...props} name="window" label={said.over} hint={spanHint(draft.window)} />
      )}
      {type === 'deviation' && (
        <Choice
          label={said.from}
          value={draft.from}
          options={metricChoices(choices)}
          error={props.problems.from ?? null}
          hint={said.fromHint}
          onChange={(from) => set({ from })}
        />
      )}
    </>
  );
}

function OwnFields(props: TestProps): ReactNode {
  const { draft, problems, set } = props;
  const words = useText().alarmRules.test;
  switch (draft.test) {
    case 'limit':
    case 'rate':
    case 'deviation':
      return <LimitFields {...props} />;
    case 'state':
      return (
        <Ticks
          label={words.while}
          ticks={(choicesOf(draft) ?? []).map(({ value, word }) => ({ key: String(value), title: word }))}
          chosen={draft.values.map(String)}
          onToggle={(key) => set({ values: toggledIn(draft.values, Number(key)) })}
          error={problems.values ?? null}
        />
      );
    case 'stale':
      return (
        <>
          <NumberField {...props} name="periods" label={words.periods} hint={words.periodsHint} />
          <Choice
            label={words.silence}
            value={draft.of}
            options={optionsOf(silences, words.silences)}
            onChange={(of) => set({ of })}
          />
        </>
      );
    default:
      return draft.test satisfies never;
  }
}

export function TestFields(props: TestProps): ReactNode {
  const { draft, problems, set } = props;
  const words = useText().alarmRules.test;
  return (
    <Group title={words.title} hint={words.hint}>
      <div className="flex flex-wrap gap-4">
        <Choice
          label={words.label}
          value={draft.test}
          options={tests.map((value) => ({ value, ...words.of[value] }))}
          error={problems.test ?? null}
          onChange={(test) => set({ test })}
        />
        <OwnFields {...props} />
      </div>
      <div className="flex flex-wrap gap-4">
        <NumberField
          {...props}
          name="deadband"
          label={unitLabel(words.deadBand, differenceSymbol(draft.metric))}
          hint={words.deadBandHint}
        />
        <NumberField {...props} name="onDelay" label={words.onDelay} hint={spanHint(draft.onDelay)} />
        <NumberField {...props} name="offDelay" label={words.offDelay} hint={spanHint(draft.offDelay)} />
        <Choice
          label={words.gone}
          value={draft.latching}
          options={optionsOf(latchings, words.latchings)}
          onChange={(latching) => set({ latching })}
        />
      </div>
    </Group>
  );
}
