import type { Catalogue } from '../catalogue.ts';

const number = (count: number): string => String(count).replace('.', ',');
const readingsOf = (raw: number): string =>
  `Diagramme zeigen jeden Messwert ${raw === 1 ? 'des letzten Tages' : `der letzten ${number(raw)} Tage`} Laborzeit`;

const spread = 'Jedes Gerät hat';

export const settings: Catalogue['settings'] = {
  title: 'Einstellungen',
  what: 'Die Einstellungen dieses Rechners',
  still: 'Was eingeschaltet ist, läuft weiter wie eingestellt.',
  facesNotRead: (because) => `Wie es den Schnittstellen geht, ließ sich nicht lesen. ${because}`,
  list: 'Abschnitte',
  all: 'Alle Einstellungen',
  sections: {
    faces: {
      title: 'Geräteprotokolle',
      about: 'Geräte des Labors antworten echten Werkzeugen über diese Protokolle, nur auf diesem Rechner.',
    },
    mappers: {
      title: 'MQTT-Mapper',
      about:
        'Die Messwerte des Labors noch einmal in der Sprache anderer Systeme, auf dem eigenen Broker des Labors.',
    },
    history: {
      title: 'Verlauf',
      about:
        'Wie lange Messwerte aufbewahrt werden, in Tagen Laborzeit. Älteres wird einmal je Minute entfernt.',
    },
    'remote-write': {
      title: 'Remote Write',
      about:
        'Messwerte gehen weiter an Prometheus, Mimir, VictoriaMetrics oder was sonst Remote Write 1.0 annimmt.',
    },
    machines: {
      title: 'Maschinen',
      about:
        'Was die Maschinen des Labors von diesem Computer nutzen dürfen. Simulierte brauchen nichts davon.',
    },
    desktop: {
      title: 'Desktopmeldungen',
      about:
        'Eine Meldung in der Ecke des Bildschirms, wenn ein Alarm kommt und diese Seite nicht zu sehen ist.',
    },
  },
  groups: {
    snmp: {
      title: 'SNMP',
      about: 'USVs, Rack-PDUs, Netzersatzanlagen und Sensoren antworten snmpget und snmpwalk.',
    },
    modbus: {
      title: 'Modbus TCP',
      about: 'Strom- und Kühlanlagen haben Register zum Lesen und Coils zum Schalten.',
    },
    vmware: {
      title: 'vSphere',
      about: 'Ein vCenter für govc, pyvmomi, PowerCLI, Terraform und Ansible.',
    },
    nut: { title: 'NUT', about: 'Jede USV ist für upsc, upscmd und upsmon zu finden.' },
    'vmware-hosts': {
      title: 'ESXi-Hosts',
      about:
        'Bis zu 32 Hosts antworten selbst, jeder an einem eigenen Port: root und das Passwort des vCenters.',
    },
    'local-shell': {
      title: 'Shell dieses Rechners',
      about:
        'Ein Tab der Konsolen mit einer Shell des Rechners, auf dem der Host läuft, sofern er mit --local-shell gestartet ist.',
    },
    sparkplug: {
      title: 'Sparkplug B',
      about: 'Für SCADA-Hosts: spBv1.0/SITE/…/ROOM/DEVICE, mit Birth- und Death-Nachrichten.',
    },
    'home-assistant': {
      title: 'Home Assistant',
      about: 'Jedes Gerät meldet sich selbst an und ist ohne eine Zeile Konfiguration da.',
    },
    'unified-namespace': {
      title: 'Unified Namespace',
      about: 'ENTERPRISE/SITE/ROOM/…: der letzte Wert von allem, in einem Baum aus Retained-Nachrichten.',
    },
    retention: { title: 'Aufbewahrung', about: '0 heißt: auf Dauer.' },
    'remote-write': {
      title: 'Prometheus Remote Write',
      about: 'Solange es aus ist, wird nichts gesendet.',
    },
    engine: {
      title: 'Container-Engine',
      about:
        'Mit Docker oder Podman auf diesem Computer kann eine Maschine ein Container sein. Images werden nie aus dem Netz geholt.',
    },
    desktop: {
      title: 'Alarme melden',
      about: 'Ab welcher Schwere gemeldet wird, steht bei der Mail: Alarme, Benachrichtigungen.',
    },
  },
  fields: {
    'faces.snmp.state': 'SNMP',
    'faces.snmp.spread': spread,
    'faces.snmp.port': 'Erster Port',
    'faces.snmp.community': 'Lese-Community',
    'faces.snmp.writeCommunity': 'Schreib-Community',
    'faces.snmp.user': 'v3-Benutzer',
    'faces.snmp.authKey': 'v3-Schlüssel, SHA',
    'faces.snmp.privKey': 'v3-Schlüssel, AES',
    'faces.modbus.state': 'Modbus TCP',
    'faces.modbus.spread': spread,
    'faces.modbus.port': 'Erster Port',
    'faces.vmware.state': 'vSphere',
    'faces.vmware.port': 'Port des vCenters',
    'faces.vmware.user': 'Benutzer',
    'faces.vmware.password': 'Passwort',
    'faces.vmware.hosts': 'Jeder Host antwortet selbst',
    'faces.vmware.hostsPort': 'Port des ersten Hosts',
    'faces.nut.state': 'NUT',
    'faces.nut.port': 'Port',
    'mappers.sparkplug': 'Sparkplug B',
    'mappers.homeAssistant': 'Home Assistant',
    'mappers.unifiedNamespace': 'Unified Namespace',
    'mappers.enterprise': 'Unternehmen',
    'history.rawDays': 'Jeder Messwert, für',
    'history.bucketDays': 'Fünf-Minuten-Mittel, für',
    'guests.engine': 'Container-Engine verwenden',
    'guests.localShell': 'Shell dieses Rechners anbieten',
    'remoteWrite.state': 'Prometheus Remote Write',
    'remoteWrite.url': 'An',
    'remoteWrite.everySeconds': 'Alle',
    'notify.desktop': 'Desktopmeldungen',
  },
  hints: {
    'faces.snmp.port': 'Unter 1024 nur mit dem Recht, dort zu lauschen.',
    'faces.nut.port': 'Üblich ist 3493.',
    'mappers.enterprise': 'Die oberste Ebene des Baums.',
  },
  units: { days: 'Tage', seconds: 's' },
  withUnit: (label, unit) => `${label} (${unit})`,
  spread: {
    ports: { title: 'Einen eigenen Port', note: 'alle auf 127.0.0.1, vom ersten Port an' },
    addresses: { title: 'Eine eigene Adresse', note: 'alle auf einem Port; nicht unter macOS' },
  },
  face: { up: 'Bereit', down: 'Gestört', off: 'Zurzeit aus.', unknown: 'Zustand noch nicht bekannt.' },
  form: {
    showKeys: 'Schlüssel zeigen',
    changes: (count) =>
      count === 1 ? '1 Änderung nicht gespeichert' : `${count} Änderungen nicht gespeichert`,
    notSaved: 'geändert',
    unchanged: 'Nichts wurde geändert',
    saved: 'Gespeichert',
    refused: 'Nicht gespeichert.',
    revert: 'Verwerfen',
    revertOf: (section) => `Verwerfen: ${section}`,
    saveOf: (section) => `Speichern: ${section}`,
    notYet: (problem) => `Noch nicht: ${problem}`,
    done: (section) => `${section}: gespeichert`,
    kept: (count) =>
      count === 1
        ? 'Eine Einstellung ist geändert und nicht gespeichert'
        : `${count} Einstellungen sind geändert und nicht gespeichert`,
    keptWhere: 'Sie warten unter Einstellungen: g, dann Komma.',
  },
  checks: {
    empty: 'Darf nicht leer sein',
    tooLong: (most, length) => `Höchstens ${most} Zeichen, nicht ${length}`,
    length: (least, most, length) => `${least} bis ${most} Zeichen, nicht ${length}`,
    number: (least, most) => `Eine Zahl von ${least} bis ${most}`,
    whole: (least, most) => `Eine ganze Zahl von ${least} bis ${most}`,
    address: (sample) => `Eine Adresse wie ${sample}`,
    enterprise: 'Buchstaben, Ziffern, - und _, höchstens 40',
    notDc: 'Nicht dc: Messwerte dort würden für neue gehalten',
  },
  history: {
    title: 'Das heißt',
    sayBoth: 'Beides in Tagen angeben.',
    forGood: 'Jeder Messwert bleibt auf Dauer, und seine Fünf-Minuten-Mittel auch.',
    meansForGood: (raw) => `${readingsOf(raw)}; davor auf Dauer Fünf-Minuten-Mittel.`,
    rawOnly: (raw) => `${readingsOf(raw)}; davor gibt es nichts.`,
    both: (raw, bucket) =>
      `${readingsOf(raw)}, dann bis vor ${bucket === 1 ? 'einem Tag' : `${number(bucket)} Tagen`} Fünf-Minuten-Mittel; davor gibt es nichts.`,
    diskUnknown: 'Wie viel Platz es belegt, ist noch nicht bekannt.',
    onDisk: 'belegt, Geschichte und Messwerte dieses Labors',
  },
  desktop: {
    title: 'Erlaubnis dieses Browsers',
    permissions: {
      granted: {
        word: 'Erlaubt',
        about:
          'Meldungen erscheinen in der Ecke des Bildschirms, solange diese Seite nicht zu sehen ist; sonst in ihrer eigenen Ecke.',
      },
      default: {
        word: 'Noch nicht gefragt',
        about: 'Bis es erlaubt ist, erscheinen Meldungen nur in der Ecke dieser Seite.',
      },
      denied: {
        word: 'Abgelehnt',
        about:
          'Meldungen erscheinen nur in der Ecke dieser Seite. Ändern lässt es sich in den Einstellungen des Browsers, indem Benachrichtigungen für diese Adresse erlaubt werden: Das Zeichen vor der Adresse führt dorthin.',
      },
      'unknown here': {
        word: 'Hier nicht möglich',
        about:
          'Dieser Browser kennt keine Benachrichtigungen. Meldungen erscheinen in der Ecke dieser Seite.',
      },
    },
    cannotAsk: {
      granted: 'Es ist schon erlaubt',
      denied: 'Es wurde abgelehnt: Das lässt sich nur in den Einstellungen des Browsers ändern',
      'unknown here': 'Dieser Browser kennt keine Benachrichtigungen',
    },
    ask: 'Um Erlaubnis fragen',
    test: 'Test senden',
    saveFirst: 'Erst einschalten und speichern',
    tested: 'Ein Test ging an den Desktop',
    others: 'Mail, Webhooks und Eskalation: Alarme, Benachrichtigungen',
  },
  appearance: {
    title: 'Darstellung',
    about: 'Bleibt in diesem Browser gespeichert und gilt sofort.',
    theme: 'Farben',
    themes: { dark: 'Dunkel', light: 'Hell', system: 'Wie das System' },
    density: 'Dichte',
    densities: { compact: 'Eng', default: 'Normal', comfortable: 'Weit' },
    rowsOf: (pixels) => `Zeilen von ${pixels} px`,
    language: 'Sprache',
  },
  elsewhere: {
    title: 'An anderer Stelle',
    alarms: 'Wer von Alarmen erfährt, per Mail und per Webhook',
    hardware: 'Geräte, die für Sensoren des Labors sprechen',
    labs: 'Labore auf diesem Rechner und der Ordner, in dem sie liegen',
  },
  actions: {
    section: 'Einstellungen',
    open: (place) => `Einstellungen: ${place}`,
    turn: (what) => `Ein- oder ausschalten: ${what}`,
    turned: (what, to) => `${what} ist ${to === 'on' ? 'ein' : 'aus'}`,
  },
};
