/** The canvas in React's tree. Readings go past React, straight to the stage. */
import { useEffect, useEffectEvent, useId, useRef } from 'react';
import type { KeyboardEvent, MouseEvent, ReactNode, RefObject } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { FloorPlan } from '../../canvas/floor/floor-plan.ts';
import type { FloorScene } from '../../canvas/floor/floor-scene.ts';
import {
  createFloorStage,
  type FloorStage,
  type Grabbed,
  type Picked,
  type Pointed,
} from '../../canvas/floor/floor-stage.ts';
import type { Grip } from '../../canvas/floor/gestures.ts';
import type { FloorMarks, FloorStyle } from '../../canvas/floor/stage-state.ts';
import type { RackReadings } from '../../canvas/heat/rack-paint.ts';
import { type EditKeyMeans, floorKey } from './floor-keys.ts';
import type { PlantSource } from './use-plant.ts';

/** Where readings come from: called at once with what there is, and on each frame. */
export type ReadingsSource = (listener: (readings: RackReadings) => void) => () => void;

export type FloorCanvasProps = {
  readonly label: string;
  /** The rack under the keyboard's cursor, in words: the one option that screen readers find. */
  readonly option: { readonly words: string; readonly place: number; readonly isSelected: boolean };
  readonly plan: FloorPlan;
  readonly style: FloorStyle;
  readonly marks: FloorMarks;
  readonly readings: ReadingsSource;
  readonly plant: PlantSource;
  /** What of the scene the page decides; drags add to it by themselves. */
  readonly scene: Partial<FloorScene>;
  readonly edit: EditKeyMeans;
  readonly onPick: (picked: Picked) => void;
  readonly onGrab: (grabbed: Grabbed) => Grip | null;
  readonly selected: EntityId | null;
  readonly onSelect: (id: EntityId | null) => void;
  readonly onHover: (pointed: Pointed | null) => void;
  /** What a menu asked for now would be about. */
  readonly onMenuFor: (id: EntityId | null) => void;
  readonly onCursor: (id: EntityId) => void;
  readonly onAcknowledge: (id: EntityId) => void;
  readonly onLayer: (layer: { readonly kind: string; readonly isSoftware: boolean }) => void;
  readonly stageRef: RefObject<FloorStage | null>;
};

/** Makes the stage once; what changes later is handed to it by the effects below. */
function useStage(props: FloorCanvasProps): {
  readonly host: RefObject<HTMLDivElement | null>;
  readonly stage: RefObject<FloorStage | null>;
} {
  const host = useRef<HTMLDivElement>(null);
  const stage = useRef<FloorStage | null>(null);
  const onHover = useEffectEvent(props.onHover);
  const onPick = useEffectEvent(props.onPick);
  const onGrab = useEffectEvent(props.onGrab);
  const onLayer = useEffectEvent(props.onLayer);
  const first = useRef(props);
  first.current = props;
  const { stageRef } = props;

  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const { plan, style } = first.current;
    const events = {
      onHover: (pointed: Pointed | null) => onHover(pointed),
      onPick: (picked: Picked) => onPick(picked),
      onGrab: (grabbed: Grabbed) => onGrab(grabbed),
      onLayer: (layer: Parameters<FloorCanvasProps['onLayer']>[0]) => onLayer(layer),
    };
    const made = createFloorStage(element, { plan, style, events });
    stage.current = made;
    stageRef.current = made;
    return () => {
      made.dispose();
      stage.current = null;
      stageRef.current = null;
    };
  }, [stageRef]);
  return { host, stage };
}

/** Hands what changed to the stage, and only that. */
function useInputs(props: FloorCanvasProps, stage: RefObject<FloorStage | null>): RefObject<EntityId | null> {
  const { plan, style, marks, readings, plant, scene, selected } = props;
  const cursor = useRef<EntityId | null>(null);
  useEffect(() => stage.current?.setPlan(plan), [plan, stage]);
  useEffect(() => stage.current?.setStyle(style), [style, stage]);
  useEffect(() => stage.current?.setMarks(marks), [plan, marks, stage]);
  useEffect(() => readings((next) => stage.current?.setReadings(next)), [plan, readings, stage]);
  useEffect(() => plant.listen((next) => stage.current?.setPlant(next)), [plan, plant, stage]);
  useEffect(() => stage.current?.setScene(scene), [scene, stage]);
  useEffect(() => {
    stage.current?.setSelected(selected);
    cursor.current = selected;
    stage.current?.setCursor(selected);
  }, [plan, selected, stage]);
  return cursor;
}

function useHandlers(
  props: FloorCanvasProps,
  stage: RefObject<FloorStage | null>,
  cursor: RefObject<EntityId | null>,
) {
  const { selected } = props;
  const onKeyDown = (event: KeyboardEvent): void => {
    const made = stage.current;
    if (made === null || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key !== 'a') return;
      props.edit.chooseAll();
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const done = floorKey(event, {
      stage: made,
      cursor: cursor.current,
      moveCursor: (id) => {
        cursor.current = id;
        props.onCursor(id);
        if (selected !== null) props.onSelect(id);
      },
      select: props.onSelect,
      acknowledge: props.onAcknowledge,
      edit: props.edit,
    });
    if (done) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  const onContextMenu = (event: MouseEvent): void => {
    const bounds = event.currentTarget.getBoundingClientRect();
    const isMouse = event.button === 2;
    const id = isMouse
      ? stage.current?.idAt({ x: event.clientX - bounds.left, y: event.clientY - bounds.top })
      : cursor.current;
    props.onMenuFor(id ?? null);
    if (id === null || id === undefined) event.preventDefault();
  };
  return { onKeyDown, onContextMenu };
}

export function FloorCanvas(props: FloorCanvasProps): ReactNode {
  const { label, plan, option } = props;
  const { host, stage } = useStage(props);
  const cursor = useInputs(props, stage);
  // Another id for each rack: the same one would not be said again.
  const optionId = `${useId()}-${option.place}`;
  const { onKeyDown, onContextMenu } = useHandlers(props, stage, cursor);

  return (
    <div
      ref={host}
      data-tour="floor"
      role="listbox"
      aria-label={label}
      aria-multiselectable
      aria-activedescendant={optionId}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onContextMenu={onContextMenu}
      className="absolute inset-0 touch-none overflow-hidden -outline-offset-2 select-none"
    >
      <div
        id={optionId}
        role="option"
        aria-selected={option.isSelected}
        aria-setsize={plan.racks.length}
        aria-posinset={option.place}
        className="sr-only"
      >
        {option.words}
      </div>
    </div>
  );
}
