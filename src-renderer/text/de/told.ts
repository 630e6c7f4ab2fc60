import type { RefusalCode } from '../../../sim/contract/result.ts';
import type { Catalogue } from '../catalogue.ts';
import { toldCards } from './told-cards.table.ts';
import { toldFaces } from './told-faces.table.ts';
import { toldPatterns } from './told-patterns.table.ts';
import { toldRules } from './told-rules.table.ts';

/** Stand before what the host says of a refusal that has no German of its own. */
const refusals: Readonly<Record<RefusalCode, string>> = {
  'invalid-input': 'Ungültige Eingabe',
  'unknown-entity': 'Unbekannt',
  'unknown-parent': 'Unbekannter Ort',
  'wrong-kind': 'Falsche Art',
  'wrong-state': 'Im jetzigen Zustand nicht möglich',
  'name-taken': 'Name schon vergeben',
  'id-taken': 'Kennung schon vergeben',
  'slot-taken': 'Platz belegt',
  'over-capacity': 'Kapazität überschritten',
  'outside-room': 'Außerhalb des Raums',
  'not-empty': 'Nicht leer',
  'not-allowed': 'Nicht erlaubt',
  'not-found': 'Nicht gefunden',
  'changed-since': 'Inzwischen geändert',
  'too-large': 'Zu groß',
  'too-many': 'Zu viele',
  busy: 'Besetzt',
  'fault-injected': 'Absichtlich gestört',
  'storage-failed': 'Speichern fehlgeschlagen',
  'damaged-file': 'Datei beschädigt',
  'foreign-file': 'Fremde Datei',
  'newer-file': 'Datei einer neueren Fassung',
  unsupported: 'Nicht unterstützt',
  internal: 'Interner Fehler',
};

function say(sentence: string): string {
  const whole = toldCards[sentence] ?? toldRules[sentence] ?? toldFaces[sentence];
  if (whole !== undefined) return whole;
  for (const [pattern, german] of toldPatterns) {
    const found = pattern.exec(sentence)?.groups;
    if (found !== undefined) return german(found, say);
  }
  return sentence;
}

export const told: Catalogue['told'] = {
  say,
  refusal: (code, message) => {
    const german = say(message);
    return german === message ? `${refusals[code]}: ${message}` : german;
  },
  noAnswer: 'Der Laborrechner antwortet nicht.',
  noAnswerHint: 'Er steht vielleicht oder ist sehr beschäftigt. Die Seite versucht es von selbst wieder.',
};
