/**
 * Modules of community.vmware that import VMware's vsphere-automation-sdk, which no registry has: they end
 * before they ask a server anything. What they would ask, vmware.vmware_rest asks without it.
 */
export const needClosedSdk = [
  'vmware_category',
  'vmware_category_info',
  'vmware_content_deploy_ovf_template',
  'vmware_content_deploy_template',
  'vmware_content_library_info',
  'vmware_content_library_manager',
  'vmware_object_rename',
  'vmware_tag',
  'vmware_tag_info',
  'vmware_tag_manager',
  'vmware_vc_infraprofile_info',
] as const;

/** These speak to the policy service at port 443 whatever port they were given. */
export const needPort443 = [
  'vmware_guest_storage_policy',
  'vmware_vm_storage_policy',
  'vmware_vm_storage_policy_info',
] as const;

/** These speak to each host under its own name, at port 443. */
export const needNamesOfHosts = ['vmware_host_logbundle', 'vmware_host_logbundle_info'] as const;
