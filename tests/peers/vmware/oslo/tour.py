"""oslo.vmware, as Nova and Cinder use it, step by step: `tour.py HOST PORT USER PASSWORD`. A line of JSON for each step."""
import io
import logging
import sys
import warnings

warnings.simplefilter('ignore')
logging.disable(logging.CRITICAL)
import urllib3
urllib3.disable_warnings()
from oslo_vmware import api, exceptions, image_transfer, pbm, rw_handles, vim_util
from steps import step

host, port, user, password = sys.argv[1:5]
port = int(port)
# Of a simulated lab: the names that `vcsim` gives.
STORE = 'LocalDS_0'


session = api.VMwareAPISession(host, user, password, 3, 0.1, port=port,
                               pbm_wsdl_loc=pbm.get_pbm_wsdl_location('6.7'))
vim = session.vim


def found(kind, name):
    pages = session.invoke_api(vim_util, 'get_objects', vim, kind, 100, ['name'])
    with vim_util.WithRetrieval(vim, pages) as objects:
        return next(each.obj for each in objects if each.propSet[0].val == name)


def read(ref, path):
    return session.invoke_api(vim_util, 'get_object_property', vim, ref, path)


def told(act):
    """The fault's class, as oslo.vmware knows it."""
    try:
        act()
        return 'nothing'
    except exceptions.VimException as error:
        return type(error).__name__


def work(ref, method, **words):
    return session.wait_for_task(session.invoke_api(vim, method, ref, **words))


def paged():
    seen = []
    pages = session.invoke_api(vim_util, 'get_objects', vim, 'VirtualMachine', 2, ['name'])
    with vim_util.WithRetrieval(vim, pages) as objects:
        seen = [each.propSet[0].val for each in objects]
    return sorted(seen)


def given_up():
    pages = session.invoke_api(vim_util, 'get_objects', vim, 'VirtualMachine', 1, ['name'])
    session.invoke_api(vim_util, 'cancel_retrieval', vim, pages)
    return told(lambda: session.invoke_api(vim_util, 'continue_retrieval', vim, pages))


def properties():
    words = session.invoke_api(vim_util, 'get_object_properties_dict', vim, found('VirtualMachine', 'DC0_H0_VM0'),
                               ['runtime.powerState', 'config.hardware.numCPU', 'summary.config.vmPathName'])
    return [words[name] for name in sorted(words)]


def power():
    machine = found('VirtualMachine', 'DC0_H0_VM0')
    work(machine, 'PowerOffVM_Task')
    off = read(machine, 'runtime.powerState')
    again = told(lambda: work(machine, 'PowerOffVM_Task'))
    work(machine, 'PowerOnVM_Task')
    return [off, again, read(machine, 'runtime.powerState')]


def faults():
    folder = read(found('Datacenter', 'DC0'), 'vmFolder')
    session.invoke_api(vim, 'CreateFolder', folder, name='twice')
    same = told(lambda: session.invoke_api(vim, 'CreateFolder', folder, name='twice'))
    gone = vim_util.get_moref('vm-99999', 'VirtualMachine')
    return [same, told(lambda: read(gone, 'name')),
            told(lambda: session.invoke_api(vim, 'CreateFolder', folder, name=''))]


def put(name, data):
    handle = rw_handles.FileWriteHandle(host, port, 'DC0', STORE, vim.client.cookiejar, name, len(data))
    handle.write(data)
    handle.close()


def fetched(name):
    handle = rw_handles.FileReadHandle(host, port, 'DC0', STORE, vim.client.cookiejar, name)
    size, data = handle.get_size(), b''
    while True:
        more = handle.read(4096)
        if not more:
            break
        data += more
    handle.close()
    return size, data


def files():
    put('nova/base.txt', b'one two three' * 1000)
    size, data = fetched('nova/base.txt')
    return [int(size), data == b'one two three' * 1000]


class Images:
    """What Glance would be."""

    def download(self, context, image_id):
        return iter([b'x' * 65536] * 4)


