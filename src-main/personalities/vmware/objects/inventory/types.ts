import type { AnyManaged } from '../managed.ts';
import { datacenterType } from './datacenter.ts';
import { datacenterMethods } from './datacenter-methods.ts';
import { folderMethods } from './folder-methods.ts';
import { folderType } from './folder.ts';

export const inventoryTypes = (): readonly AnyManaged[] => [
  folderType({ methods: folderMethods }),
  datacenterType({ methods: datacenterMethods }),
];
