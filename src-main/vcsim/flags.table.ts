/** The command line of vcsim, as its users write it in their CI; the help texts are ours. */
export type FlagSpec =
  | { readonly kind: 'text'; readonly default: string; readonly help: string }
  | { readonly kind: 'whole' | 'number'; readonly default: number; readonly help: string }
  | { readonly kind: 'switch'; readonly default: boolean; readonly help: string };

const text = (preset: string, help: string) => ({ kind: 'text', default: preset, help }) as const;
const whole = (preset: number, help: string) => ({ kind: 'whole', default: preset, help }) as const;
const number = (preset: number, help: string) => ({ kind: 'number', default: preset, help }) as const;
const onOff = (preset: boolean, help: string) => ({ kind: 'switch', default: preset, help }) as const;

export const flagTable = {
  E: text('-', 'Write GOVC_URL and GOVC_SIM_PID to this file or fifo; - is standard output'),
  'api-version': text('6.5', 'Version of the API that the endpoint says it has'),
  app: whole(0, 'vApps in each cluster'),
  autostart: onOff(true, 'Turn the virtual machines on'),
  cluster: whole(1, 'Clusters in each datacenter'),
  dc: whole(1, 'Datacenters'),
  delay: whole(0, 'Milliseconds that every answer waits'),
  'delay-jitter': number(0, 'How much the waits vary: their deviation as a part of their mean; 0.5 is much'),
  ds: whole(1, 'Datastores in each datacenter'),
  esx: onOff(false, 'Be one ESXi host instead of a vCenter'),
  folder: whole(0, 'Datacenters that lie, with what is in them, in folders of their own'),
  host: whole(3, 'Hosts in each cluster'),
  'httptest.serve': text('', 'The same as -l'),
  l: text('127.0.0.1:8989', 'Address and port to listen on; port 0 takes any that is free'),
  load: text('', 'Folder of objects saved by govc object.save'),
  'method-delay': text('', 'Milliseconds by method: method1:delay1,method2:delay2'),
  nsx: whole(0, 'Opaque networks of NSX in each datacenter'),
  password: text('', 'Password to log in with, or a file that holds it; any is right where left out'),
  pg: whole(1, 'Distributed port groups in each datacenter'),
  'pg-nsx': whole(0, 'Distributed port groups of NSX in each datacenter'),
  pod: whole(0, 'Storage pods in each datacenter'),
  pool: whole(0, 'Resource pools in each cluster, beside its own'),
  'standalone-host': whole(1, 'Hosts in each datacenter that are in no cluster'),
  stdinexit: onOff(false, 'End when a key is pressed, or standard input ends'),
  tls: onOff(true, 'Speak TLS'),
  tlscert: text('', 'File of the certificate, in PEM; one is made where left out'),
  tlskey: text('', 'File of its key, in PEM'),
  trace: onOff(false, 'Write requests and answers to -trace-file'),
  'trace-file': text('', 'Where they are written; standard error where left out'),
  tunnel: whole(-1, 'Port of the tunnel for extensions; 0 takes any, -1 opens none'),
  username: text('', 'Name to log in with, or a file that holds it; any is right where left out'),
  vm: whole(2, 'Virtual machines in each resource pool, vApp and standalone host'),
} as const satisfies Readonly<Record<string, FlagSpec>>;

type Kinds = { readonly text: string; readonly whole: number; readonly number: number; readonly switch: boolean };
export type Flags = {
  readonly [Name in keyof typeof flagTable]: Kinds[(typeof flagTable)[Name]['kind']];
};
