import type { Catalogue } from '../catalogue.ts';

const racks = (count: number): string => `${count} ${count === 1 ? 'Rack' : 'Racks'}`;
const events = (count: number): string =>
  count === 1 ? '1 Ereignis danach bleibt' : `${count} Ereignisse danach bleiben`;

export const labs: Catalogue['labs'] = {
  title: 'Labore',
  tabs: { labs: 'Labore', history: 'Verlauf' },
  labsFace: { what: 'Die Labore auf diesem Rechner', still: 'Das offene Labor läuft weiter.' },
  keptIn: (directory) => ['Abgelegt in ', directory],
  tools: {
    import: 'Importieren\u00a0…',
    export: 'Exportieren\u00a0…',
    saveAs: 'Speichern unter\u00a0…',
    create: 'Neues Labor\u00a0…',
  },
  newFromTemplate: 'Neues Labor aus Vorlage\u00a0…',
  noLabs: 'Auf diesem Rechner gibt es noch kein Labor.',
  done: {
    opened: 'Labor geöffnet',
    repaired: 'Labor repariert',
    deleted: 'Labor gelöscht',
    branch: 'Es geht auf dem anderen Zweig weiter',
    rewound: 'Zurückgespult; hier beginnt ein neuer Zweig',
  },
  row: {
    about: ({ racks: count, seed, at }) => [`${racks(count)}, Startwert `, seed, `, Laborzeit ${at}`],
    changed: (size, at) => `${size}, geändert ${at}`,
    isOpen: 'Offen',
    open: 'Öffnen',
    openOf: (lab) => `${lab} öffnen`,
    openAlready: 'Ist schon offen',
    repair: 'Reparieren',
    repairOf: (lab) => `${lab} reparieren`,
    deleteOf: (lab) => `${lab} löschen`,
    openAnother: 'Erst ein anderes Labor öffnen',
  },
  deleting: {
    title: (lab) => `${lab} löschen?`,
    about: (size) =>
      `Seine Welt, alle seine Zweige und ${size} Verlauf kommen in den Papierkorb-Ordner neben den Laboren.`,
    way: 'Es wird nicht mehr aufgeführt. Um es zurückzuholen, seinen Ordner aus dem Papierkorb wieder zu den Laboren verschieben.',
    keep: 'Behalten',
    delete: 'Labor löschen',
  },
  operations: {
    label: 'Laufende Arbeiten',
    failed: (title, because) => `${title}: ${because ?? 'fehlgeschlagen'}`,
  },
  timeLine: {
    title: 'Zeitleiste',
    note: 'dieses Zweigs',
    what: 'Die Geschichte dieses Labors',
    previous: 'Voriges Ereignis',
    next: 'Nächstes Ereignis',
    moment: 'Zeitpunkt, zu dem zurückgespult wird',
    labTime: (at) => ['Laborzeit ', at],
    after: (count) =>
      count === 0
        ? 'Danach wurde nichts aufgezeichnet.'
        : `${events(count)} auf diesem Zweig; der neue zweigt hier ab.`,
    goBack: 'Hierhin zurück',
    moveFirst: 'Erst den Regler zurückschieben',
    events: 'Ereignisse dieses Zweigs',
    created: (count) => `${count} Objekte angelegt`,
  },
  branches: {
    title: 'Zweige',
    note: 'jeder mit eigener Geschichte',
    what: 'Die Zweige dieses Labors',
    root: (head) => `vom Anfang an, reicht bis ${head}`,
    left: (parent, fork, head) => `von ${parent} abgezweigt ${fork}, reicht bis ${head}`,
    here: 'Aktueller Zweig',
    goOn: 'Hier weiter',
    goOnWith: (branch) => `Hier weiter, mit ${branch}`,
  },
  create: {
    title: 'Neues Labor',
    about: 'Ein eigenes Rechenzentrum. Das jetzt offene Labor bleibt, wie es ist.',
    submit: 'Anlegen und öffnen',
    template: 'Vorlage',
    seed: 'Startwert',
    seedHint:
      'Gleiche Vorlage, gleicher Startwert und gleiche Befehle ergeben bis aufs letzte Bit dieselbe Geschichte. Leer gilt der Startwert der Vorlage.',
    seedWrong: 'Der Startwert ist ungültig',
    seedDigits: 'Ein bis acht hexadezimale Ziffern',
  },
  name: 'Name',
  nameFirst: 'Erst einen Namen vergeben',
  saveAs: {
    title: 'Unter anderem Namen speichern',
    about:
      'Gespeichert ist immer alles; hier entsteht ein zweites Labor mit derselben Geschichte, in dem es weitergeht.',
    copyOf: (lab) => `${lab} Kopie`,
  },
  import: {
    title: 'Labor importieren',
    about:
      'Eine .coldaisle-Datei von einem anderen Rechner oder eine von Hand geschriebene .lab.yaml. Eine beschädigte oder fremde Datei verändert nichts.',
    submit: 'Importieren und öffnen',
    chooseFirst: 'Erst eine Datei auswählen',
    choose: 'Datei auswählen\u00a0…',
    drop: 'Eine .coldaisle- oder .lab.yaml-Datei hier ablegen',
    dropped: (name, size) => `${name}, ${size}`,
    uploading: 'Datei wird hochgeladen',
    file: 'Datei',
    path: 'Oder ein Pfad auf dem Laborrechner',
    pathHint: 'So lässt sich nur der Exportordner des Laborrechners lesen.',
    nameHint: 'Leer gilt der Name in der Datei.',
    unnamed: 'Importiertes Labor',
    broken: 'Das Hochladen ist abgebrochen.',
    brokenHint: 'Prüfen, ob der Laborrechner noch läuft, dann erneut versuchen.',
  },
  export: {
    title: (lab) => `${lab ?? 'Labor'} exportieren`,
    about: 'Eine einzige Datei, die sich auf einem anderen Rechner mit demselben Hash öffnet.',
    toHost: 'Die Datei kommt in den Exportordner des Laborrechners und lässt sich von dort herunterladen.',
    toChosen: 'Wohin die Datei kommt, ist frei wählbar.',
    submit: 'Exportieren',
    running: 'Labor wird exportiert',
    failed: 'Das Labor wurde nicht exportiert.',
    contents:
      'In dieser Datei steckt das ganze Labor: seine Welt, seine Geschichte, seine Messwerte und Prüfsummen über alles.',
    copyPath: 'Pfad kopieren',
    copied: 'Pfad kopiert',
    download: 'Herunterladen',
    notDownloaded: 'Die Datei ließ sich nicht herunterladen.',
    liesThere: 'Sie liegt unter dem angezeigten Pfad.',
    done: 'Fertig',
  },
  actions: {
    section: 'Labor',
    create: 'Neues Labor\u00a0…',
    saveAs: 'Dieses Labor unter anderem Namen speichern\u00a0…',
    import: 'Labordatei importieren\u00a0…',
    export: 'Dieses Labor in eine Datei exportieren\u00a0…',
    history: 'Verlauf und Zurückspulen',
  },
};