def flat_image():
    image_transfer.download_flat_image(
        None, 10, Images(), 'image-1', image_size=4 * 65536, host=host, port=port, data_center_name='DC0',
        datastore_name=STORE, cookies=vim.client.cookiejar, file_path='nova/flat.bin', cacerts=False)
    return int(fetched('nova/flat.bin')[0])


def import_spec(name):
    make = vim.client.factory.create
    config = make('ns0:VirtualMachineConfigSpec')
    config.name, config.guestId, config.numCPUs, config.memoryMB = name, 'otherGuest', 1, 64
    config.files = make('ns0:VirtualMachineFileInfo')
    config.files.vmPathName = '[%s]' % STORE
    controller = make('ns0:VirtualDeviceConfigSpec')
    controller.operation, controller.device = 'add', make('ns0:VirtualLsiLogicController')
    controller.device.key, controller.device.busNumber, controller.device.sharedBus = -100, 0, 'noSharing'
    disk = make('ns0:VirtualDeviceConfigSpec')
    disk.operation, disk.fileOperation, disk.device = 'add', 'create', make('ns0:VirtualDisk')
    disk.device.key, disk.device.controllerKey, disk.device.unitNumber = -1, -100, 0
    disk.device.capacityInKB = 65536
    disk.device.backing = make('ns0:VirtualDiskFlatVer2BackingInfo')
    disk.device.backing.fileName, disk.device.backing.diskMode = '[%s]' % STORE, 'persistent'
    disk.device.backing.thinProvisioned = True
    config.deviceChange = [controller, disk]
    spec = make('ns0:VirtualMachineImportSpec')
    spec.configSpec = config
    return spec


def lease(method):
    datacenter = found('Datacenter', 'DC0')
    folder, pool = read(datacenter, 'vmFolder'), read(found('ComputeResource', 'DC0_H0'), 'resourcePool')
    sent = b'KDMV' + bytes(8) + (131072).to_bytes(8, 'little') + bytes(200000)
    name = 'leased-' + method
    handle = rw_handles.VmdkWriteHandle(session, host, port, pool, folder, import_spec(name), len(sent), method)
    handle.write(sent)
    handle.close()
    machine = handle.get_imported_vm()
    return [read(machine, 'name'), read(machine, 'runtime.powerState')]


def export():
    machine = found('VirtualMachine', 'leased-POST')
    handle = rw_handles.VmdkReadHandle(session, host, port, machine, '', 1)
    begin = handle.read(4)
    while handle.read(65536):
        pass
    handle.close()
    return begin.decode('latin1')


def policies():
    """Each policy, and how many of the two datastores fit it."""
    stores = [found('Datastore', name) for name in (STORE, 'LocalDS_1')]
    hubs = pbm.convert_datastores_to_hubs(session.pbm.client.factory, stores)
    fits = {}
    for profile in pbm.get_all_profiles(session):
        id = pbm.get_profile_id_by_name(session, profile.name)
        fitting = pbm.filter_hubs_by_profile(session, hubs, id)
        fits[profile.name] = len(pbm.filter_datastores_by_hubs(fitting or [], stores))
    return [pbm.get_profile_id_by_name(session, 'no such'), fits]


def again():
    """A session that was ended behind its back is opened anew."""
    before = session._session_id
    session.invoke_api(vim, 'Logout', vim.service_content.sessionManager)
    active = session.is_current_session_active()
    name = read(found('Datacenter', 'DC0'), 'name')
    return [active, name, session._session_id != before]


step('about', lambda: vim.service_content.about.apiType)
step('pages', paged)
step('given up', given_up)
step('properties', properties)
step('power', power)
step('faults', faults)
step('files', files)
step('flat image', flat_image)
step('lease by POST', lambda: lease('POST'))
step('lease by PUT', lambda: lease('PUT'))
step('export', export)
step('policies', policies)
step('session', again)
session.logout()
