import { Cable, File, FileSymlink, Folder, HardDrive, Plug, SquareTerminal } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { FileRow } from '../../../sim/contract/machine-insides.ts';

export const kindSign = {
  file: File,
  directory: Folder,
  link: FileSymlink,
  pipe: Cable,
  socket: Plug,
  character: SquareTerminal,
  block: HardDrive,
} as const satisfies Record<FileRow['kind'], LucideIcon>;
