/** The canvas with all that lies over it: tip, zoom buttons, menu, and the words for who does not see it. */
import { Maximize, Minus, Plus } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { FloorStage, Picked } from '../../canvas/floor/floor-stage.ts';
import type { FloorMarks, FloorStyle } from '../../canvas/floor/stage-state.ts';
import { isGroupLayer, layerScales } from '../../canvas/heat/floor-layer.table.ts';
import { useLanguage, useText } from '../../text/text.ts';
import { IconButton } from '../../ui/button.tsx';
import { ContextMenu, type MenuItem } from '../../ui/menu.tsx';
import { useThemeName } from '../../theme/use-theme-name.ts';
import { FloorCanvas } from './floor-canvas.tsx';
import { FloorTip } from './floor-tip.tsx';
import { putDown } from './floor-deeds.ts';
import {
  changeRope,
  choose,
  nudge,
  openForm,
  stepBack,
  toggleChosen,
  turn,
  useFloorEdit,
} from './floor-edit.ts';
import { gripFor } from './floor-grips.ts';
import type { EditKeyMeans } from './floor-keys.ts';
import type { FloorLookAt } from './floor-view-state.ts';
import type { RackReadingsSource } from './rack-readings.ts';
import { cornerAt, snappedPoint, withPoint } from './rope-draft.ts';
import { editRope } from './rope-deeds.ts';
import { ropeKeys } from './rope-keys.ts';
import { groupText, rackWords, spaceText } from './rack-words.ts';
import type { RoomFloor } from './room-floor.ts';
import type { AirSource } from './use-air.ts';
import { type PlantSource, usePlantNow } from './use-plant.ts';
import { useScene } from './use-scene.ts';
import type { SensorStates } from './use-sensor-states.ts';
import type { Wanted } from './lift.ts';

export type FloorMapProps = {
  readonly floor: RoomFloor;
  readonly look: FloorLookAt;
  readonly marks: FloorMarks;
  readonly readings: RackReadingsSource;
  readonly plant: PlantSource;
  readonly air: AirSource;
  readonly sensorStates: SensorStates | null;
  readonly wanted: readonly Wanted[];
  readonly isPast: boolean;
  readonly stage: RefObject<FloorStage | null>;
  readonly selected: EntityId | null;
  readonly onSelect: (id: EntityId | null) => void;
  readonly onAcknowledge: (id: EntityId) => void;
  readonly alarmsOf: (id: EntityId) => readonly Alarm[];
  readonly menuOf: (id: EntityId) => readonly MenuItem[];
  readonly onLayer: (layer: { readonly kind: string; readonly isSoftware: boolean }) => void;
};

const tipDelay = 120;

/** A pointer that only passes by opens nothing. */
function useRested(id: EntityId | null): EntityId | null {
  const [rested, setRested] = useState<EntityId | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRested(id), id === null ? 0 : tipDelay);
    return () => clearTimeout(timer);
  }, [id]);
  return rested === id ? rested : null;
}

function Tip({
  props,
  stage,
  hovered,
}: {
  readonly props: FloorMapProps;
  readonly stage: RefObject<FloorStage | null>;
  readonly hovered: EntityId | null;
}): ReactNode {
  const id = useRested(hovered);
  const words = useText().floor;
  const index = props.floor.plan.racks.findIndex((rack) => rack.id === id);
  const rack = props.floor.plan.racks[index];
  const at = id === null ? null : (stage.current?.placeOf(id) ?? null);
  if (rack === undefined || at === null || stage.current === null) return null;
  const { lanes, facts } = props.floor;
  const of = (lane: keyof typeof lanes): EntityId | null =>
    props.isPast ? null : (lanes[lane][index] ?? null);
  return (
    <FloorTip
      name={rack.name}
      at={at}
      size={stage.current.size()}
      sensors={{
        inlet: of('inlet'),
        outlet: of('outlet'),
        humidity: of('humidity'),
        power: of('power'),
      }}
      facts={[
        { label: words.short.space, words: spaceText(props.floor, index) },
        ...(['service', 'owner'] as const)
          .filter((layer) => facts.groups[layer].of[index] !== null)
          .map((layer) => ({ label: words.short[layer], words: groupText(props.floor, layer, index) })),
      ]}
      alarms={props.isPast ? [] : props.alarmsOf(rack.id)}
      power={props.plant.latest().racks[index] ?? null}
    />
  );
}

type Option = { readonly words: string; readonly place: number; readonly isSelected: boolean };

