source "vsphere-iso" "golden" {
  vcenter_server      = "127.0.0.1:8989"
  username            = "administrator@vsphere.local"
  password            = "Coldaisle1!"
  insecure_connection = true

  cluster   = "cluster-01"
  host      = "sim-vmw-esxi-01"
  datastore = "ds-01"
  vm_name   = "golden-debian"

  guest_os_type        = "debian10_64Guest"
  CPUs                 = 2
  RAM                  = 2048
  disk_controller_type = ["pvscsi"]
  storage {
    disk_size             = 16384
    disk_thin_provisioned = true
  }
  network_adapters {
    network      = "dc-vmw-vm-100"
    network_card = "vmxnet3"
  }

  ssh_host            = "127.0.0.1"
  ssh_port            = 22000
  ssh_username        = "root@golden-debian"
  ssh_password        = "coldaisle"
  shutdown_command    = "shutdown -P now"
  create_snapshot     = true
  convert_to_template = true
}

build {
  sources = ["source.vsphere-iso.golden"]
  provisioner "shell" {
    inline = ["apt-get install -y redis-server", "echo 'Built by Packer' > /etc/motd"]
  }
}
