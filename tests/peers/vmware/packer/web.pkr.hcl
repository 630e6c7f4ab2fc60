source "vsphere-clone" "web" {
  vcenter_server      = "127.0.0.1:8989"
  username            = "administrator@vsphere.local"
  password            = "Coldaisle1!"
  insecure_connection = true

  cluster      = "cluster-01"
  host         = "sim-vmw-esxi-01"
  datastore    = "ds-01"
  template     = "golden-debian"
  vm_name      = "golden-web"
  linked_clone = true
  CPUs         = 4

  customize {
    linux_options {
      host_name = "web"
      domain    = "lab.internal"
    }
    network_interface {
      ipv4_address = "172.20.100.77"
      ipv4_netmask = 24
    }
    ipv4_gateway    = "172.20.100.1"
    dns_server_list = ["172.20.0.53"]
  }

  ip_settle_timeout = "1s"
  ssh_host          = "127.0.0.1"
  ssh_port          = 22000
  ssh_username      = "root@golden-web"
  ssh_password      = "coldaisle"
  shutdown_command  = "shutdown -P now"

  content_library_destination {
    library = "images"
    name    = "web"
    ovf     = true
    destroy = true
  }
}

build {
  sources = ["source.vsphere-clone.web"]
  provisioner "file" {
    source      = "note.txt"
    destination = "/srv/note.txt"
  }
  provisioner "shell" {
    environment_vars = ["BUILD=7"]
    inline = [
      "echo said: $(cat /etc/motd), $(cat /srv/note.txt), build $BUILD",
      "echo said: $(hostname -f) $(ip -4 -o address show ens192 | awk '{print $4}')",
      "echo said: $(tr '\\n' ' ' < /etc/resolv.conf)",
      "redis-server --version > /dev/null && echo said: redis is there",
    ]
  }
}
