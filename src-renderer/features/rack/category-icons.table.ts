import { Box, Cable, Cpu, HardDrive, Network, Server } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Device } from './elevation.ts';

export const categoryIcons = {
  server: Server,
  switch: Network,
  storage: HardDrive,
  'patch-panel': Cable,
  appliance: Cpu,
  other: Box,
} as const satisfies Record<Device['spec']['category'], LucideIcon>;
