/** One example of each command, for people and for tools; a test holds every one against its schema. */
import type { CommandType } from '../../../sim/contract/commands.ts';
import type { DeskCommand } from '../../../sim/contract/desk.ts';
import { machineExamples } from './machine-examples.table.ts';

type Summary = { readonly summary: string; readonly example: Readonly<Record<string, unknown>> };

const server = { model: 'R760', category: 'server', idlePower: 180, ratedPower: 750 } as const;

export const commandExamples: Readonly<Record<CommandType, Summary>> = {
  'lab.found': { summary: 'Found the world; only the first command of a lab may', example: { name: 'Starter', seed: '2a', epoch: 1767225600000 } },
  'lab.rename': { summary: 'Give the lab another name', example: { name: 'Training room' } },
  'lab.work': { summary: 'Say whether work on machines takes its lab time: in tests it may take none', example: { takes: 'no-time' } },
  'papers.write': { summary: 'Write down what only one vendor knows of a thing; its face does this', example: { face: 'vmware', items: [{ key: 'vm/vm-1/options', value: { 'guestinfo.hello': 'world' } }] } },
  'inventory.create': {
    summary: 'Create one thing',
    example: { item: { kind: 'device', name: 'web-01', parent: 'rack-1', spec: { ...server, slot: { position: 10, height: 2, face: 'both' } } } },
  },
  'inventory.create-many': {
    summary: 'Create many things, all or none; later ones may stand in earlier ones',
    example: { items: [{ kind: 'row', name: 'C', parent: 'room-1', spec: { containment: 'cold-aisle' } }] },
  },
  'inventory.change': { summary: 'Change a name or some fields', example: { id: 'rack-1', spec: { ratedPower: 12 } } },
  'inventory.change-many': { summary: 'Change up to 2,000 things, all or none; in spec, null takes an optional field away', example: { changes: [{ id: 'device-3', spec: { serial: 'SN-0042' } }] } },
  'inventory.move': { summary: 'Move to another parent, place or slot', example: { id: 'rack-1', position: { x: 2.4, y: 3 } } },
  'inventory.remove': { summary: 'Remove a thing, with or without what is inside', example: { id: 'device-3', contents: 'refuse' } },
  'inventory.remove-many': { summary: 'Remove up to 2,000 things, all or none, as one edit', example: { ids: ['device-3', 'device-4'], contents: 'refuse' } },
  'guest.boot': { summary: 'Start the system of a machine; the guest itself does this', example: { machine: 'vm-1' } },
  'guest.stop': { summary: 'The system of a machine stopped; the guest itself does this', example: { machine: 'vm-1' } },
  'guest.apply': {
    summary: 'What a guest did to its files, demands and serves; the guest itself does this',
    example: { machine: 'vm-1', files: [{ path: '/etc/issue', is: 'gone' }], demand: { cores: 0.5, memoryBytes: 1048576 } },
  },
  'alarm.raise': { summary: 'Raise an alarm by its rule; the alarm service does this', example: { rule: 'inlet-warning', sensor: 'sensor-1', value: 28.4 } },
  'alarm.acknowledge': { summary: 'Say that somebody knows', example: { id: 'alarm-1', note: 'Fan tray ordered' } },
  'alarm.resolve': { summary: 'Resolve an alarm', example: { id: 'alarm-1', value: 26.2 } },
  'alarm.shelve': { summary: 'Keep an alarm out of the list for a while, with the reason', example: { id: 'alarm-1', minutes: 60, reason: 'Fan tray on its way' } },
  'alarm.unshelve': { summary: 'Put a shelved alarm back into the list', example: { id: 'alarm-1' } },
  'alarm.annotate': { summary: 'Write a note beside an alarm', example: { id: 'alarm-1', note: 'Filter is clogged, a new one comes at noon' } },
  'alarm.assign': { summary: 'Say who takes care of an alarm; null takes it from them', example: { id: 'alarm-1', to: 'ann' } },
  'alarm.service': { summary: 'Take a sensor’s alarms out of service, or put them back', example: { sensor: 'sensor-1', service: 'out', reason: 'Being replaced' } },
  'rule.put': {
    summary: 'Add an alarm rule, or replace the one with its id',
    example: {
      rule: {
        id: 'rack-hot',
        title: 'Inlet',
        kinds: ['rack'],
        metric: 'temperature',
        place: 'front',
        test: { type: 'limit', direction: 'above', limit: 30 },
        deadband: 0.5,
        severity: 'major',
        level: 'warning',
        consequence: 'Fans speed up.',
        action: 'Look at the cooling of its row.',
      },
    },
  },
  'rule.remove': { summary: 'Remove an alarm rule', example: { id: 'rack-hot' } },
  'rule.reset': { summary: 'All alarm rules as they came', example: {} },
  'sensor.source': { summary: 'Who speaks for the sensors of a thing: their bots, or hardware', example: { within: 'rack-1', source: 'hardware', metrics: ['temperature'] } },
  'plant.order': { summary: 'What a hand does to a unit: switch, start, close', example: { target: 'genset-1', verb: 'genset-start' } },
  'drill.start': { summary: 'Start a drill', example: { drill: 'hot-rack' } },
  'drill.end': { summary: 'Give a drill up', example: { id: 'drill-1' } },
  'scenario.run': { summary: 'Start a scenario, now or later', example: { name: 'COOLING_FAILURE', target: 'rack-1', severity: 'partial', duration: 1800, delay: 60 } },
  'scenario.stop': { summary: 'Stop a scenario that runs', example: { id: 'scenario-1' } },
  ...machineExamples,
  'clock.pause': { summary: 'Stop the lab clock', example: {} },
  'clock.resume': { summary: 'Let the lab clock run', example: {} },
  'clock.speed': { summary: 'Lab seconds for each second', example: { speed: 60 } },
  'clock.step': { summary: 'Take so many steps of a second while paused', example: { ticks: 10 } },
  'chaos.inject': { summary: 'Refuse or delay commands whose type begins so', example: { match: 'inventory.', effect: { kind: 'delay', millis: 500 }, probability: 0.5 } },
  'advisor.switch': { summary: 'Switch the advisor of a site: off, advise or act', example: { site: 'site-1', mode: 'advise' } },
  'advisor.propose': {
    summary: 'All that is recommended for a site now; the advisor does this',
    example: {
      site: 'site-1',
      items: [
        {
          target: 'crac-2', verb: 'unit-on', from: 0, to: 1, rule: 'share-air', reason: 'It stands idle while crac-01 turns its fans at 87 %.',
          facts: { fan: 87 }, saving: 2.4, savingDay: 57.6, confidence: 0.9, guard: { room: 'room-1', inletMost: 27 }, doneBy: 'anyone',
        },
      ],
    },
  },
  'advisor.apply': { summary: 'Do what was recommended', example: { id: 'advice-1' } },
  'advisor.dismiss': { summary: 'Do not do it, and do not say it again today', example: { id: 'advice-1', reason: 'The unit is being serviced' } },
  'advisor.undo': { summary: 'Put back what an applied advice changed', example: { id: 'advice-1', reason: 'The room is too warm' } },
  'advisor.measured': {
    summary: 'What an applied advice really saved; the advisor does this',
    example: {
      id: 'advice-1',
      measured: { from: 1767600000000, to: 1767603600000, with: 21.9, without: 24.7, rate: 2.8, pueWith: 1.31, pueWithout: 1.34, trend: { with: [1.31], without: [1.34] } },
    },
  },
  'chaos.clear': { summary: 'Take a fault away again', example: { id: 'fault-1' } },
  'edit.undo': { summary: 'Undo an edit; without an id, the last one of whoever asks', example: { edit: 'edit-12' } },
  'edit.redo': { summary: 'Redo an edit that was undone; without an id, the last one of whoever asks', example: { edit: 'edit-12' } },
};

