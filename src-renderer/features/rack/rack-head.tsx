/** Above each rack: its name and, where several stand side by side, what they are compared by. */
import { X } from 'lucide-react';
import { useRef } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/button.tsx';
import { metricText, numberText, withUnit } from '../../ui/numbers.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { RackMark } from '../../canvas/floor/mark-cells.ts';
import { deltaOf } from './heat-heights.ts';
import { isOldIn, useReadings, valueIn } from './live.ts';
import { budgetOf, type RackModel } from './rack-model.ts';

function write(node: HTMLElement | null, said: string, isOld: boolean): void {
  if (node === null) return;
  if (node.textContent !== said) node.textContent = said;
  node.classList.toggle('stale', isOld);
}

export function DeltaValue({
  model,
  className,
}: {
  readonly model: RackModel;
  readonly className?: string;
}): ReactNode {
  const node = useRef<HTMLSpanElement>(null);
  const front = model.heat.front.map(({ id }) => id);
  const rear = model.heat.rear.map(({ id }) => id);
  useReadings([...front, ...rear], (readings) => {
    const delta = deltaOf(
      front.map((id) => valueIn(readings, id)),
      rear.map((id) => valueIn(readings, id)),
    );
    write(
      node.current,
      delta === null ? '–' : withUnit(numberText(delta, 1), 'K'),
      isOldIn(readings, [...front, ...rear]),
    );
  });
  return (
    <span ref={node} className={className}>
      –
    </span>
  );
}

/** kW now, as a number and a bar against the rating. */
export function LoadValue({
  model,
  label,
}: {
  readonly model: RackModel;
  readonly label: string;
}): ReactNode {
  const value = useRef<HTMLSpanElement>(null);
  const meter = useRef<HTMLSpanElement>(null);
  const fill = useRef<HTMLSpanElement>(null);
  const of = model.rack.spec.ratedPower;
  useReadings([model.power], (readings) => {
    const load = valueIn(readings, model.power);
    const said = metricText('power', load);
    write(value.current, said, isOldIn(readings, [model.power]));
    const share = load === null ? 0 : load / of;
    meter.current?.setAttribute('aria-valuenow', String(Math.round(share * 100)));
    meter.current?.setAttribute('aria-valuetext', said);
    if (fill.current === null) return;
    fill.current.style.width = `${Math.min(100, share * 100).toFixed(1)}%`;
    fill.current.className = classNames(
      'absolute inset-y-0 left-0 rounded-sm',
      share > 1 ? 'bg-major' : share > 0.8 ? 'bg-minor' : 'bg-text-3',
    );
  });
  return (
    <span className="flex min-w-0 flex-1 items-center gap-2">
      <span ref={value} className="whitespace-nowrap tabular-nums">
        –
      </span>
      <span
        ref={meter}
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={0}
        className="relative h-1.5 min-w-6 flex-1 rounded-sm bg-hover"
      >
        <span ref={fill} className="absolute inset-y-0 left-0 rounded-sm bg-text-3" />
        <span className="absolute -inset-y-0.5 left-[80%] w-px bg-text-2" />
      </span>
    </span>
  );
}

type HeadProps = {
  readonly model: RackModel;
  readonly mark: RackMark | null;
  readonly onOpen: () => void;
  readonly onClose: () => void;
};

export function CompareHead({ model, mark, onOpen, onClose }: HeadProps): ReactNode {
  const words = useText().rack;
  const { name } = model.rack;
  const { space } = budgetOf(model);
  return (
    <header className="flex flex-col gap-0.5 pb-1 text-12">
      <div className="flex min-h-7 items-center gap-1">
        <h3 className="min-w-0 flex-1">
          <button
            type="button"
            onClick={onOpen}
            className="min-h-6 max-w-full truncate rounded-sm text-13 font-semibold hover:underline"
          >
            {name}
          </button>
        </h3>
        {mark !== null && <StatusMark kind={mark.severity} isUnacknowledged={!mark.acknowledged} />}
        <IconButton icon={X} label={words.compareRemove(name)} onClick={onClose} />
      </div>
      <LoadValue model={model} label={`${words.facts.drawn}, ${name}`} />
      <p className="flex justify-between gap-2 whitespace-nowrap text-text-2">
        <span title={words.facts.deltaLong}>
          {words.facts.delta} <DeltaValue model={model} className="text-text" />
        </span>
        <span>{words.facts.free(space.free)}</span>
      </p>
    </header>
  );
}
