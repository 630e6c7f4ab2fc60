"""REST tags, datastore files, and the end of it all."""

import urllib.error

from pyVim.connect import Disconnect
from pyVmomi import vim

from lab import check, equal, refused, step

REST = "/rest/com/vmware/cis"


@step("tags: a REST session")
def _(lab):
    lab.rest_session = lab.rest("POST", f"{REST}/session")["value"]
    check("session", lab.rest_session)


@step("tags: a category")
def _(lab):
    spec = {"name": "probe", "description": "", "cardinality": "MULTIPLE", "associable_types": []}
    category = lab.rest("POST", f"{REST}/tagging/category", {"create_spec": spec})["value"]
    check("listed", category in lab.rest("GET", f"{REST}/tagging/category")["value"])
    lab.kept["category"] = category


@step("tags: a tag in it")
def _(lab):
    spec = {"name": "gold", "description": "of the best", "category_id": lab.kept["category"]}
    tag = lab.rest("POST", f"{REST}/tagging/tag", {"create_spec": spec})["value"]
    equal("name", lab.rest("GET", f"{REST}/tagging/tag/id:{tag}")["value"]["name"], "gold")
    lab.kept["tag"] = tag


def association(lab, action, tag=True):
    thing = {"type": "VirtualMachine", "id": lab.kept["vm"]._moId}
    where = f"{REST}/tagging/tag-association"
    where += f"/id:{lab.kept['tag']}?~action={action}" if tag else f"?~action={action}"
    return lab.rest("POST", where, {"object_id": thing})


@step("tags: attached to a machine, listed, detached")
def _(lab):
    association(lab, "attach")
    equal("its tags", association(lab, "list-attached-tags", tag=False)["value"], [lab.kept["tag"]])
    objects = association(lab, "list-attached-objects")["value"]
    equal("objects", [each["id"] for each in objects], [lab.kept["vm"]._moId])
    association(lab, "detach")
    equal("left", association(lab, "list-attached-tags", tag=False)["value"], [])


@step("tags: the tag and the category go")
def _(lab):
    lab.rest("DELETE", f"{REST}/tagging/tag/id:{lab.kept['tag']}")
    lab.rest("DELETE", f"{REST}/tagging/category/id:{lab.kept['category']}")
    check("gone", lab.kept["category"] not in lab.rest("GET", f"{REST}/tagging/category")["value"])


@step("tags: without a session nothing is told")
def _(lab):
    try:
        lab.http("GET", f"{REST}/tagging/tag")
    except urllib.error.HTTPError as error:
        equal("status", error.code, 401)
    else:
        raise AssertionError("was answered")


@step("REST: machines, hosts and clusters are listed")
def _(lab):
    machines = lab.rest("GET", "/rest/vcenter/vm")["value"]
    check("machine", lab.kept["vm"]._moId in [each["vm"] for each in machines])
    hosts = lab.rest("GET", "/rest/vcenter/host")["value"]
    equal("hosts", len(hosts), len(lab.all(vim.HostSystem)))
    check("cluster", lab.rest("GET", "/rest/vcenter/cluster")["value"])


@step("REST: the other dialect tells the same")
def _(lab):
    machines = lab.rest("GET", "/api/vcenter/vm")
    check("machine", lab.kept["vm"]._moId in [each["vm"] for each in machines])


@step("REST: the session ends")
def _(lab):
    lab.rest("DELETE", f"{REST}/session")
    refused(AssertionError, lambda: lab.rest("GET", f"{REST}/tagging/tag"))
    lab.rest_session = None


PLACE = "/folder/probe/words.txt?dcPath=DC0&dsName=LocalDS_0"


@step("files: a folder is made")
def _(lab):
    lab.content.fileManager.MakeDirectory("[LocalDS_0] probe", lab.kept["dc"], True)
    refused(
        vim.fault.FileAlreadyExists,
        lambda: lab.content.fileManager.MakeDirectory("[LocalDS_0] probe", lab.kept["dc"], False),
    )


@step("files: sent and read")
def _(lab):
    lab.http("PUT", PLACE, b"of the probe\n", lab.cookie())
    equal("text", lab.http("GET", PLACE, headers=lab.cookie()), b"of the probe\n")


@step("files: found by the browser")
def _(lab):
    spec = vim.host.DatastoreBrowser.SearchSpec(matchPattern=["*.txt"])
    found = lab.wait(lab.kept["datastore"].browser.SearchDatastoreSubFolders_Task("[LocalDS_0] probe", spec))
    equal("files", [each.path for result in found for each in result.file], ["words.txt"])


@step("files: a search without any wishes")
def _(lab):
    found = lab.wait(lab.kept["datastore"].browser.SearchDatastore_Task("[LocalDS_0] probe"))
    equal("files", [each.path for each in found.file], ["words.txt"])


@step("files: copied, moved, deleted")
def _(lab):
    manager, dc = lab.content.fileManager, lab.kept["dc"]
    place = "[LocalDS_0] probe/"
    lab.wait(manager.CopyDatastoreFile_Task(place + "words.txt", dc, place + "copy.txt", dc, True))
    lab.wait(manager.MoveDatastoreFile_Task(place + "copy.txt", dc, place + "moved.txt", dc, True))
    lab.wait(manager.DeleteDatastoreFile_Task(place + "moved.txt", dc))
    refused(
        vim.fault.FileNotFound, lambda: lab.wait(manager.DeleteDatastoreFile_Task(place + "moved.txt", dc))
    )


@step("files: a virtual disk, made, told, deleted")
def _(lab):
    manager, dc, name = lab.content.virtualDiskManager, lab.kept["dc"], "[LocalDS_0] probe/disk.vmdk"
    spec = vim.VirtualDiskManager.FileBackedVirtualDiskSpec(
        diskType="thin", adapterType="lsiLogic", capacityKb=1024 * 1024
    )
    lab.wait(manager.CreateVirtualDisk_Task(name, dc, spec))
    check("uuid", manager.QueryVirtualDiskUuid(name, dc))
    lab.wait(manager.DeleteVirtualDisk_Task(name, dc))


@step("files: the folder goes with what is in it")
def _(lab):
    lab.wait(lab.content.fileManager.DeleteDatastoreFile_Task("[LocalDS_0] probe", lab.kept["dc"]))


@step("the end: what the probe made is gone")
def _(lab):
    lab.wait(lab.kept["probe"].PowerOffVM_Task())
    lab.wait(lab.kept["folder"].Destroy_Task())
    check("gone", "probe-02" not in [each.name for each in lab.all(vim.VirtualMachine)])


@step("the end: after logout nothing is told")
def _(lab):
    Disconnect(lab.si)
    refused(vim.fault.NotAuthenticated, lambda: lab.content.rootFolder.childEntity[0].name)