export const deskExamples: Readonly<Record<DeskCommand['type'], Summary>> = {
  'desk.new': { summary: 'Make a lab from a template or a lab file, and open it', example: { name: 'Friday drill', template: 'starter' } },
  'desk.open': { summary: 'Open another lab', example: { lab: 'friday-drill' } },
  'desk.save-as': { summary: 'Copy the lab under another name, and go on there', example: { name: 'Friday drill, second try' } },
  'desk.delete': { summary: 'Delete a lab', example: { lab: 'friday-drill' } },
  'desk.repair': { summary: 'Make a lab again of what can be read of a damaged one', example: { lab: 'friday-drill' } },
  'desk.export': { summary: 'Write the lab to one file in the exports folder', example: {} },
  'desk.import': { summary: 'Bring in a lab from a file that was uploaded', example: { file: '/data/uploads/upload-0f3a.coldaisle' } },
  'desk.rewind': { summary: 'Back to a moment; what follows is a new branch', example: { tick: 3600 } },
  'desk.configure': { summary: 'Change what this machine does beside the lab', example: { patch: { faces: { nut: { state: 'on' } } } } },
  'desk.preview-hardware': {
    summary: 'Read once from a source of hardware readings, without keeping it',
    example: { source: { kind: 'modbus', id: 'meter', host: '127.0.0.1', points: [{ topic: 'dc/site1/room1/rack-A01/power', from: 'holding:100' }] } },
  },
  'desk.report': { summary: 'Make a scheduled report now, delete a kept one, or stop one', example: { order: { act: 'run', schedule: 'energy-daily' } } },
  'desk.engine': { summary: 'Make a machine a container or simulated again; load, build and remove images', example: { order: { do: 'back', machine: 'vm-1', image: 'localhost/coldaisle/debian:12', files: 'take' } } },
  'desk.vsphere': { summary: 'End a session of the simulated vCenter, or empty the list of its calls', example: { order: { do: 'clear-calls' } } },
  'desk.terminal': { summary: 'Let somebody look on at a terminal, take that back, or delete a recording', example: { order: { do: 'share', session: 'terminal-1', name: 'Ms Weber', minutes: 60 } } },
  'desk.test-notification': { summary: 'Send a message that tells of nothing', example: { channel: 'desktop' } },
  'desk.check-assets': { summary: 'What importing a CSV file of devices would do, line by line', example: { file: '/data/uploads/devices.csv' } },
  'desk.import-assets': { summary: 'Import a CSV file of devices', example: { file: '/data/uploads/devices.csv', lines: 'good' } },
  'desk.import-device-types': { summary: 'Import device types from a folder, a ZIP of it, or one file', example: { file: '/data/uploads/library.zip' } },
  'desk.remove-device-types': { summary: 'Remove imported device types, of one maker or all', example: { manufacturer: 'Acme' } },
  'desk.branch': { summary: 'Go on at the end of another branch', example: { branch: 'branch-1' } },
};
