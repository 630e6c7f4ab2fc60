import type { Catalogue } from '../catalogue.ts';

const things = (count: number): string => `${count} ${count === 1 ? 'Objekt' : 'Objekte'}`;

export const edits: Catalogue['edits'] = {
  section: 'Bearbeiten',
  undo: 'Rückgängig',
  redo: 'Wiederherstellen',
  undoOf: (title) => `Rückgängig: ${title}`,
  redoOf: (title) => `Wiederherstellen: ${title}`,
  undone: (title) => `Rückgängig gemacht: ${title}`,
  redone: (title) => `Wiederhergestellt: ${title}`,
  nothingToUndo: 'Keine eigene Änderung, die rückgängig gemacht werden könnte',
  nothingToRedo: 'Nichts Rückgängiges, das wiederhergestellt werden könnte',
  open: 'Änderungen, rückgängig und wiederherstellen …',
  about:
    'Was im Lab geändert wurde, das Neueste zuerst. Rückgängig stellt den Stand davor wieder her, außer wenn inzwischen jemand anderes etwas daran geändert hat. ' +
    'Uhr, Szenarien, Schaltbefehle und Quittierungen sind keine Änderungen: dafür lässt sich das Lab zurückspulen.',
  list: 'Änderungen in diesem Lab',
  empty:
    'In diesem Lab wurde noch nichts geändert. Was angelegt, verschoben, geändert oder entfernt wird, steht dann hier.',
  what: 'Die Änderungen',
  undoneBy: (name) => `rückgängig durch ${name}`,
  you: 'hier',
  origins: {
    ui: 'Fenster',
    cli: 'dvm',
    api: 'API',
    mqtt: 'MQTT',
    modbus: 'Modbus',
    nut: 'NUT',
    snmp: 'SNMP',
    scenario: 'Szenario',
    alarms: 'Alarme',
    lab: 'Lab',
    system: 'System',
  },
  things,
  kinds: {
    site: ['Standort', 'Standorte'],
    room: ['Raum', 'Räume'],
    row: ['Reihe', 'Reihen'],
    rack: ['Rack', 'Racks'],
    device: ['Gerät', 'Geräte'],
    pdu: ['Rack-PDU', 'Rack-PDUs'],
    utility: ['Netzeinspeisung', 'Netzeinspeisungen'],
    transformer: ['Transformator', 'Transformatoren'],
    genset: ['Netzersatzanlage', 'Netzersatzanlagen'],
    ats: ['ATS', 'ATS'],
    ups: ['USV', 'USV-Anlagen'],
    battery: ['Batteriestrang', 'Batteriestränge'],
    panel: ['Unterverteilung', 'Unterverteilungen'],
    crac: ['Klimagerät', 'Klimageräte'],
    chiller: ['Kaltwassersatz', 'Kaltwassersätze'],
    sensor: ['Sensor', 'Sensoren'],
  },
  titles: {
    create: (thing) => `${thing} anlegen`,
    change: (thing) => `${thing} ändern`,
    rename: (thing, to) => `${thing} in ${to} umbenennen`,
    move: (thing) => `${thing} verschieben`,
    remove: (thing, inside) =>
      inside === 0
        ? `${thing} entfernen`
        : `${thing} mit ${inside} ${inside === 1 ? 'Objekt' : 'Objekten'} darin entfernen`,
    'to-bots': (sensors, of) => `${sensors} von ${of} an Bots zurückgeben`,
    'to-hardware': (sensors, of) => `${sensors} von ${of} an Hardware übergeben`,
    'write-rule': (rule) => `Alarmregel ${rule} schreiben`,
    'remove-rule': (rule) => `Alarmregel ${rule} entfernen`,
    'reset-rules': 'Alarmregeln auf den Lieferstand zurücksetzen',
    'out-of-service': (thing) => `${thing} außer Betrieb nehmen`,
    'in-service': (thing) => `${thing} wieder in Betrieb nehmen`,
    'rename-lab': (to) => `Lab in ${to} umbenennen`,
  },
};
