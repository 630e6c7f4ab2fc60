import {
  ArrowLeftRight,
  BatteryFull,
  Building2,
  CircuitBoard,
  DoorOpen,
  Fan,
  Fuel,
  Gauge,
  HardDrive,
  PanelTop,
  Plug,
  Rows3,
  Server,
  Snowflake,
  UtilityPole,
  Zap,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Kind } from '../../../sim/contract/entities.ts';

/** One sign per kind, in the topology and wherever a thing is named. */
export const kindIcons = {
  site: Building2,
  room: DoorOpen,
  row: Rows3,
  rack: Server,
  device: HardDrive,
  pdu: Plug,
  utility: UtilityPole,
  transformer: CircuitBoard,
  genset: Fuel,
  ats: ArrowLeftRight,
  ups: Zap,
  battery: BatteryFull,
  panel: PanelTop,
  crac: Fan,
  chiller: Snowflake,
  sensor: Gauge,
} as const satisfies Record<Kind, LucideIcon>;
