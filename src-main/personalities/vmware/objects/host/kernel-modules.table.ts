/** Modules that ESXi loads on such hosts, in the order of their numbers; those that nothing uses can be left out. */
export const kernelModules = [
  { name: 'vmkernel', uses: 1 },
  { name: 'vmkapi_mgmt', uses: 12 },
  { name: 'vmkapi_socket', uses: 4 },
  { name: 'procfs', uses: 2 },
  { name: 'vmkusb', uses: 1 },
  { name: 'tcpip4', uses: 9 },
  { name: 'etherswitch', uses: 7 },
  { name: 'netsched_hclk', uses: 1 },
  { name: 'i40en', uses: 2 },
  { name: 'vmw_ahci', uses: 1 },
  { name: 'iscsi_vmk', uses: 1 },
  { name: 'vmfs3', uses: 3 },
  { name: 'nfsclient', uses: 1 },
  { name: 'migrate', uses: 1 },
  { name: 'hbr_filter', uses: 0 },
  { name: 'dvfilter', uses: 1 },
] as const;
