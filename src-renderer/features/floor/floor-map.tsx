/** The canvas with all that lies over it: tip, zoom buttons, menu, and the words for who does not see it. */
import { Maximize, Minus, Plus } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { metricTable } from '../../../sim/contract/metrics.table.ts';
import type { FloorStage } from '../../canvas/floor/floor-stage.ts';
import type { FloorMarks, FloorStyle } from '../../canvas/floor/stage-state.ts';
import { IconButton } from '../../ui/button.tsx';
import { ContextMenu, type MenuItem } from '../../ui/menu.tsx';
import { useThemeName } from '../../theme/use-theme-name.ts';
import { FloorCanvas } from './floor-canvas.tsx';
import { FloorTip } from './floor-tip.tsx';
import type { FloorLookAt } from './floor-tools.tsx';
import type { RoomFloor } from './plan-from-world.ts';
import type { RackReadingsSource } from './rack-readings.ts';
import { rackWords } from './rack-words.ts';
import { type PlantSource, usePlantNow } from './use-plant.ts';

export type FloorMapProps = {
  readonly floor: RoomFloor;
  readonly look: FloorLookAt;
  readonly marks: FloorMarks;
  readonly readings: RackReadingsSource;
  readonly plant: PlantSource;
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
  const index = props.floor.plan.racks.findIndex((rack) => rack.id === id);
  const rack = props.floor.plan.racks[index];
  const at = id === null ? null : (stage.current?.placeOf(id) ?? null);
  if (rack === undefined || at === null || stage.current === null) return null;
  const { temperature, humidity, power } = props.floor.sensors;
  const sensors = {
    ...(temperature[index] ? { temperature: temperature[index] } : {}),
    ...(humidity[index] ? { humidity: humidity[index] } : {}),
    ...(power[index] ? { power: power[index] } : {}),
  };
  return (
    <FloorTip
      name={rack.name}
      at={at}
      size={stage.current.size()}
      sensors={sensors}
      alarms={props.alarmsOf(rack.id)}
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
    metric: look.metric,
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

const ZoomButtons = ({ stage }: { readonly stage: RefObject<FloorStage | null> }): ReactNode => (
  <div className="absolute right-2 bottom-2 flex flex-col rounded-md border border-line bg-raised">
    <IconButton icon={Plus} label="Zoom in" shortcut="+" onClick={() => stage.current?.zoomBy(1.25)} />
    <IconButton icon={Minus} label="Zoom out" shortcut="-" onClick={() => stage.current?.zoomBy(0.8)} />
    <IconButton icon={Maximize} label="Fit the room" shortcut="0" onClick={() => stage.current?.fit()} />
  </div>
);

const keysHelp = 'Arrows walk from rack to rack, Enter opens, a acknowledges, plus and minus zoom, 0 fits.';

export function FloorMap(props: FloorMapProps): ReactNode {
  const { floor, look, marks, readings, selected } = props;
  const theme = useThemeName();
  const stage = useRef<FloorStage | null>(null);
  const [hovered, setHovered] = useState<EntityId | null>(null);
  const [menuFor, setMenuFor] = useState<EntityId | null>(null);
  const { option, reach } = useOption(props);
  const { metric, mode } = look;
  const style = useMemo(
    (): FloorStyle => ({ theme, metric, mode, decimals: Math.min(1, metricTable[metric].decimals) }),
    [theme, metric, mode],
  );
  return (
    <div className="relative min-h-48 flex-1 overflow-hidden">
      <ContextMenu sections={[{ items: menuFor === null ? [] : props.menuOf(menuFor) }]}>
        <div className="absolute inset-0">
          <FloorCanvas
            label={`Floor of ${floor.plan.room.name}, ${floor.plan.racks.length} racks. ${keysHelp}`}
            option={option}
            plan={floor.plan}
            style={style}
            marks={marks}
            readings={readings.listen}
            plant={props.plant}
            selected={selected}
            onSelect={props.onSelect}
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