/** The rack under the keyboard's cursor, said when it is reached; the selected one, or the first, until then. */
function useOption(props: FloorMapProps): {
  readonly option: Option;
  readonly reach: (id: EntityId) => void;
} {
  const { floor, look, marks, readings, selected } = props;
  // Where the keyboard walked to counts until something else is selected: then the cursor is there.
  const [reached, setReached] = useState<{ readonly id: EntityId; readonly from: EntityId | null } | null>(
    null,
  );
  const walked = reached !== null && reached.from === selected ? reached.id : null;
  const indexOf = (id: EntityId | null): number => floor.plan.racks.findIndex((rack) => rack.id === id);
  const found = [indexOf(walked), indexOf(selected), 0].find((index) => index >= 0) ?? 0;
  const mark = marks.racks[found] ?? null;
  const power = usePlantNow(props.plant).racks[found] ?? null;
  const words = rackWords({
    floor,
    index: found,
    layer: look.layer,
    readings: readings.latest(),
    mark,
    power,
  });
  const isSelected = selected !== null && floor.plan.racks[found]?.id === selected;
  return {
    option: { words, place: found + 1, isSelected },
    reach: (id) => setReached({ id, from: selected }),
  };
}

function ZoomButtons({ stage }: { readonly stage: RefObject<FloorStage | null> }): ReactNode {
  const words = useText().floor;
  return (
    <div className="absolute right-2 bottom-2 flex flex-col rounded-md border border-line bg-raised">
      <IconButton icon={Plus} label={words.zoomIn} shortcut="+" onClick={() => stage.current?.zoomBy(1.25)} />
      <IconButton
        icon={Minus}
        label={words.zoomOut}
        shortcut="-"
        onClick={() => stage.current?.zoomBy(0.8)}
      />
      <IconButton icon={Maximize} label={words.fit} shortcut="0" onClick={() => stage.current?.fit()} />
    </div>
  );
}

function useStyle({ layer, mode }: FloorLookAt): FloorStyle {
  const theme = useThemeName();
  const language = useLanguage();
  return useMemo((): FloorStyle => {
    const decimals = isGroupLayer(layer) ? 0 : layerScales[layer].decimals;
    // Words on the canvas are drawn anew when another language is spoken.
    return { theme, layer, mode, decimals, language };
  }, [theme, layer, mode, language]);
}

function useEditKeys({ plan }: RoomFloor): EditKeyMeans {
  const isOn = useFloorEdit((state) => state.isOn);
  const isRope = useFloorEdit((state) => state.form === 'rope');
  const hasChosen = useFloorEdit((state) => state.chosen.size > 0);
  return {
    isOn,
    hasChosen,
    nudge,
    turn,
    stepBack,
    toggle: toggleChosen,
    putDown: () => void putDown(plan),
    remove: () => openForm('remove'),
    chooseAll: () => choose(plan.racks.map(({ id }) => id)),
    rope: isRope ? ropeKeys(plan) : null,
  };
}

/** A click means what the form that is open asks for, else choosing beside others, else selecting. */
function picked({ id, at, how }: Picked, { plan }: RoomFloor, select: FloorMapProps['onSelect']): void {
  const { isOn, form } = useFloorEdit.getState();
  if (form === 'rope') {
    return changeRope((rope) => {
      const corner = cornerAt(rope, at);
      return corner === null ? withPoint(rope, snappedPoint(at, plan.room)) : { ...rope, active: corner };
    });
  }
  if (form === 'racks') return useFloorEdit.setState({ point: at });
  if (isOn && id !== null && plan.leaks.some((leak) => leak.id === id)) return void editRope(id);
  if (how === 'more' && id !== null) return toggleChosen(id);
  if (isOn) choose(id === null ? [] : [id]);
  select(id);
}

export function FloorMap(props: FloorMapProps): ReactNode {
  const { floor, look, selected, stage } = props;
  const words = useText().floor;
  const [hovered, setHovered] = useState<EntityId | null>(null);
  const [menuFor, setMenuFor] = useState<EntityId | null>(null);
  const { option, reach } = useOption(props);
  const style = useStyle(look);
  const edit = useEditKeys(floor);
  const { air, sensorStates: sensors, wanted } = props;
  const scene = useScene(floor, { air, sensors, wanted, hasArrows: look.hasArrows });
  const { room, racks } = floor.plan;
  return (
    <div className="relative min-h-48 flex-1 overflow-hidden">
      <ContextMenu sections={[{ items: menuFor === null ? [] : props.menuOf(menuFor) }]}>
        <div className="absolute inset-0">
          <FloorCanvas
            label={
              edit.rope === null
                ? (edit.isOn ? words.editLabel : words.mapLabel)(room.name, racks.length)
                : words.ropes.mapLabel(room.name)
            }
            option={option}
            plan={floor.plan}
            style={style}
            marks={props.marks}
            readings={props.readings.listen}
            plant={props.plant}
            scene={scene}
            edit={edit}
            selected={selected}
            onSelect={props.onSelect}
            onPick={(pick) => picked(pick, floor, props.onSelect)}
            onGrab={(grabbed) =>
              gripFor({ plan: floor.plan, show: (part) => stage.current?.setScene(part) }, grabbed)
            }
            onHover={(pointed) => setHovered(pointed?.id ?? null)}
            onMenuFor={setMenuFor}
            onCursor={reach}
            onAcknowledge={props.onAcknowledge}
            onLayer={props.onLayer}
            stageRef={stage}
          />
        </div>
      </ContextMenu>
      <Tip props={props} stage={stage} hovered={hovered} />
      <ZoomButtons stage={stage} />
    </div>
  );
}
