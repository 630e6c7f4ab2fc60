import type { Catalogue } from '../catalogue.ts';
import { kinds } from './things.ts';

export const ui: Catalogue['ui'] = {
  marks: { ok: 'Normal', maintenance: 'Wartung', stale: 'Veraltet' },
  tryAgain: 'Erneut versuchen',
  loading: 'Lädt',
  loadingChart: 'Diagramm lädt',
  cancel: 'Abbrechen',
  save: 'Speichern',
  close: 'Schließen',
  atWork: 'In Arbeit',
  atWorkNow: 'In Arbeit\u00a0…',
  on: 'Ein',
  undo: 'Rückgängig',
  // Without a verb: what is named may be one or many.
  notRead: (what) => `${what}: Lesen fehlgeschlagen.`,
  lastKnown: (what, because) =>
    `${what}: letzter bekannter Stand. ${because ?? 'Keine Verbindung zum Laborrechner.'}`,
  toasts: { label: 'Meldung', done: 'Erledigt', refused: 'Abgewiesen', dismiss: 'Ausblenden' },
  table: { tickAll: 'Alle Zeilen ankreuzen', tickRow: 'Diese Zeile ankreuzen' },
  chart: {
    value: (label, value) => `${label} ${value}`,
    noReadings: (label) => `${label} ohne Messwerte`,
    limit: (label, value) => `${label} bei ${value}`,
  },
  age: {
    inDoubt: (value) => `${value}, zweifelhaft`,
    old: (value, span) => `${value}, vor ${span}`,
  },
  keys: {
    Mod: 'Strg',
    Shift: 'Umschalt',
    Enter: 'Eingabe',
    Escape: 'Esc',
    Space: 'Leertaste',
    Delete: 'Entf',
  },
  kindTags: {
    site: 'Standort',
    room: 'Raum',
    row: 'Reihe',
    rack: 'Rack',
    device: 'Gerät',
    pdu: 'PDU',
    utility: 'Netz',
    transformer: 'Trafo',
    genset: 'NEA',
    ats: 'ATS',
    ups: 'USV',
    battery: 'Batterie',
    panel: 'UV',
    crac: 'Klima',
    chiller: 'Kälte',
    sensor: 'Sensor',
  },
  thing: (kind, name) => `${kinds[kind]} ${name}`,
};
