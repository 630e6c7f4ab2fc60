/** What can be set on this screen, section by section; what it is called stands in the catalogue. */
import type { Catalogue } from '../../text/catalogue.ts';
import type { Check } from './field-checks.ts';
import { enterpriseName, filledUpTo, httpAddress, lengthBetween, numberBetween, wholeBetween } from './field-checks.ts';

type Words = Catalogue['settings'];

/** A path is where it stands in the settings of the host. */
type Base = { readonly path: keyof Words['fields'] };
export type SwitchField = Base & { readonly takes: 'switch' };
type ChoiceField = Base & { readonly takes: 'choice'; readonly options: readonly (keyof Words['spread'])[] };
export type TextField = Base & {
  readonly takes: 'text' | 'number' | 'secret';
  readonly unit?: keyof Words['units'];
  readonly longest?: number;
  readonly wide?: true;
  /** Why a text will not do; null where it will. */
  readonly check: Check;
};
export type SettingField = SwitchField | ChoiceField | TextField;

/** A part of a section with a switch of its own; what is behind it may be unfinished while that is off. */
export type FieldGroup = {
  readonly id: keyof Words['groups'];
  /** The name of what answers for it in `status.faces`. */
  readonly face: string | null;
  readonly switch: SwitchField | null;
  readonly fields: readonly (ChoiceField | TextField)[];
};

export type SectionId = keyof Words['sections'];
export type Section = { readonly id: SectionId; readonly groups: readonly FieldGroup[] };

type Path = Base['path'];

const on = (path: Path): SwitchField => ({ path, takes: 'switch' });
const spread = (path: Path): ChoiceField => ({ path, takes: 'choice', options: ['ports', 'addresses'] });
const port = (path: Path): TextField => ({ path, takes: 'number', longest: 5, check: wholeBetween(0, 65_535) });
const name = (path: Path, longest: number): TextField => ({ path, takes: 'text', longest, check: filledUpTo(longest) });
const key = (path: Path): TextField => ({ path, takes: 'secret', longest: 64, check: lengthBetween(8, 64) });
const days = (path: Path): TextField => ({
  path,
  takes: 'number',
  unit: 'days',
  longest: 8,
  check: numberBetween(0, 36_500),
});

export const sections: readonly Section[] = [
  {
    id: 'faces',
    groups: [
      {
        id: 'snmp',
        face: 'SNMP',
        switch: on('faces.snmp.state'),
        fields: [
          spread('faces.snmp.spread'),
          port('faces.snmp.port'),
          name('faces.snmp.community', 64),
          name('faces.snmp.writeCommunity', 64),
          name('faces.snmp.user', 32),
          key('faces.snmp.authKey'),
          key('faces.snmp.privKey'),
        ],
      },
      {
        id: 'modbus',
        face: 'Modbus',
        switch: on('faces.modbus.state'),
        fields: [spread('faces.modbus.spread'), port('faces.modbus.port')],
      },
      { id: 'nut', face: 'NUT', switch: on('faces.nut.state'), fields: [port('faces.nut.port')] },
      {
        id: 'vmware',
        face: 'vSphere',
        switch: on('faces.vmware.state'),
        fields: [
          port('faces.vmware.port'),
          name('faces.vmware.user', 80),
          { path: 'faces.vmware.password', takes: 'secret', longest: 128, check: lengthBetween(1, 128) },
        ],
      },
      {
        id: 'vmware-hosts',
        face: null,
        switch: on('faces.vmware.hosts'),
        fields: [port('faces.vmware.hostsPort')],
      },
    ],
  },
  {
    id: 'mappers',
    groups: [
      { id: 'sparkplug', face: null, switch: on('mappers.sparkplug'), fields: [] },
      { id: 'home-assistant', face: null, switch: on('mappers.homeAssistant'), fields: [] },
      {
        id: 'unified-namespace',
        face: null,
        switch: on('mappers.unifiedNamespace'),
        fields: [{ path: 'mappers.enterprise', takes: 'text', longest: 40, check: enterpriseName }],
      },
    ],
  },
  {
    id: 'history',
    groups: [
      { id: 'retention', face: null, switch: null, fields: [days('history.rawDays'), days('history.bucketDays')] },
    ],
  },
  {
    id: 'remote-write',
    groups: [
      {
        id: 'remote-write',
        face: 'Remote write',
        switch: on('remoteWrite.state'),
        fields: [
          { path: 'remoteWrite.url', takes: 'text', wide: true, longest: 500, check: httpAddress },
          {
            path: 'remoteWrite.everySeconds',
            takes: 'number',
            unit: 'seconds',
            longest: 6,
            check: numberBetween(1, 3600),
          },
        ],
      },
    ],
  },
  {
    id: 'machines',
    groups: [
      { id: 'engine', face: 'Container engine', switch: on('guests.engine'), fields: [] },
      { id: 'local-shell', face: null, switch: on('guests.localShell'), fields: [] },
    ],
  },
  { id: 'desktop', groups: [{ id: 'desktop', face: null, switch: on('notify.desktop'), fields: [] }] },
];
