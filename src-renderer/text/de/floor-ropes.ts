import type { Catalogue } from '../catalogue.ts';

export const ropes: Catalogue['floor']['ropes'] = {
  wetAt: (metres) => `nass bei ${metres}`,
  menu: 'Leckageseil …',
  laid: 'Leckagesensoren',
  change: (name) => `${name} …`,
  title: 'Leckageseil',
  where: 'Wem es meldet',
  ofRoom: (room) => `Irgendwo in ${room}`,
  around: (unit) => `Um ${unit} herum`,
  click: 'Zum Verlegen auf den Plan klicken oder Einfg drücken',
  corner: (number, of) => `Ecke ${number} von ${of}`,
  previous: 'Vorige Ecke',
  next: 'Nächste Ecke',
  add: 'Ecke hinter dieser anfügen',
  drop: 'Diese Ecke wegnehmen',
  noPoint: 'Es hat noch keine Ecke',
  length: (metres) => `${metres} lang`,
  tooShort: 'Ein Seil braucht mindestens zwei Ecken',
  save: 'Seil speichern',
  remove: 'Seil entfernen',
  created: (name) => `${name} verlegt`,
  changed: (name) => `Verlauf von ${name} geändert`,
  removed: 'Leckageseil entfernt',
  mapLabel: (room) =>
    `Verlauf eines Leckageseils in ${room}. Pfeile bewegen die Ecke, Bild auf und Bild ab gehen von Ecke zu Ecke, Einfg fügt eine an, Entf nimmt sie weg, Enter speichert, Escape lässt los.`,
};

export const drawing: Catalogue['floor']['drawing'] = { svg: 'Plan als SVG speichern, 1 : 50' };

export const feeds: Catalogue['floor']['feeds'] = {
  with: 'Mit Rack-PDUs A und B',
  all: (a, b) => `A von ${a}, B von ${b}`,
  some: ({ feed, count, of, panel }) =>
    `${feed}: ${count} von ${of} Racks, so viele Abgänge sind an ${panel} frei`,
  none: (feed) =>
    `${feed}: Keine Unterverteilung hat einen freien Abgang; eine ergänzen oder die Racks später speisen`,
  second:
    'B: Keine zweite Unterverteilung hat einen freien Abgang; beide Stränge an einer wären keine Redundanz',
};
