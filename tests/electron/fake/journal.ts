import type { MenuItemConstructorOptions } from 'electron';

/** All that was asked of the fake, for the test to read. One process, one shell, one journal. */
export type Journal = {
  isSandboxEnabled: boolean;
  userData: string;
  readonly hosts: { pid: number; serviceName: string; modulePath: string }[];
  readonly windows: { options: Record<string, unknown>; urls: string[]; calls: string[] }[];
  readonly sentToPage: { window: number; channel: string; parameters: unknown[] }[];
  readonly opened: string[];
  readonly printed: { window: number; options: Record<string, unknown> }[];
  readonly dialogs: { kind: string; options: Record<string, unknown> }[];
  readonly recentDocuments: string[];
  menu: MenuItemConstructorOptions[];
};

export const journal: Journal = {
  isSandboxEnabled: false,
  userData: '',
  hosts: [],
  windows: [],
  sentToPage: [],
  opened: [],
  printed: [],
  dialogs: [],
  recentDocuments: [],
  menu: [],
};
