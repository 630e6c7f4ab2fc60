/** Words of `docker run` that a machine takes. */

export const runOptions = {
  'add-host': 'text',
  cpus: 'text',
  detach: 'mark',
  dns: 'text',
  entrypoint: 'text',
  env: 'text',
  hostname: 'text',
  init: 'mark',
  interactive: 'mark',
  ip: 'text',
  label: 'text',
  memory: 'text',
  network: 'text',
  'network-alias': 'text',
  publish: 'text',
  'publish-all': 'mark',
  'read-only': 'mark',
  'stop-signal': 'text',
  tmpfs: 'text',
  tty: 'mark',
  user: 'text',
  volume: 'text',
  workdir: 'text',
} as const satisfies Readonly<Record<string, 'text' | 'mark'>>;

export type RunOption = keyof typeof runOptions;

export const otherNames: Readonly<Record<string, RunOption>> = {
  d: 'detach',
  e: 'env',
  h: 'hostname',
  i: 'interactive',
  l: 'label',
  m: 'memory',
  net: 'network',
  p: 'publish',
  P: 'publish-all',
  t: 'tty',
  u: 'user',
  v: 'volume',
  w: 'workdir',
};

const rights = 'a machine gets no rights over this computer';
const ours = "that is the machine's own: its name, its start and its end";

/** Those that are known, and why no machine takes them. */
export const refusedOptions: Readonly<Record<string, string>> = {
  privileged: rights,
  'cap-add': rights,
  device: rights,
  'device-cgroup-rule': rights,
  'security-opt': rights,
  gpus: rights,
  pid: rights,
  ipc: rights,
  uts: rights,
  userns: rights,
  cgroupns: rights,
  'cgroup-parent': rights,
  name: ours,
  restart: ours,
  rm: ours,
  cidfile: ours,
  pull: 'nothing is pulled',
};
