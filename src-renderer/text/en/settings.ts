/** What can be set for this machine and this browser. */
const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);
const readingsOf = (raw: number): string => `Charts show every reading of the last ${days(raw)} of lab time`;

const spread = 'Each device has';

export const settings = {
  title: 'Settings',
  what: 'The settings of this machine',
  still: 'What is switched on goes on as it was set.',
  facesNotRead: (because: string) => `How the faces do now could not be read. ${because}`,
  list: 'Sections',
  all: 'All settings',
  sections: {
    faces: {
      title: 'Vendor faces',
      about: 'Devices of the lab answer real tools over these protocols, at this machine only.',
    },
    mappers: {
      title: 'MQTT mappers',
      about:
        'The readings of the lab, published once more in the words of other systems, on the lab’s own broker.',
    },
    history: {
      title: 'History',
      about: 'How long readings are kept, in days of lab time. What is older is taken away once a minute.',
    },
    'remote-write': {
      title: 'Remote write',
      about: 'Readings go on to Prometheus, Mimir, VictoriaMetrics or whatever takes remote write 1.0.',
    },
    machines: {
      title: 'Machines',
      about: 'What the lab’s machines may use of this computer. Simulated ones need nothing of it.',
    },
    desktop: {
      title: 'Desktop notifications',
      about: 'A message in the corner of the screen when an alarm rings and this page is out of sight.',
    },
  },
  groups: {
    snmp: { title: 'SNMP', about: 'UPSes, rack PDUs, gensets and sensors answer snmpget and snmpwalk.' },
    modbus: {
      title: 'Modbus TCP',
      about: 'Power and cooling units have registers to read and coils to switch.',
    },
    vmware: {
      title: 'vSphere',
      about: 'A vCenter for govc, pyvmomi, PowerCLI, Terraform and Ansible.',
    },
    nut: { title: 'NUT', about: 'Every UPS is known to upsc, upscmd and upsmon.' },
    'vmware-hosts': {
      title: 'ESXi hosts',
      about:
        'Up to 32 hosts answer themselves, each at a port of its own: root and the password of the vCenter.',
    },
    'local-shell': {
      title: 'Shell of this computer',
      about:
        'A tab of the consoles with a shell of the computer that the host runs on, where it was started with --local-shell.',
    },
    sparkplug: {
      title: 'Sparkplug B',
      about: 'For SCADA hosts: spBv1.0/SITE/…/ROOM/DEVICE, with births and deaths.',
    },
    'home-assistant': {
      title: 'Home Assistant',
      about: 'Every device announces itself, and is there without a line of configuration.',
    },
    'unified-namespace': {
      title: 'Unified namespace',
      about: 'ENTERPRISE/SITE/ROOM/…: the last value of everything, in one retained tree.',
    },
    retention: { title: 'Retention', about: '0 keeps them for good.' },
    'remote-write': { title: 'Prometheus remote write', about: 'While it is off, nothing is sent.' },
    engine: {
      title: 'Container engine',
      about: 'With Docker or Podman on this computer a machine may be a container. No image is ever pulled.',
    },
    desktop: {
      title: 'Tell of alarms',
      about: 'From which severity on is set beside the mail: Alarms, Notifications.',
    },
  },
  /** By the path of the setting. */
  fields: {
    'faces.snmp.state': 'SNMP',
    'faces.snmp.spread': spread,
    'faces.snmp.port': 'First port',
    'faces.snmp.community': 'Read community',
    'faces.snmp.writeCommunity': 'Write community',
    'faces.snmp.user': 'v3 user',
    'faces.snmp.authKey': 'v3 key, SHA',
    'faces.snmp.privKey': 'v3 key, AES',
    'faces.modbus.state': 'Modbus TCP',
    'faces.modbus.spread': spread,
    'faces.modbus.port': 'First port',
    'faces.vmware.state': 'vSphere',
    'faces.vmware.port': 'Port of vCenter',
    'faces.vmware.user': 'User',
    'faces.vmware.password': 'Password',
    'faces.vmware.hosts': 'Each host answers itself',
    'faces.vmware.hostsPort': 'Port of the first host',
    'faces.nut.state': 'NUT',
    'faces.nut.port': 'Port',
    'mappers.sparkplug': 'Sparkplug B',
    'mappers.homeAssistant': 'Home Assistant',
    'mappers.unifiedNamespace': 'Unified namespace',
    'mappers.enterprise': 'Enterprise',
    'history.rawDays': 'Every reading, for',
    'history.bucketDays': 'Five-minute means, for',
    'guests.engine': 'Use a container engine',
    'guests.localShell': 'Offer a shell of this computer',
    'remoteWrite.state': 'Prometheus remote write',
    'remoteWrite.url': 'To',
    'remoteWrite.everySeconds': 'Every',
    'notify.desktop': 'Desktop notifications',
  },
  hints: {
    'faces.snmp.port': 'Below 1024 needs the right to listen there.',
    'faces.nut.port': '3493 is the usual one.',
    'mappers.enterprise': 'The first level of the tree.',
  },
  units: { days: 'days', seconds: 's' },
  withUnit: (label: string, unit: string) => `${label} (${unit})`,
  spread: {
    ports: { title: 'A port of its own', note: 'all at 127.0.0.1, from the first port on' },
    addresses: { title: 'An address of its own', note: 'all on one port; not on macOS' },
  },
  face: { up: 'Up', down: 'Down', off: 'Off now.', unknown: 'Its state is not known yet.' },
  form: {
    showKeys: 'Show keys',
    changes: (count: number) => (count === 1 ? '1 change not saved' : `${count} changes not saved`),
    notSaved: 'not saved',
    unchanged: 'Nothing has been changed',
    saved: 'Saved',
    refused: 'Not saved.',
    revert: 'Revert',
    revertOf: (section: string) => `Revert: ${section}`,
    saveOf: (section: string) => `Save: ${section}`,
    notYet: (problem: string) => `Not yet: ${problem}`,
    done: (section: string) => `${section}: saved`,
    kept: (count: number) =>
      count === 1 ? 'One setting is changed and not saved' : `${count} settings are changed and not saved`,
    keptWhere: 'They wait on the Settings screen, g then comma.',
  },
  checks: {
    empty: 'It must not be empty',
    tooLong: (most: number, length: number) => `${most} characters at most, not ${length}`,
    length: (least: number, most: number, length: number) => `${least} to ${most} characters, not ${length}`,
    number: (least: number, most: number) => `A number from ${least} to ${most}`,
    whole: (least: number, most: number) => `A whole number from ${least} to ${most}`,
    address: (sample: string) => `An address such as ${sample}`,
    enterprise: 'Letters, digits, - and _, 40 at most',
    notDc: 'Not dc: readings there would be taken for new ones',
  },
  history: {
    title: 'What it means',
    sayBoth: 'Say both in days.',
    forGood: 'Every reading is kept for good, and so are its five-minute means.',
    meansForGood: (raw: number) => `${readingsOf(raw)}; before that five-minute means, for good.`,
    rawOnly: (raw: number) => `${readingsOf(raw)}; before that there is nothing.`,
    both: (raw: number, bucket: number) =>
      `${readingsOf(raw)}, then five-minute means until ${days(bucket)} ago; before that there is nothing.`,
    diskUnknown: 'What it takes on disk is not known yet.',
    onDisk: 'on disk now, story and readings of this lab',
  },
  desktop: {
    title: 'This browser’s permission',
    permissions: {
      granted: {
        word: 'Allowed',
        about:
          'Messages appear in the corner of the screen while this page is out of sight; in sight, in its own corner.',
      },
      default: {
        word: 'Not asked yet',
        about: 'Until it is allowed, messages appear in the corner of this page only.',
      },
      denied: {
        word: 'Refused',
        about:
          'Messages appear in the corner of this page only. To change it, allow notifications for this address in the settings of the browser: the sign before the address leads there.',
      },
      'unknown here': {
        word: 'Not possible here',
        about: 'This browser has no notifications. Messages appear in the corner of this page.',
      },
    },
    cannotAsk: {
      granted: 'It is allowed already',
      denied: 'It was refused: only the settings of the browser can change that',
      'unknown here': 'This browser has no notifications',
    },
    ask: 'Ask for permission',
    test: 'Send a test',
    saveFirst: 'Switch it on and save first',
    tested: 'A test was sent to the desktop',
    others: 'Mail, webhooks and the ladder: Alarms, Notifications',
  },
  appearance: {
    title: 'Appearance',
    about: 'Kept in this browser, and changed at once.',
    theme: 'Theme',
    themes: { dark: 'Dark', light: 'Light', system: 'As the system' },
    density: 'Density',
    densities: { compact: 'Compact', default: 'Default', comfortable: 'Comfortable' },
    rowsOf: (pixels: number) => `rows of ${pixels} px`,
    language: 'Language',
  },
  elsewhere: {
    title: 'Elsewhere',
    alarms: 'Who is told of alarms, by mail and by webhook',
    hardware: 'Devices that speak for sensors of the lab',
    labs: 'Labs on this machine, and the directory they are kept in',
  },
  actions: {
    section: 'Settings',
    open: (place: string) => `Settings: ${place}`,
    turn: (what: string) => `Switch on or off: ${what}`,
    turned: (what: string, to: 'on' | 'off') => `${what} is ${to}`,
  },
};
