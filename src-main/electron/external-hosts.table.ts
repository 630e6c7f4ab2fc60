/** Sites whose pages the control room may point at: our own, and the manuals of what the lab simulates. Exact names. */
export const externalHosts: ReadonlySet<string> = new Set([
  'github.com',
  'developer.broadcom.com',
  'docs.ansible.com',
  'docs.openstack.org',
  'kubernetes.io',
  'mqtt.org',
  'networkupstools.org',
  'opentofu.org',
  'prometheus.io',
  'redfish.dmtf.org',
  'www.ashrae.org',
]);
