import type { Catalogue } from '../catalogue.ts';

export const tour: Catalogue['tour'] = {
  title: 'Rundgang',
  offer: 'Neu hier?',
  offerText: 'Ein Rundgang in fünf Minuten.',
  start: 'Rundgang beginnen',
  later: 'Nicht jetzt',
  resume: 'Rundgang fortsetzen',
  step: (step, of) => `Schritt ${step} von ${of}`,
  back: 'Zurück',
  next: 'Weiter',
  finish: 'Beenden',
  pause: 'Rundgang verlassen; er lässt sich fortsetzen',
  keysHint: 'Pfeiltasten blättern, Escape verlässt.',
  missing: 'Was dieser Schritt zeigt, ist gerade nicht zu sehen. Der Rundgang geht trotzdem weiter.',
  runIt: 'An diesem Rack auslösen',
  ran: 'Es läuft. Die Eintrittstemperatur des Racks steigt nun.',
  noRack: 'In diesem Labor gibt es kein Rack zum Ausprobieren.',
  restart: 'Rundgang beginnen',
  steps: {
    clock: {
      title: 'Ein simuliertes Rechenzentrum',
      text: 'Alles hier ist SIMULIERT und sagt es auch. Das Labor hat eine eigene Uhr: anhalten, Schritt für Schritt, oder bis zu tausendmal schneller.',
    },
    navigation: {
      title: 'Seiten',
      text: 'Für jede Frage eine Seite. Auch Tasten führen hin: g, dann f, ist der Grundriss; Strg K findet alles beim Namen.',
    },
    score: {
      title: 'Gesundheit auf einen Blick',
      text: 'Die Übersicht fasst die Anlage in einer Zahl zusammen und zeigt die Rechnung dazu. Ist alles gut, bleibt die Seite grau: Farbe bedeutet immer etwas.',
    },
    floor: {
      title: 'Der Grundriss',
      text: 'Ein Raum von oben, gefärbt nach der Luft vor jedem Rack. Pfeiltasten gehen von Rack zu Rack.',
    },
    inspector: {
      title: 'Der Inspektor',
      text: 'Jetzt ist ein Rack ausgewählt. Der Inspektor zeigt die Auswahl: Werte mit Verlauf, Grenzen, Teile und was getan werden kann.',
    },
    alarms: {
      title: 'Alarme',
      text: 'Was schiefgeht, meldet sich hier. Quittiert wird mit a; ein Alarm, der andere erklärt, steht über ihnen.',
    },
    scenario: {
      title: 'Etwas ausfallen lassen',
      text: 'Ein teilweiser Kühlungsausfall lässt ein Rack warm werden. Zum Ausprobieren: Nach Minuten Laborzeit meldet es sich. Alles Weitere steht oben rechts.',
    },
    undo: {
      title: 'Nichts ist verloren',
      text: 'Änderungen an der Anlage nimmt Strg Z zurück, Szenarien lassen sich beenden, und Labore kehren zu jedem Augenblick zurück. Die Hilfe (g h) hat Lektionen, ein Glossar und alle Dokumente.',
    },
  },
};
