/** What every host is made with. */
export const basePackages = [
  ['esx-base', 'ESXi base system'],
  ['esx-update', 'Updates of the base system'],
  ['esx-xserver', 'Virtual displays'],
  ['cpu-microcode', 'Microcode of processors'],
  ['i40en', 'Driver of network adapters'],
  ['vmw-ahci', 'Driver of SATA adapters'],
  ['nvme-pcie', 'Driver of NVMe disks'],
  ['tools-light', 'VMware Tools for guests'],
  ['vsan', 'Storage of clusters'],
  ['native-misc-drivers', 'Other drivers'],
] as const;
