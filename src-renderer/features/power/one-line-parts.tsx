/** What the symbols of the diagram share: how they are marked, named and pressed. */
import type { KeyboardEvent, ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Energised } from '../../canvas/one-line/energised.ts';
import type { OneLineGraph } from '../../canvas/one-line/one-line-graph.ts';
import type { NodeId } from '../../canvas/one-line/site-chain.ts';
import type { Effect, WhatIf } from '../../canvas/one-line/what-if.ts';
import type { RackMark } from '../../canvas/floor/mark-cells.ts';
import { classNames } from '../../ui/class-names.ts';
import { metricText, numberText, withUnit } from '../../ui/numbers.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { StatusKind } from '../../ui/status-mark.tsx';
import { useText } from '../../text/text.ts';
import type { Inventory } from '../../canvas/one-line/site-chain.ts';
import type { PowerSource } from './power-hub.ts';

/** What every symbol looks at. */
export type Scene = {
  readonly inventory: Inventory;
  readonly graph: OneLineGraph;
  readonly source: PowerSource;
  readonly flow: Energised;
  readonly whatIf: WhatIf | null;
  readonly marks: ReadonlyMap<EntityId, RackMark>;
  readonly selected: EntityId | null;
  /** The one that Tab comes to. */
  readonly cursor: string | null;
  readonly devices: ReadonlyMap<EntityId, readonly { readonly id: EntityId; readonly name: string }[]>;
  readonly onSelect: (id: EntityId) => void;
  readonly onToggle: (id: NodeId, isOpen: boolean) => void;
  readonly onMenuFor: (id: EntityId) => void;
};

export const effectKinds = {
  lost: 'critical',
  dark: 'critical',
  trips: 'critical',
  bridged: 'major',
  'one-feed': 'major',
  'takes-over': 'info',
} as const satisfies Record<Effect, StatusKind>;

export const graver = Object.keys(effectKinds) as readonly Effect[];

/** What the preview says of a thing, as a tag that cannot be taken for its state. */
export function EffectTag({
  effect,
  figure,
}: {
  readonly effect: Effect;
  readonly figure: number | null;
}): ReactNode {
  const words = useText().power.whatIf.effects;
  const amount =
    figure === null
      ? ''
      : ` ${effect === 'bridged' ? metricText('runtime', figure) : withUnit(numberText(figure, 0), '%')}`;
  return (
    <span className="inline-flex h-5 items-center self-start overflow-hidden rounded-sm border border-dashed border-current bg-bg px-1">
      <StatusMark kind={effectKinds[effect]} word={`${words[effect]}${amount}`} showWord size={11} />
    </span>
  );
}

export const AlarmOf = ({ mark }: { readonly mark: RackMark | undefined }): ReactNode =>
  mark === undefined ? null : (
    <StatusMark kind={mark.severity} isUnacknowledged={!mark.acknowledged} size={11} />
  );

type SpotProps = {
  readonly scene: Scene;
  readonly id: EntityId;
  /** What the keyboard calls it; its own id where left out. */
  readonly spot?: string;
  /** What its words do not say: its kind, what a press does. */
  readonly label: string;
  readonly className?: string;
  readonly onPress?: () => void;
  readonly isOpen?: boolean;
  readonly children: ReactNode;
};

/** A symbol as a button: one tab stop for the whole diagram, arrows for the rest. */
export function Spot({
  scene,
  id,
  spot = id,
  label,
  className,
  onPress,
  isOpen,
  children,
}: SpotProps): ReactNode {
  const isSelected = scene.selected === id;
  return (
    <button
      type="button"
      data-spot={spot}
      tabIndex={scene.cursor === spot ? 0 : -1}
      {...(isOpen === undefined ? { 'aria-pressed': isSelected } : { 'aria-expanded': isOpen })}
      onClick={onPress ?? (() => scene.onSelect(id))}
      onContextMenu={() => scene.onMenuFor(id)}
      className={classNames(
        'rounded-md text-left',
        isSelected ? 'outline-2 outline-text' : 'hover:bg-hover/60',
        className,
      )}
    >
      <span className="sr-only">{label} </span>
      {children}
    </button>
  );
}

/** The spot that has the focus, among the diagram's own. */
export function spotOf(event: KeyboardEvent): string | null {
  const { target } = event;
  return target instanceof HTMLElement ? (target.dataset['spot'] ?? null) : null;
}
