import type { glossary as english } from '../en/glossary.ts';

export const glossary: Readonly<Record<keyof typeof english, string>> = {
  'allowable-range':
    'Zulässiger Bereich | Eintrittsluft, bei der Geräte noch arbeiten, aber nicht jahrelang gehalten werden: für Klasse A1 15 bis 32 °C. Darüber drosseln Maschinen oder schalten ab.',
  acknowledge:
    'Quittieren | „Diesen Alarm habe ich gesehen und kümmere mich.“ An der Ursache ändert es nichts; der Alarm verlangt nur keine Aufmerksamkeit mehr.',
  'alarm-flood':
    'Alarmflut | Mehr Alarme, als ein Mensch lesen kann: nach ISA-18.2 zehn oder mehr neue in zehn Minuten je Bedienplatz.',
  ashrae:
    'ASHRAE TC 9.9 | Das Gremium, dessen Richtlinien die Luft für IT-Geräte beschreiben: Temperatur, Feuchte und Taupunkt, je Geräteklasse.',
  ats: 'ATS, automatischer Netzumschalter | Wählt zwischen zwei Quellen, meist Netz und Netzersatzanlage, und schaltet selbst um, wenn die genutzte ausfällt.',
  autonomy:
    'Autonomiezeit | Wie lange eine USV ihre Last allein aus den Batterien trägt. Sie schrumpft stärker als im Verhältnis zur Last.',
  availability:
    'Verfügbarkeit | Der Anteil der Zeit, in dem ein Dienst arbeitet. 99,99 % lassen 53 Minuten Ausfall im Jahr.',
  battery:
    'Batteriestrang | Zellen in Reihe, die eine USV speisen. Eine schwache Zelle begrenzt den ganzen Strang.',
  bmc: 'BMC, Baseboard Management Controller | Der kleine Rechner neben dem Server, der Temperaturen und Leistung meldet und ihn aus- und einschalten kann.',
  bms: 'GLT, Gebäudeleittechnik | Überwacht und steuert die Anlagen des Gebäudes: Kältemaschinen, Pumpen, Lüftung, Türen.',
  blanking:
    'Blindplatte | Verschließt eine leere Höheneinheit, damit warme Luft von hinten nicht nach vorn zurückströmt.',
  breaker:
    'Leitungsschutzschalter | Öffnet einen Stromkreis, dessen Strom zu lange zu hoch ist. Den Nennstrom trägt er immer, etwas mehr für Stunden, viel mehr nur kurz.',
  bus: 'Stromschiene | Eine Kupferschiene über den Racks mit Abgangskästen, anstelle von Kabeln im Doppelboden.',
  bypass:
    'Bypass | Der Weg am Wechselrichter der USV vorbei. Im Bypass hat die Last Netzstrom, aber keinen Schutz vor einem Ausfall.',
  capacity:
    'Kapazität | Was noch hinzukommen kann: Platz, Leistung, Kühlung, Gewicht und Ports. Es zählt, was zuerst ausgeht.',
  cell: 'Batteriezelle | Der kleinste Teil eines Strangs. Ein steigender Innenwiderstand ist das erste Zeichen ihres Endes.',
  chiller: 'Kältemaschine | Kühlt Wasser für die Klimageräte und gibt die Wärme im Freien ab.',
  cmdb: 'CMDB | Die Datenbank dessen, was da ist und wie es zusammenhängt: Geräte, Plätze, Verbindungen, Verantwortliche.',
  containment:
    'Einhausung | Türen und Dächer, die Kalt- und Warmgänge trennen, damit sich die Luft nicht mischt.',
  cop: 'COP, Leistungszahl | Bewegte Wärme in Kilowatt je Kilowatt Strom. Sie sinkt, wenn es draußen wärmer wird.',
  'cold-aisle':
    'Kaltgang | Der Gang, zu dem die Vorderseiten der Racks zeigen: Dort kommt gekühlte Luft an, und die Maschinen saugen sie ein.',
  crac: 'CRAC | Umluftklimagerät mit eigenem Verdichter.',
  crah: 'CRAH | Umluftklimagerät, das mit Kaltwasser versorgt wird und keinen Verdichter hat.',
  cue: 'CUE, Carbon Usage Effectiveness | Kilogramm CO₂ je Kilowattstunde IT-Energie.',
  dcim: 'DCIM | Software, die Platz, Strom, Kühlung und Inventar eines Rechenzentrums verwaltet.',
  'dead-band':
    'Hysterese | Wie weit ein Wert unter seine Grenze zurückgehen muss, bevor der Alarm geht. Sie verhindert Flattern an der Grenze.',
  'delta-t':
    'ΔT, Temperaturspreizung | Wie stark sich Luft in einem Rack erwärmt oder in einem Klimagerät abkühlt. Üblich sind zehn bis fünfzehn Kelvin.',
  derating:
    'Minderung | Weniger nutzen, als das Typenschild erlaubt, aus Vorsicht oder wegen Wärme: Ein Schutzschalter wird dauerhaft höchstens zu 80 % belastet.',
  'dew-point':
    'Taupunkt | Die Temperatur, bei der die Feuchte der Luft kondensiert. Über 15 °C wird es für Geräte gefährlich.',
  'dual-cord':
    'Zweifach versorgt | Mit zwei Netzteilen an zwei Strängen. Übersteht den Verlust des einen, wenn der andere alles tragen kann.',
  drill:
    'Übung | Ein Störfall nach Drehbuch mit Ziel und Punkten: wie schnell er erkannt, quittiert und behoben wurde.',
  economiser:
    'Freie Kühlung | Kühlen mit Außenluft oder Wasser, solange es draußen kalt genug ist, bei abgeschaltetem Verdichter.',
  epms: 'EPMS | Überwachung der Stromversorgung: Zähler und Schalter der Kette, viele Male in der Sekunde gelesen.',
  feed: 'Strang A und B | Zwei unabhängige Stromwege vom Netz zum Rack. Was an beiden hängt, übersteht den Verlust eines Weges.',
  'floor-pdu':
    'Unterverteilung | Der Verteiler eines Raums: nimmt Strom von einer USV und führt ihn über Schutzschalter zu den Racks.',
  genset:
    'Netzersatzanlage, NEA | Ein Dieselmotor mit Generator. Sie startet bei Netzausfall und übernimmt nach etwa zehn Sekunden.',
  'heat-map':
    'Wärmebild | Der Raum von oben, gefärbt nach Eintrittstemperatur. „Betrieb“ zeigt nur Abweichungen, „Analyse“ den ganzen Bereich.',
  historian:
    'Historie | Der Speicher aller Messwerte über die Zeit; daraus entstehen Verläufe, Berichte und Exporte.',
  'hot-aisle':
    'Warmgang | Der Gang, zu dem die Rückseiten der Racks zeigen. Er darf heiß sein: Es zählt die kalte Seite.',
  'hot-spot':
    'Wärmenest | Ein Rack, dessen Eintritt viel wärmer ist als der seiner Nachbarn, meist weil Abluft nach vorn gelangt.',
  humidity:
    'Relative Feuchte | Wie viel der möglichen Feuchte die Luft enthält. Zu trocken lädt Menschen auf, zu feucht lässt Metall rosten.',
  inlet:
    'Eintrittstemperatur | Die Luft vor der Maschine. Alle Grenzen der Kühlung gelten ihr und nicht dem Raum.',
  interlock:
    'Verriegelung | Erlaubt das eine nur, solange das andere gilt: Nie speisen zwei Quellen zugleich eine Schiene.',
  inverter: 'Wechselrichter | Der Teil einer USV, der aus Gleichstrom Wechselstrom macht.',
  'isa-101': 'ISA-101 | Die Norm für Bedienbilder: grau, wenn alles gut ist, Farbe nur für Abweichungen.',
  'isa-18-2':
    'ISA-18.2 | Die Norm für Alarme: was ein Alarm ist, welche Zustände er hat, wie er ruhig gestellt und wie ein Alarmsystem gemessen wird.',
  'it-load': 'IT-Last | Die Leistung von Servern, Speicher und Netzwerk: der Teil, der die Arbeit tut.',
  kva: 'kVA und kW | Schein- und Wirkleistung. Ihr Verhältnis ist der Leistungsfaktor; Kabel und USVs werden nach der ersten bemessen.',
  lab: 'Labor | Ein simuliertes Rechenzentrum mit Seed, Uhr und Geschichte, in einer Datei.',
  latched:
    'Selbsthaltender Alarm | Bleibt nach dem Ende seiner Ursache, bis ihn jemand zurücksetzt: für das, was niemand übersehen darf.',
  leak: 'Leckage-Erkennung | Seile und Punkte am Boden, die Wasser melden, vor allem an Klimageräten und Rohren.',
  limit:
    'Grenzwert | Der Wert, bei dem eine Regel auslöst. Die Warnung kommt früh genug zum Handeln, „kritisch“ kurz vor dem Schaden.',
  mqtt: 'MQTT | Das leichte Protokoll, mit dem Sensoren Werte zu Topics melden; wer sie abonniert, bekommt sie.',
  modbus:
    'Modbus | Ein altes, einfaches Protokoll von Zählern und Anlagen: nummerierte Register, der Reihe nach gefragt.',
  mtbf: 'MTBF und MTTR | Mittlere Zeit zwischen Ausfällen und mittlere Zeit zur Reparatur. Zusammen ergeben sie die Verfügbarkeit.',
  'n-plus-1':
    'N+1 | Ein Gerät mehr, als die Last braucht: Jedes einzelne darf ausfallen oder gewartet werden. 2N ist alles doppelt.',
  nut: 'NUT, Network UPS Tools | Freie Software und Protokoll, die Server über ihre USV unterrichten und rechtzeitig herunterfahren.',
  nuisance: 'Störalarm | Einer, bei dem nichts zu tun ist. Solche Alarme lehren Menschen das Wegsehen.',
  oos: 'Außer Betrieb | Ein Alarm oder Sensor, der für Wartung herausgenommen wurde und nicht auslöst; er bleibt gelistet.',
  overload:
    'Überlast | Mehr Strom als bemessen. Ein Schutzschalter erträgt sie umso kürzer, je größer sie ist.',
  pdu: 'Rack-PDU | Die Steckdosenleiste im Rack. Eine messende zeigt den Strom jeder Phase und oft jeder Dose.',
  phase:
    'Phasen L1, L2, L3 | Die drei Ströme einer Versorgung. Schieflast verschenkt Kapazität: Die vollste Phase löst zuerst aus.',
  'power-factor': 'Leistungsfaktor | Wirkleistung durch Scheinleistung. Moderne Server liegen nahe 1.',
  pue: 'PUE, Power Usage Effectiveness | Leistung des ganzen Standorts durch die seiner IT. 1,0 wäre alles für die IT; 1,5 heißt: noch einmal die Hälfte für Kühlung und Verluste.',
  raised: 'Doppelboden | Durch ihn strömt kühle Luft zu gelochten Platten vor den Racks.',
  'rack-unit': 'Höheneinheit, HE | Die Höhe eines Einschubs: 44,45 mm. Ein übliches Rack hat 42.',
  rci: 'RCI, Rack Cooling Index | Wie viele Racks wie weit außerhalb des empfohlenen Bereichs liegen. 100 % heißt: keines.',
  recirculation:
    'Rezirkulation | Abluft, die um das Ende oder über eine Reihe wieder nach vorn gelangt und die Eintritte wärmt.',
  'recommended-range':
    'Empfohlener Bereich | Eintrittsluft von 18 bis 27 °C nach ASHRAE: der Bereich für jeden Tag.',
  redfish: 'Redfish | Die Web-Schnittstelle heutiger Server-Managementcontroller.',
  redundancy: 'Redundanz | Mehr, als gebraucht wird, damit etwas ausfallen darf: N+1, 2N, zwei Stränge.',
  resilience:
    'Wartbarkeit im Betrieb | Jedes Teil lässt sich warten, ohne dass die IT es merkt: das verlangt Tier III.',
  'return-air': 'Rückluft | Was in ein Klimagerät zurückströmt. Je wärmer sie ist, desto besser arbeitet es.',
  'ride-through':
    'Überbrückungszeit | Wie lange der Raum ohne Kühlung in seinen Grenzen bleibt. Luft allein reicht Minuten; Wände und Metall geben etwas dazu.',
  rti: 'RTI, Return Temperature Index | Ob kühle Luft ungenutzt an den Racks vorbeizieht (unter 100 %) oder Abluft umläuft (darüber).',
  root: 'Grundursache | Der eine Alarm, der viele erklärt. Die unter ihm bleiben absichtlich ruhig, damit er zu sehen ist.',
  scenario:
    'Szenario | Ein Störfall zum Auslösen: Kühlung, Strom, Wasser, Sensoren. Er hat ein Ziel, eine Stärke und ein Ende.',
  seed: 'Seed | Der Text, aus dem aller Zufall im Labor folgt. Gleicher Seed und gleiche Befehle ergeben die gleiche Welt.',
  setpoint: 'Sollwert | Was ein Regler zu halten versucht, etwa die Zuluft eines Klimageräts.',
  shelve:
    'Zurückstellen | Einen Alarm für eine genannte Zeit und mit Grund ruhig stellen. Er kommt von selbst wieder.',
  shi: 'SHI und RHI | Supply Heat Index: wie viel Wärme die kühle Luft vor den Racks aufnimmt. Gute Räume liegen unter 0,2. RHI ist der Rest zu 1.',
  'single-line':
    'Einpoliger Plan | Die Stromkette mit einer Linie für alle drei Phasen, vom Netz bis zum Rack.',
  snmp: 'SNMP | Das Protokoll, mit dem Netz- und Stromgeräte nach nummerierten Werten gefragt werden und Traps senden.',
  stale:
    'Veraltet | Ein Wert, der älter ist, als er sein sollte. Er steht schraffiert mit seinem Alter da, denn niemand weiß, wie er jetzt ist.',
  standing: 'Stehender Alarm | Einer, der länger als einen Tag ansteht. Davon sollte es kaum welche geben.',
  stranded:
    'Gestrandete Kapazität | Was da ist und nicht genutzt werden kann, weil anderes zuerst ausging: Platz ohne Strom, Strom ohne Kühlung.',
  sts: 'STS, statischer Umschalter | Wechselt in wenigen Millisekunden zwischen zwei Quellen, ohne bewegte Teile.',
  'supply-air': 'Zuluft | Was ein Klimagerät ausbläst. Bei den Racks kommt sie etwas wärmer an.',
  suppressed:
    'Unterdrückt | Absichtlich ruhig, weil ein anderer Alarm ihn erklärt oder die Anlage in einem Zustand ist, in dem er nichts bedeutet.',
  switchgear: 'Schaltanlage | Die Schalter und Schienen, an denen Netz und Netzersatzanlagen zusammenkommen.',
  tier: 'Tier | Die vier Klassen eines Standorts nach dem Uptime Institute, von einem Weg (I) bis fehlertolerant (IV).',
  transformer:
    'Transformator | Bringt die Mittelspannung des Netzes auf die des Standorts. Er verliert etwa ein Prozent.',
  'trip-curve': 'Auslösekennlinie | Wie lange ein Schutzschalter welche Überlast erträgt, bevor er öffnet.',
  ups: 'USV, unterbrechungsfreie Stromversorgung | Trägt die Last aus Batterien vom Ende des Netzes bis zum Start der Netzersatzanlage.',
  utility: 'Netz | Die Einspeisung des Versorgers in den Standort.',
  'wet-bulb':
    'Feuchtkugeltemperatur | Bis zu ihr kann verdunstendes Wasser kühlen. Ein Kühlturm kommt nicht darunter.',
  'what-if':
    'Was-wäre-wenn | Die Vorschau eines Ausfalls oder einer Änderung, neben dem Labor gerechnet, ohne es anzufassen.',
  wue: 'WUE, Water Usage Effectiveness | Liter Wasser je Kilowattstunde IT-Energie.',
  '2n': '2N | Alles doppelt: zwei vollständige Ketten, von denen jede die ganze Last allein trägt. Jede von beiden darf ausfallen oder außer Betrieb gehen.',
  'bad-actor':
    'Dauerläufer | Einer der wenigen Alarme, die den größten Teil der Liste ausmachen. Wer die zehn schlimmsten behebt, halbiert sie oft.',
  chattering:
    'Flatternder Alarm | Einer, der immer wieder kommt und geht, dreimal in der Minute oder öfter. Ein Totband oder eine Verzögerung bringt ihn zur Ruhe.',
  dcie: 'DCiE, Data Centre Infrastructure Efficiency | Der Kehrwert des PUE in %: Leistung der Geräte durch Leistung des Standorts. Ein PUE von 1,6 ist ein DCiE von 62,5 %.',
  delay:
    'Ansprech- und Rückfallverzögerung | Wie lange eine Bedingung anstehen muss, bevor der Alarm kommt, und fort sein muss, bevor er geht.',
  ere: 'ERE, Energy Reuse Effectiveness | PUE abzüglich der Wärme, die andere nutzen: Energie des Standorts minus genutzte Abwärme, geteilt durch die Energie der Geräte. Er kann unter 1 liegen.',
  'isa-priority':
    'Alarmpriorität | Wie bald gehandelt werden muss, aus der Folge und der Zeit, die bleibt. Nach ISA-18.2 etwa 5 % hoch, 15 % mittel, 80 % niedrig.',
  rationalisation:
    'Alarmbewertung | Jeder Alarm wird geprüft: Was meldet er, was geschieht ohne Eingriff, was ist zu tun, wie bald? Worauf es keine Antwort gibt, das ist kein Alarm.',
  returned:
    'Gegangen, unquittiert | Die Bedingung ist fort, doch niemand hat den Alarm gesehen. Nach ISA-18.2 bleibt er in der Liste, bis er quittiert ist.',
  rhi: 'RHI, Return Heat Index | Wie viel der Wärme der Racks mit der Rückluft bei den Klimageräten ankommt, statt sich vor den Racks zu mischen. 1 minus SHI; gute Räume liegen über 0,8.',
  unacknowledged:
    'Unquittiert | Der Alarm steht an, und niemand hat ihn bisher gesehen gemeldet: fett, mit Ring, oben in der Liste.',
};
