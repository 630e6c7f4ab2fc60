/** One unit of the chain: its symbol on the line, its words at the right. */
import type { ReactNode } from 'react';
import type { EntityOf, Metric } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { UnitNode } from '../../canvas/one-line/one-line-graph.ts';
import type { UnitKind } from '../../canvas/one-line/site-chain.ts';
import { BatterySymbol, UnitSymbol } from '../../canvas/one-line/symbols.tsx';
import type { Source } from '../../canvas/one-line/energised.ts';
import { LiveState } from '../../ui/live-state.tsx';
import { LiveValue } from '../../ui/live-value.tsx';
import { numberText, withUnit } from '../../ui/numbers.ts';
import { useText } from '../../text/text.ts';
import { sensorFor } from '../floor/rack-sensors.ts';
import { phasesOf } from '../inspector/phases.ts';
import { AlarmOf, EffectTag, Spot } from './one-line-parts.tsx';
import type { Scene } from './one-line-parts.tsx';
import { PhaseStrip } from './phase-strip.tsx';

/** What stands beside a symbol, a line each. */
const shown = {
  utility: [['power', 'voltage']],
  transformer: [['power', 'load']],
  genset: [['power', 'fuel']],
  ats: [['power', 'voltage']],
  ups: [['power', 'load'], ['runtime']],
  panel: [['power', 'load']],
} as const satisfies Record<UnitKind, readonly (readonly Metric[])[]>;

export const inkOf = (source: Source): string =>
  source === 'none' ? 'text-text-3' : source === 'battery' ? 'text-major' : 'text-text';

function Values({
  scene,
  id,
  metrics,
}: {
  readonly scene: Scene;
  readonly id: EntityId;
  readonly metrics: readonly Metric[];
}): ReactNode {
  const words = useText().power.diagram;
  const sensors = metrics.flatMap((metric) => sensorFor(scene.inventory, id, metric) ?? []);
  if (sensors.length === 0) return null;
  return (
    <span className="flex gap-2 whitespace-nowrap text-11 leading-3.5 text-text-2">
      {sensors.map((sensor) => (
        <span key={sensor.id}>
          {sensor.spec.metric === 'fuel' && `${words.fuel} `}
          <LiveValue sensor={sensor.id} metric={sensor.spec.metric} />
        </span>
      ))}
    </span>
  );
}

/** Without a state of its own a thing is as alive as its line. */
function State({ scene, id }: { readonly scene: Scene; readonly id: EntityId }): ReactNode {
  const words = useText().power.diagram.sources;
  const sensor = sensorFor(scene.inventory, id, 'state') ?? sensorFor(scene.inventory, id, 'breaker');
  if (sensor !== null)
    return <LiveState sensor={sensor.id} metric={sensor.spec.metric} className="h-4 text-11 leading-4" />;
  return <span className="text-11 leading-4 text-text-3">{words[scene.flow.nodes.get(id) ?? 'none']}</span>;
}

function Battery({
  scene,
  battery,
  ups,
}: {
  readonly scene: Scene;
  readonly battery: EntityOf<'battery'>;
  readonly ups: UnitNode;
}): ReactNode {
  const word = scene.source.wordOf(battery.id);
  const charge =
    sensorFor(scene.inventory, battery.id, 'charge') ?? sensorFor(scene.inventory, ups.entity.id, 'charge');
  const isUsed = word === 'discharging' || scene.flow.nodes.get(ups.id) === 'battery';
  return (
    <Spot
      scene={scene}
      id={battery.id}
      label={useText().power.kinds.battery}
      className={`flex min-h-6 items-center justify-end gap-1 pl-1 ${isUsed ? 'text-major' : 'text-text-2'}`}
    >
      <span className="flex min-w-0 flex-col items-end text-11 leading-3.5">
        <span className="fine max-w-14 truncate">{battery.name}</span>
        {charge !== null && <LiveValue sensor={charge.id} metric="charge" />}
      </span>
      <BatterySymbol />
      {/* The lead to the UPS is as heavy as what flows in it. */}
      <span
        aria-hidden
        className={`-ml-1 h-0 w-2 ${isUsed ? 'border-t-2 border-dashed' : 'border-t'} border-current`}
      />
    </Spot>
  );
}

const ratedOf = (node: UnitNode): string =>
  'ratedPower' in node.entity.spec ? withUnit(numberText(node.entity.spec.ratedPower, 0), 'kW') : '';

export function OneLineUnit({ scene, node }: { readonly scene: Scene; readonly node: UnitNode }): ReactNode {
  const { entity } = node;
  const kinds = useText().power.kinds;
  const effect = scene.whatIf?.effects.get(entity.id);
  const gives = scene.flow.nodes.get(node.id) ?? 'none';
  return (
    <>
      {node.batteries.length > 0 && (
        <div className="absolute top-3 right-full flex w-20 flex-col items-end gap-0.5">
          {node.batteries.slice(0, 2).map((battery) => (
            <Battery key={battery.id} scene={scene} battery={battery} ups={node} />
          ))}
        </div>
      )}
      <Spot scene={scene} id={entity.id} label={kinds[entity.kind]} className="absolute inset-0 flex gap-1.5">
        <span className={inkOf(gives)}>
          <UnitSymbol kind={entity.kind} word={scene.source.wordOf(entity.id)} />
        </span>
        <span className="flex min-w-0 flex-1 flex-col">
          <span className="flex h-4 items-center gap-1">
            <span className="one-line-name truncate text-12 leading-4 font-semibold">{entity.name}</span>
            <AlarmOf mark={scene.marks.get(entity.id)} />
            <span className="fine text-11 whitespace-nowrap text-text-3">{ratedOf(node)}</span>
          </span>
          {effect === undefined ? (
            <State scene={scene} id={entity.id} />
          ) : (
            <EffectTag effect={effect} figure={scene.whatIf?.figures.get(node.id) ?? null} />
          )}
          <span className="fine flex flex-col">
            {shown[entity.kind].map((metrics) => (
              <Values key={metrics.join()} scene={scene} id={entity.id} metrics={metrics} />
            ))}
            <PhaseStrip phases={phasesOf(scene.inventory, entity)} />
          </span>
        </span>
      </Spot>
    </>
  );
}
