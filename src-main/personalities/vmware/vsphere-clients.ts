/** The words that point each client at this vCenter; docs/vmware.md says more of each. */
import type { VsphereClient } from '../../../sim/contract/vsphere.ts';

export type Place = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** File with the lab's authority, for clients that check certificates. */
  readonly authorityFile: string;
};

export function clientsOf(place: Place): VsphereClient[] {
  return [
    { name: 'govc', language: 'shell', words: govc(place) },
    { name: 'pyvmomi', language: 'python', words: pyvmomi(place) },
    { name: 'Ansible', language: 'yaml', words: ansible(place) },
    { name: 'PowerCLI', language: 'powershell', words: powerCli(place) },
    { name: 'Terraform', language: 'hcl', words: terraform(place) },
    { name: 'Packer', language: 'hcl', words: packer(place) },
    { name: 'curl', language: 'shell', words: curl(place) },
  ];
}

/** For sh: nothing in it is expanded. */
const sh = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
/** For PowerShell: as sh, with another way to write the quote itself. */
const ps = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** Python, YAML and HCL read this alike, but that HCL fills in after ${ and %{. */
const quoted = (text: string): string => JSON.stringify(text);
const hcl = (text: string): string => quoted(text).replaceAll(/[$%](?=\{)/g, '$&$&');

const govc = ({
  host,
  port,
  user,
  password,
  authorityFile,
}: Place): string => `export GOVC_URL=https://${host}:${port}/sdk
export GOVC_USERNAME=${sh(user)}
export GOVC_PASSWORD=${sh(password)}
export GOVC_TLS_CA_CERTS=${sh(authorityFile)}
govc about
govc find / -type m
`;

const pyvmomi = ({ host, port, user, password, authorityFile }: Place): string => `import ssl
from pyVim.connect import SmartConnect

authority = ${quoted(authorityFile)}
si = SmartConnect(
    host=${quoted(host)},
    port=${port},
    user=${quoted(user)},
    pwd=${quoted(password)},
    sslContext=ssl.create_default_context(cafile=authority),
)
print(si.content.about.fullName)
`;

const ansible = ({ host, port, user, password }: Place): string => `- hosts: localhost
  gather_facts: false
  module_defaults:
    group/community.vmware.vmware:
      hostname: ${host}
      port: ${port}
      username: ${quoted(user)}
      password: ${quoted(password)}
      validate_certs: false
  tasks:
    - community.vmware.vmware_about_info:
`;

const powerCli = ({ host, port, user, password }: Place): string => `$lab = @{
  Server   = '${host}'
  Port     = ${port}
  User     = ${ps(user)}
  Password = ${ps(password)}
}
Set-PowerCLIConfiguration -InvalidCertificateAction Ignore -Scope Session
Connect-VIServer @lab
Get-VM
`;

const terraform = ({ host, port, user, password }: Place): string => `provider "vsphere" {
  vsphere_server       = "${host}:${port}"
  user                 = ${hcl(user)}
  password             = ${hcl(password)}
  allow_unverified_ssl = true
}
`;

const packer = ({ host, port, user, password }: Place): string => `source "vsphere-iso" "lab" {
  vcenter_server      = "${host}:${port}"
  username            = ${hcl(user)}
  password            = ${hcl(password)}
  insecure_connection = true
}
`;

const curl = ({ host, port, user, password, authorityFile }: Place): string => {
  const base = `https://${host}:${port}`;
  return `CA=${sh(authorityFile)}
LOGIN=${sh(`${user}:${password}`)}
BASE=${base}
TOKEN=$(curl -s --cacert "$CA" -X POST -u "$LOGIN" $BASE/api/session | tr -d '"')
curl -s --cacert "$CA" -H "vmware-api-session-id: $TOKEN" $BASE/api/vcenter/vm
`;
};
