import { Copy } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import { text, useText } from '../../text/text.ts';
import { IconButton } from '../../ui/button.tsx';
import { LiveValue } from '../../ui/live-value.tsx';
import { copyText } from './thing-actions.ts';

export type Fact = { readonly label: string; readonly value: ReactNode };

export const FactList = ({ facts }: { readonly facts: readonly Fact[] }): ReactNode => (
  <dl className="grid grid-cols-[minmax(76px,30%)_minmax(0,1fr)] gap-x-3 px-3 pb-1 text-12">
    {facts.map(({ label, value }) => (
      <div key={label} className="contents">
        <dt className="min-h-6 py-0.5 text-text-2">{label}</dt>
        <dd className="min-h-6 min-w-0 py-0.5">{value}</dd>
      </div>
    ))}
  </dl>
);

export const TopicFact = ({ topic }: { readonly topic: string }): ReactNode => (
  <span className="flex items-center gap-1">
    <span className="min-w-0 truncate font-mono text-12" title={topic}>
      {topic}
    </span>
    <IconButton
      icon={Copy}
      label={useText().inspector.copyTopic}
      className="-my-1 size-6"
      onClick={() => void copyText(topic)}
    />
  </span>
);

/** What a person calls it: a rack's air in front is its inlet. */
export function sensorLabel({ spec }: EntityOf<'sensor'>): string {
  const { inspector, metrics } = text();
  const label = metrics[spec.metric];
  const air = spec.metric === 'temperature' ? inspector.air[spec.place] : undefined;
  if (air !== undefined) return air;
  return spec.place === 'middle' || spec.place === 'front-middle' ? label : `${label}, ${spec.place}`;
}

export function sensorFact(sensor: EntityOf<'sensor'>, after: ReactNode = null): Fact {
  return {
    label: sensorLabel(sensor),
    value: (
      <span className="inline-flex flex-wrap items-baseline gap-x-1.5">
        <LiveValue sensor={sensor.id} metric={sensor.spec.metric} />
        {after}
      </span>
    ),
  };
}
