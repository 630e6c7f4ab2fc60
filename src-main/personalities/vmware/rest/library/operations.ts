import type { Blobs } from '../../files/blobs.ts';
import type { Operation } from '../rest-call.ts';
import { configurationOperations } from './configuration.ts';
import { downloadOperations } from './downloads.ts';
import { itemFileOperations } from './item-files.ts';
import { itemOperations } from './items.ts';
import { librariesOperations } from './libraries.ts';
import { packageOperations } from './packages.ts';
import { subscriberOperations } from './subscribers.ts';
import { templateOperations } from './templates.ts';
import type { TransferDesk } from './transfer-desk.ts';
import { updateOperations } from './updates.ts';

/** Exact words before those that stand for anything: `item/file` is no item. */
export const libraryOperations = (blobs: Blobs, desk: TransferDesk): readonly Operation[] => [
  ...itemFileOperations,
  ...updateOperations(desk),
  ...downloadOperations(blobs),
  ...itemOperations(blobs),
  ...subscriberOperations(blobs),
  ...librariesOperations(blobs),
  ...configurationOperations,
  ...packageOperations(blobs),
  ...templateOperations(blobs),
];
