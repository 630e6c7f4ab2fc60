/** The question before bots are silenced, or speak again, with which sensors it is about. */
import type { ReactNode } from 'react';
import { nameOfEntity, useWorld } from '../../data/world.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { metricsOf, sensorsBelow } from './sensors-below.ts';
import type { MetricCount } from './sensors-below.ts';
import { dropSourceAsked, giveSource, useSourceAsked } from './source-actions.ts';
import type { SourceAsked } from './source-actions.ts';

type SourceDialogProps = {
  readonly asked: SourceAsked;
  readonly name: string;
  /** Of the sensors that will change. */
  readonly counts: readonly MetricCount[];
  readonly onYes: (count: number) => void;
  readonly onNo: () => void;
};

function SourceDialog({ asked, name, counts, onYes, onNo }: SourceDialogProps): ReactNode {
  const { inspector, metrics, ui } = useText();
  const words = inspector.sources;
  const count = counts.reduce((sum, one) => sum + one.count, 0);
  const title = words.titles[asked.source];
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onNo()}
      title={words.ask(title, count, name)}
      description={words.follows[asked.source]}
      footer={
        <>
          <Button onClick={onNo}>{ui.cancel}</Button>
          <Button look={asked.source === 'hardware' ? 'danger' : 'primary'} onClick={() => onYes(count)}>
            {title}
          </Button>
        </>
      }
    >
      <ul aria-label={words.measure} className="flex flex-wrap gap-x-4 gap-y-1 text-12">
        {counts.map((one) => (
          <li key={one.metric}>
            {metrics[one.metric]} <span className="text-text-3">{one.count}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

export function AskSource(): ReactNode {
  const asked = useSourceAsked((state) => state.asked);
  // The question is about the sensors that are there now.
  useWorld((state) => state.layout);
  if (asked === null) return null;
  const sensors = sensorsBelow(useWorld.getState(), asked.within);
  return (
    <SourceDialog
      asked={asked}
      name={nameOfEntity(asked.within)}
      counts={metricsOf(sensors.filter(({ spec }) => spec.source !== asked.source))}
      onNo={dropSourceAsked}
      onYes={(count) => {
        dropSourceAsked();
        void giveSource(asked, count);
      }}
    />
  );
}
