"""The session, what is in the inventory, and how it is found."""

import datetime

from pyVim.connect import Disconnect
from pyVmomi import vim, vmodl

from lab import check, equal, refused, step


@step("session: a wrong password is refused")
def _(lab):
    refused(vim.fault.InvalidLogin, lambda: lab.connect("nobody@vsphere.local", "wrong"))


@step("session: login")
def _(lab):
    lab.login()


@step("session: about says vCenter and its API version")
def _(lab):
    about = lab.content.about
    equal("apiType", about.apiType, "VirtualCenter")
    check("apiVersion", about.apiVersion)
    check("instanceUuid", about.instanceUuid)


@step("session: current session is the user's")
def _(lab):
    session = lab.content.sessionManager.currentSession
    check("key", session.key)
    check("user", session.userName)


@step("session: current time")
def _(lab):
    now = lab.si.CurrentTime()
    check("time", isinstance(now, datetime.datetime) and now.tzinfo is not None)


@step("session: a second session ends without the first")
def _(lab):
    other = lab.connect()
    check("time", other.CurrentTime())
    Disconnect(other)
    check("time", lab.si.CurrentTime())


@step("session: a clone ticket opens a session")
def _(lab):
    check("ticket", lab.content.sessionManager.AcquireCloneTicket())


@step("inventory: the datacenter and its four folders")
def _(lab):
    datacenter = lab.one(vim.Datacenter, "DC0")
    lab.kept["dc"] = datacenter
    for folder in ("vmFolder", "hostFolder", "datastoreFolder", "networkFolder"):
        check(folder, getattr(datacenter, folder).name)
    equal("parent", datacenter.parent, lab.content.rootFolder)


@step("inventory: the cluster, its hosts and its resource pool")
def _(lab):
    cluster = lab.one(vim.ClusterComputeResource, "DC0_C0")
    lab.kept["cluster"] = cluster
    equal("hosts", len(cluster.host), 3)
    equal("owner", cluster.resourcePool.owner, cluster)
    check("cores", cluster.summary.numCpuCores > 0)


@step("inventory: a host tells hardware, product and runtime")
def _(lab):
    host = lab.kept["cluster"].host[0]
    lab.kept["host"] = host
    check("memory", host.hardware.memorySize > 0)
    check("cores", host.summary.hardware.numCpuCores > 0)
    check("product", host.config.product.fullName)
    equal("state", host.runtime.connectionState, "connected")
    equal("power", host.runtime.powerState, "poweredOn")


@step("inventory: a machine tells its configuration")
def _(lab):
    vm = lab.vm("DC0_C0_RP0_VM0")
    lab.kept["vm"] = vm
    check("uuid", vm.config.uuid)
    check("memory", vm.config.hardware.memoryMB > 0)
    check("cpu", vm.config.hardware.numCPU > 0)
    check("path", vm.config.files.vmPathName.startswith("[LocalDS_0]"))
    equal("summary", vm.summary.config.name, vm.name)


@step("inventory: a machine tells disks, cards and controllers")
def _(lab):
    devices = lab.kept["vm"].config.hardware.device
    for kind in (vim.vm.device.VirtualDisk, vim.vm.device.VirtualEthernetCard, vim.vm.device.VirtualSCSIController):
        check(kind.__name__, [each for each in devices if isinstance(each, kind)])


@step("inventory: a machine tells its host, pool, datastores and networks")
def _(lab):
    vm = lab.kept["vm"]
    check("host", vm.runtime.host in lab.kept["cluster"].host)
    check("pool", vm.resourcePool)
    equal("datastore", [each.name for each in vm.datastore], ["LocalDS_0"])
    check("network", vm.network)


@step("inventory: a datastore tells its space")
def _(lab):
    store = lab.one(vim.Datastore, "LocalDS_0")
    lab.kept["datastore"] = store
    check("capacity", store.summary.capacity > 0)
    check("free", 0 < store.summary.freeSpace <= store.summary.capacity)
    check("hosts", store.host)


@step("inventory: networks, switch and port group")
def _(lab):
    equal("switch", [each.name for each in lab.all(vim.DistributedVirtualSwitch)], ["DVS0"])
    group = lab.one(vim.dvs.DistributedVirtualPortgroup, "DC0_DVPG0")
    equal("its switch", group.config.distributedVirtualSwitch.name, "DVS0")


@step("inventory: the object that is gone is told as such")
def _(lab):
    ghost = vim.VirtualMachine("vm-999999", lab.si._stub)
    refused(vmodl.fault.ManagedObjectNotFound, lambda: ghost.name)


@step("inventory: a list view holds what it was given")
def _(lab):
    view = lab.content.viewManager.CreateListView([lab.kept["vm"]])
    equal("view", list(view.view), [lab.kept["vm"]])
    view.Destroy()


@step("collector: properties of all machines in one call")
def _(lab):
    names = collect(lab, vim.VirtualMachine, ["name", "runtime.powerState", "config.hardware.memoryMB"])
    equal("machines", len(names), len(lab.all(vim.VirtualMachine)))
    check("all of them", all(len(each.propSet) == 3 for each in names))


@step("collector: pages and their continuation")
def _(lab):
    spec = specification(lab, vim.VirtualMachine, ["name"])
    collector = lab.content.propertyCollector
    options = vmodl.query.PropertyCollector.RetrieveOptions(maxObjects=1)
    page = collector.RetrievePropertiesEx([spec], options)
    seen = len(page.objects)
    while page.token:
        page = collector.ContinueRetrievePropertiesEx(page.token)
        seen += len(page.objects)
    equal("objects", seen, len(lab.all(vim.VirtualMachine)))


@step("collector: a property that does not exist is refused")
def _(lab):
    refused(vmodl.query.InvalidProperty, lambda: collect(lab, vim.VirtualMachine, ["notAProperty"]))


@step("search: by inventory path")
def _(lab):
    found = lab.content.searchIndex.FindByInventoryPath("/DC0/vm/DC0_C0_RP0_VM0")
    equal("found", found, lab.kept["vm"])


@step("search: by UUID and by instance UUID")
def _(lab):
    index, vm = lab.content.searchIndex, lab.kept["vm"]
    equal("uuid", index.FindByUuid(None, vm.config.uuid, True), vm)
    equal("instance", index.FindByUuid(None, vm.config.instanceUuid, True, True), vm)
    equal("none", index.FindByUuid(None, "00000000-0000-0000-0000-000000000000", True), None)


@step("search: a child by its name")
def _(lab):
    equal("child", lab.content.searchIndex.FindChild(lab.kept["dc"].vmFolder, "DC0_C0_RP0_VM0"), lab.kept["vm"])


@step("search: by datastore path")
def _(lab):
    path = lab.kept["vm"].config.files.vmPathName
    equal("found", lab.content.searchIndex.FindByDatastorePath(lab.kept["dc"], path), lab.kept["vm"])


@step("search: a host by its DNS name")
def _(lab):
    check("found", lab.content.searchIndex.FindByDnsName(None, lab.kept["host"].name, False))


def specification(lab, kind, paths):
    collector = vmodl.query.PropertyCollector
    view = lab.content.viewManager.CreateContainerView(lab.content.rootFolder, [kind], True)
    walk = collector.TraversalSpec(name="view", type=vim.view.ContainerView, path="view", skip=False)
    return collector.FilterSpec(
        propSet=[collector.PropertySpec(type=kind, pathSet=paths, all=False)],
        objectSet=[collector.ObjectSpec(obj=view, skip=True, selectSet=[walk])],
    )


def collect(lab, kind, paths):
    return lab.content.propertyCollector.RetrieveContents([specification(lab, kind, paths)])
