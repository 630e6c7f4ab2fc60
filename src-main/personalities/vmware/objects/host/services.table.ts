/** Services of a host as ESXi has them: what runs on a fresh one, and when it is started. */
export const services = [
  { key: 'DCUI', label: 'Direct Console UI', ruleset: [], running: true, policy: 'on', required: false },
  { key: 'TSM', label: 'ESXi Shell', ruleset: [], running: false, policy: 'off', required: false },
  { key: 'TSM-SSH', label: 'SSH', ruleset: ['sshServer'], running: false, policy: 'off', required: false },
  { key: 'attestd', label: 'attestd', ruleset: [], running: false, policy: 'off', required: false },
  { key: 'kmxd', label: 'kmxd', ruleset: [], running: false, policy: 'off', required: false },
  { key: 'lbtd', label: 'Load-Based Teaming Daemon', ruleset: [], running: true, policy: 'on', required: false },
  { key: 'lwsmd', label: 'Active Directory Service', ruleset: ['activeDirectoryAll'], running: false, policy: 'off', required: false },
  { key: 'ntpd', label: 'NTP Daemon', ruleset: ['ntpClient'], running: false, policy: 'off', required: false },
  { key: 'pcscd', label: 'PC/SC Smart Card Daemon', ruleset: [], running: false, policy: 'off', required: false },
  { key: 'ptpd', label: 'PTP Daemon', ruleset: [], running: false, policy: 'off', required: false },
  { key: 'sfcbd-watchdog', label: 'CIM Server', ruleset: ['CIMHttpServer', 'CIMHttpsServer'], running: false, policy: 'on', required: false },
  { key: 'slpd', label: 'slpd', ruleset: ['CIMSLP'], running: false, policy: 'off', required: false },
  { key: 'snmpd', label: 'SNMP Server', ruleset: ['snmp'], running: false, policy: 'on', required: false },
  { key: 'vltd', label: 'vltd', ruleset: [], running: false, policy: 'off', required: false },
  { key: 'vmsyslogd', label: 'Syslog Server', ruleset: ['syslog'], running: true, policy: 'on', required: true },
  { key: 'vpxa', label: 'VMware vCenter Agent', ruleset: ['vpxHeartbeats'], running: true, policy: 'on', required: false },
] as const;

type Rule = readonly [port: number, direction: 'inbound' | 'outbound', protocol: 'tcp' | 'udp'];
type Ruleset = {
  readonly key: string;
  readonly label: string;
  readonly rules: readonly Rule[];
  readonly enabled: boolean;
  readonly required: boolean;
  readonly service?: string;
};

export const rulesets: readonly Ruleset[] = [
  { key: 'sshServer', label: 'SSH Server', rules: [[22, 'inbound', 'tcp']], enabled: true, required: true },
  { key: 'sshClient', label: 'SSH Client', rules: [[22, 'outbound', 'tcp']], enabled: false, required: false },
  { key: 'nfsClient', label: 'NFS Client', rules: [[0, 'outbound', 'tcp']], enabled: false, required: false },
  { key: 'dhcp', label: 'DHCP Client', rules: [[68, 'inbound', 'udp'], [67, 'outbound', 'udp']], enabled: true, required: true },
  { key: 'dns', label: 'DNS Client', rules: [[53, 'inbound', 'udp'], [53, 'outbound', 'udp'], [53, 'outbound', 'tcp']], enabled: true, required: true },
  { key: 'snmp', label: 'SNMP Server', rules: [[161, 'inbound', 'udp']], enabled: true, required: false, service: 'snmpd' },
  { key: 'ntpClient', label: 'NTP Client', rules: [[123, 'outbound', 'udp']], enabled: false, required: false, service: 'ntpd' },
  { key: 'CIMHttpServer', label: 'CIM Server', rules: [[5988, 'inbound', 'tcp']], enabled: true, required: false, service: 'sfcbd-watchdog' },
  { key: 'CIMHttpsServer', label: 'CIM Secure Server', rules: [[5989, 'inbound', 'tcp']], enabled: true, required: false, service: 'sfcbd-watchdog' },
  { key: 'CIMSLP', label: 'CIM SLP', rules: [[427, 'inbound', 'udp'], [427, 'outbound', 'udp'], [427, 'inbound', 'tcp'], [427, 'outbound', 'tcp']], enabled: true, required: false, service: 'slpd' },
  { key: 'iSCSI', label: 'Software iSCSI Client', rules: [[3260, 'outbound', 'tcp']], enabled: false, required: false },
  { key: 'vpxHeartbeats', label: 'VMware vCenter Agent', rules: [[902, 'outbound', 'udp']], enabled: true, required: false, service: 'vpxa' },
  { key: 'ftpClient', label: 'FTP Client', rules: [[21, 'outbound', 'tcp'], [20, 'inbound', 'tcp']], enabled: false, required: false },
  { key: 'httpClient', label: 'httpClient', rules: [[80, 'outbound', 'tcp'], [443, 'outbound', 'tcp']], enabled: false, required: false },
  { key: 'gdbserver', label: 'gdbserver', rules: [[1000, 'inbound', 'tcp'], [50_000, 'inbound', 'tcp']], enabled: false, required: false },
  { key: 'syslog', label: 'syslog', rules: [[514, 'outbound', 'udp'], [514, 'outbound', 'tcp'], [1514, 'outbound', 'tcp']], enabled: false, required: false },
  { key: 'updateManager', label: 'vSphere Update Manager', rules: [[80, 'outbound', 'tcp'], [9000, 'outbound', 'tcp']], enabled: true, required: false },
  { key: 'vMotion', label: 'vMotion', rules: [[8000, 'inbound', 'tcp'], [8000, 'outbound', 'tcp']], enabled: true, required: false },
  { key: 'vSphereClient', label: 'vSphere Web Client', rules: [[902, 'inbound', 'tcp'], [443, 'inbound', 'tcp']], enabled: true, required: false },
  { key: 'webAccess', label: 'vSphere Web Access', rules: [[80, 'inbound', 'tcp']], enabled: true, required: false },
  { key: 'NFC', label: 'NFC', rules: [[902, 'inbound', 'tcp'], [902, 'outbound', 'tcp']], enabled: true, required: false },
  { key: 'HBR', label: 'HBR', rules: [[31_031, 'outbound', 'tcp'], [44_046, 'outbound', 'tcp']], enabled: true, required: false },
  { key: 'faultTolerance', label: 'Fault Tolerance', rules: [[8300, 'inbound', 'tcp'], [8300, 'outbound', 'tcp']], enabled: true, required: false },
  { key: 'activeDirectoryAll', label: 'Active Directory All', rules: [[88, 'outbound', 'tcp'], [389, 'outbound', 'tcp'], [445, 'outbound', 'tcp'], [464, 'outbound', 'udp']], enabled: false, required: false, service: 'lwsmd' },
  { key: 'remoteSerialPort', label: 'VM serial port connected over network', rules: [[0, 'outbound', 'tcp'], [23, 'inbound', 'tcp']], enabled: false, required: false },
];
