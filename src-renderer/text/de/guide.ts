import type { guide as english } from '../en/guide.ts';

export const guide: Readonly<Record<keyof typeof english, readonly string[]>> = {
  overview: [
    'Die Anlage auf einen Blick: Gesamtleistung, {pue:PUE}, mittlere und wärmste {inlet:Eintrittstemperatur} und die anstehenden Alarme.',
    'Die Gesundheit geht von 0 bis 100; „So wird gerechnet“ zeigt, welcher Teil der Anlage welche Punkte kostet.',
    'Darunter stehen die Verläufe der letzten Stunden, jeder Raum mit seinem Zustand, die Alarme und die letzten Ereignisse.',
    'Alles mit einem Namen lässt sich anklicken: Es ist dann ausgewählt, und der Inspektor rechts sagt mehr dazu.',
  ],
  floor: [
    'Ein Raum von oben. Jedes Rack ist nach {inlet:Eintrittstemperatur}, Feuchte oder Leistung gefärbt; an den Wänden stehen die Klimageräte.',
    'Im Modus „Operate“ treten die Racks zurück, nur Abweichungen haben Farbe; „Analyse“ zeigt das ganze {heat-map:Wärmebild} mit Legende.',
    'Pfeiltasten gehen von Rack zu Rack, Enter öffnet eines, und das Kontextmenü zeigt, was damit getan werden kann.',
    'Denselben Raum gibt es als Tabelle, zum Lesen statt zum Schauen.',
  ],
  rack: [
    'Ein oder mehrere Racks von vorn und hinten, {rack-unit:Höheneinheit} für Höheneinheit, mit Einbauten und deren Leistung.',
    'Daneben stehen die {pdu:Rack-PDUs} an {feed:Strang A und B}, die Temperaturen von unten nach oben und der freie Platz.',
    'Geräte werden gezogen oder per Tastatur über ihr Menü verschoben; geprüft werden vorher Platz, Gewicht und Leistung.',
  ],
  power: [
    'Die ganze Kette als {single-line:einpoliger Plan}: {utility:Netz}, {transformer:Transformator}, {genset:Netzersatzanlagen}, {ats:ATS}, {ups:USVs}, {floor-pdu:Unterverteilungen} und Racks.',
    'Die Linien leben: Was ohne Strom, auf Batterie oder überlastet ist, sieht so aus, mit einem Wort daneben.',
    '{what-if:Was-wäre-wenn} nimmt ein Teil in der Vorschau außer Betrieb und listet, wer dunkel würde; dem Labor geschieht nichts.',
    'Die anderen Reiter zeigen Rack für Rack, USV für USV mit {autonomy:Autonomiezeit}, und wohin die Energie geht.',
  ],
  cooling: [
    'Jedes Klimagerät mit {supply-air:Zuluft} und {return-air:Rückluft}, Lüfter und Auslastung und dem {setpoint:Sollwert}, der sich hier ändern lässt.',
    'Zonen vergleichen {cold-aisle:Kalt-} und {hot-aisle:Warmgänge} und sagen, wie lange der Raum einen Kühlungsausfall {ride-through:überbrückt}.',
    'Die Wasserseite zeigt {chiller:Kältemaschinen}, Volumenstrom und {economiser:freie Kühlung}.',
    'Der Optimierer empfiehlt günstigere Sollwerte in festen Grenzen, wendet sie an, wenn er darf, und misst die Ersparnis.',
  ],
  assets: [
    'Alle Einbauten als Liste: Typ, Platz, Zuständige, Seriennummer, Leistung und Lebenszyklus.',
    'Filter und Spalten sind frei wählbar; Angekreuztes lässt sich gemeinsam ändern, und jede Änderung rückgängig machen.',
    'Dieselbe Liste kommt als Datei herein und geht als Datei hinaus.',
  ],
  capacity: [
    'Was noch frei ist: Platz, Leistung, Kühlung, Gewicht und Ports, vom Standort bis zum Rack.',
    'Es entscheidet, was zuerst ausgeht; das Übrige ist {stranded:gestrandet}.',
    'Ein geplanter Einbau wird hier vor der Bestellung geprobt: Die Seite nennt passende Racks, und warum andere nicht passen.',
  ],
  topology: [
    'Was woran hängt: vom Standort bis zum Gerät als Baum oder entlang der Stromkette.',
    'Eine Auswahl zeigt, was sie speist und was von ihr gespeist wird.',
    'Große Äste sind gefaltet; die Suche öffnet den Weg zum Gesuchten.',
  ],
  alarms: [
    'Alle Alarme in den Zuständen der {isa-18-2:ISA-18.2}: zuerst, was noch niemand {acknowledge:quittiert} hat, das Schwerste oben.',
    'Ein Alarm, der andere erklärt, steht als {root:Grundursache} über ihnen; die anderen sind {suppressed:unterdrückt}.',
    'Was jetzt nicht zu beheben ist, wird mit Grund {shelve:zurückgestellt} oder zur Wartung {oos:außer Betrieb} genommen.',
    'Die Reiter zeigen Geschichte, Regeln mit {limit:Grenzwerten} und {dead-band:Hysterese}, die Kennzahlen der Norm, und wer benachrichtigt wird.',
  ],
  reports: [
    'Zahlen über eine Zeitspanne, zum Weitergeben: Energie, {pue:PUE}, Temperaturen, Alarme, Verfügbarkeit.',
    'Jeder Bericht sagt, woraus er entstand und welche Zeit er umfasst, und geht als Datei oder auf Papier hinaus.',
  ],
  sites: [
    'Alle Standorte dieses Labors auf einer Seite: Leistung, {pue:PUE}, Gesundheit und Alarme.',
    'Nach der Wahl eines Standorts zeigen alle anderen Seiten nur diesen.',
  ],
  scenarios: [
    'Was schiefgehen kann, als Karten: Jedes {scenario:Szenario} nennt Ziel, Schwere und Dauer.',
    'Der zweite Reiter zeigt, was gerade läuft und was es bisher bewirkt hat, und beendet es.',
    'Nichts geht für immer kaputt: Nach dem Ende erholt sich das Labor nach derselben Physik.',
  ],
  drills: [
    'Störfälle nach Drehbuch mit einem Ziel. Eine {drill:Übung} wird danach bewertet, wie schnell erkannt, quittiert und behoben wird.',
    'Hinweise gibt es auf Wunsch. Am Ende sagt ein Bericht, was wann geschah und wo Punkte verloren gingen.',
    'Die Lektionen in der Hilfe ordnen die Übungen für den Anfang.',
  ],
  explorer: [
    'Alle Maschinen des Labors in einem Baum, nach Hersteller oder nach Standort, und eine Liste zum Sortieren, Filtern und Schalten.',
    'Mehrere Maschinen auswählen, um sie gemeinsam zu schalten; die rechte Maustaste oder das Menü einer Zeile hat alles für eine.',
    'Der Name einer Maschine öffnet ihre Seite: was sie ist und wo sie läuft, ihr Verlauf, Snapshots, Dateien und Prozesse.',
  ],
  consoles: [
    'Terminals auf den Maschinen des Labors: eine Shell als root oder die serielle Konsole mit den Meldungen des Starts.',
    'Was hier getippt wird, geschieht im Labor: Last ist als Leistung und Wärme zu spüren, und eine verdorbene Datei verdirbt ihren Dienst.',
    'Ein Terminal läuft weiter, während die Seite fort ist; sein Link lässt andere zusehen, und eine Aufzeichnung spielt jeder Asciicast-Spieler.',
  ],
  vsphere: [
    'Das {lab:Labor} als vCenter: govc, pyvmomi, Ansible und andere melden sich an und finden seine Hosts und Maschinen.',
    'Jeder Aufruf lässt sich lesen, wie er gesendet und beantwortet wurde; wer angemeldet ist, kann abgemeldet werden.',
  ],
  hardware: [
    'Echte Sensoren statt simulierter: über {mqtt:MQTT}, {snmp:SNMP} oder {modbus:Modbus} verbinden, umsehen und vor dem Speichern sehen, was gelesen wird.',
    'Ein Punkt, der spricht, löst seinen simulierten Zwilling ab; verstummt er, gilt sein Wert wie jeder andere als {stale:veraltet}.',
  ],
  labs: [
    'Die {lab:Labore} dieses Rechners: öffnen, kopieren, mitnehmen und als eine Datei weitergeben.',
    'Die Geschichte kennt jede Änderung; zurück geht es zu jedem Augenblick, oder von dort auf einen neuen Zweig.',
    'Gleicher {seed:Seed} und gleiche Befehle ergeben bis aufs letzte Bit die gleiche Welt.',
  ],
  api: [
    'Jeder Aufruf des Gateways mit seinen Parametern. Was der Leitstand kann, kann auch ein Programm.',
    'Die Beispielzeile lässt sich kopieren und so ausführen.',
  ],
  settings: [
    'Was dieser Rechner neben dem Labor tut: Aussehen, Aufbewahrung der Messwerte, offene Schnittstellen, Benachrichtigungen.',
    'Was einen Neustart braucht, sagt es; das Labor selbst wird hier nie geändert.',
  ],
  help: [
    'Alles zum Lesen: wozu jede Seite da ist, das Glossar, die Lektionen und die mitgelieferten Dokumente.',
    'Nichts davon braucht ein Netz.',
  ],
};
