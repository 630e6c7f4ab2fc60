/** Its life: where it stands in it and since when, how old it is, how long its warranty runs. */
import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { labDate } from '../../ui/numbers.ts';
import { Select } from '../../ui/select.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { FactList } from '../inspector/fact-list.tsx';
import { LifecycleMark } from './asset-cells.tsx';
import { lifecycles } from './asset-view.ts';
import { DeviceCard } from './device-card.tsx';
import type { Device } from './device-chains.ts';
import { ageIn, changeLifecycle } from './device-facts.ts';
import type { Story } from './device-facts.ts';

type LifeProps = { readonly device: Device; readonly story: Story | null; readonly today: string };

function Warranty({ until, today }: { readonly until: string; readonly today: string }): ReactNode {
  const words = useText().assets;
  if (until < today) return <StatusMark kind="minor" word={words.ended(until)} showWord size={12} />;
  const left = ageIn(today, until);
  return left === null ? until : `${until} (${words.device.span(left.years, left.months)})`;
}

export function DeviceLife({ device, story, today }: LifeProps): ReactNode {
  const words = useText().assets.device;
  const { lifecycles: names } = useText().assets;
  const { lifecycle, asset } = device.spec;
  const age = asset?.installed === undefined ? null : ageIn(asset.installed, today);
  const phases = story?.lifecycle ?? [];
  return (
    <DeviceCard title={words.life}>
      <ol aria-label={words.life} className="flex flex-col px-3 pb-2 text-12">
        {lifecycles.map((state) => {
          const since = phases.findLast((phase) => phase.state === state);
          return (
            <li
              key={state}
              {...(state === lifecycle ? { 'aria-current': 'step' as const } : {})}
              className={`flex min-h-6 items-center gap-2 ${state === lifecycle ? 'font-semibold' : 'text-text-2'}`}
            >
              <LifecycleMark lifecycle={state} />
              <span className="ml-auto tabular-nums">{since === undefined ? '–' : labDate(since.at)}</span>
            </li>
          );
        })}
      </ol>
      <div className="px-3 pb-2">
        <Select
          label={words.moveTo}
          value={lifecycle}
          options={lifecycles.map((value) => ({ value, title: names[value] }))}
          onChange={(next) => void changeLifecycle(device, next)}
        />
      </div>
      <FactList
        facts={[
          { label: words.installed, value: asset?.installed ?? '–' },
          { label: words.age, value: age === null ? '–' : words.span(age.years, age.months) },
          {
            label: words.warranty,
            value:
              asset?.warrantyUntil === undefined ? (
                '–'
              ) : (
                <Warranty until={asset.warrantyUntil} today={today} />
              ),
          },
        ]}
      />
    </DeviceCard>
  );
}
