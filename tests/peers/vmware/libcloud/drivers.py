"""Both of Libcloud's drivers for vSphere, step by step: `drivers.py HOST PORT USER PASSWORD`. A line of JSON for each step."""
import sys
import warnings

import libcloud.security
from libcloud.compute.base import NodeImage, NodeSize
from libcloud.compute.drivers.vsphere import VSphere_REST_NodeDriver, VSphereNodeDriver
from libcloud.compute.types import NodeState
from steps import step

warnings.simplefilter('ignore')
libcloud.security.VERIFY_SSL_CERT = False
host, port, user, password = sys.argv[1:5]
port = int(port)
# It looks every ten seconds whether a task has ended.
VSphereNodeDriver.wait_for_task.__defaults__ = (60, 0.1)
# Of a simulated lab: the names that `vcsim` gives.
CLUSTER, HOST, NETWORK, STORE = 'DC0_C0', 'DC0_C0_H0', 'DC0_DVPG0', 'LocalDS_0'


def refused(act):
    try:
        act()
    except Exception as error:
        return type(error).__name__
    raise AssertionError('it was not refused')


def one(driver, name):
    return next(node for node in driver.list_nodes() if node.name == name)


def is_in(state, driver, name):
    found = one(driver, name).state
    if found != state:
        raise AssertionError(f'{name} is {found}, not {state}')
    return found


def soap():
    step('soap: wrong password', lambda: refused(lambda: VSphereNodeDriver(host, user, 'wrong', port=port)))
    driver = VSphereNodeDriver(host, user, password, port=port)
    name = 'DC0_C0_RP0_VM0'
    step('soap: nodes', lambda: sorted(node.name for node in driver.list_nodes()))
    step('soap: nodes, one by one', lambda: len(driver.list_nodes_recursive()))
    step('soap: locations', lambda: sorted(place.name for place in driver.list_locations() if place.extra))
    step('soap: networks', lambda: sorted(network.name for network in driver.ex_list_networks()))
    step('soap: folders', lambda: len(driver.ex_list_folders()))
    step('soap: datastores', lambda: [store['name'] for store in driver.ex_list_datastores()])
    step('soap: sizes', driver.list_sizes)
    node = one(driver, name)
    step('soap: snapshot', lambda: driver.ex_create_snapshot(node, 'first'))
    step('soap: snapshots', lambda: [snapshot['name'] for snapshot in driver.ex_list_snapshots(node)])
    step('soap: back to it', lambda: driver.ex_revert_to_snapshot(node, 'first'))
    step('soap: without it', lambda: driver.ex_remove_snapshot(node, 'first'))
    step('soap: no snapshots', lambda: driver.ex_list_snapshots(node))
    # Back from a snapshot without memory a machine is off.
    step('soap: start', lambda: driver.start_node(node))
    step('soap: stop', lambda: driver.stop_node(node) and is_in(NodeState.STOPPED, driver, name))
    step('soap: console of one that is off', lambda: refused(lambda: driver.ex_open_console(node.id)))
    step('soap: start again', lambda: driver.start_node(node) and is_in(NodeState.RUNNING, driver, name))
    step('soap: console', lambda: driver.ex_open_console(node.id).split(':')[0])
    template = driver.find_by_uuid(one(driver, 'DC0_H0_VM1').id)
    driver.stop_node(one(driver, 'DC0_H0_VM1'))
    template.MarkAsTemplate()
    step('soap: images', lambda: [image.name for image in driver.list_images()])
    image = driver.list_images()[0]
    size = NodeSize('small', 'small', 512, 0, 0, 0, driver, {'cpu': 2})
    place = next(each for each in driver.list_locations() if each.name == HOST)
    made = step('soap: create', lambda: driver.create_node('made', image, size, location=place))
    step('soap: created', lambda: is_in(NodeState.RUNNING, driver, 'made'))
    step('soap: its size', lambda: (one(driver, 'made').size.ram, one(driver, 'made').size.extra))
    # Nothing is installed in it that could hear.
    step('soap: reboot', lambda: refused(lambda: driver.reboot_node(made)))
    step('soap: destroy', lambda: driver.destroy_node(made))
    step('soap: gone', lambda: refused(lambda: one(driver, 'made')))


def rest():
    step('rest: wrong password', lambda: refused(lambda: VSphere_REST_NodeDriver(user, 'wrong', host=host, port=port)))
    driver = VSphere_REST_NodeDriver(user, password, host=host, port=port)
    name = 'DC0_H0_VM0'
    step('rest: nodes', lambda: sorted(node.name for node in driver.list_nodes()))
    step('rest: nodes at once', lambda: len(driver.async_list_nodes()))
    step('rest: one by its name', lambda: [node.name for node in driver.list_nodes(ex_filter_names=name)])
    step('rest: hosts', lambda: sorted(each['name'] for each in driver.ex_list_hosts()))
    step('rest: clusters', lambda: [each['name'] for each in driver.ex_list_clusters()])
    step('rest: datacenters', lambda: [each['name'] for each in driver.ex_list_datacenters()])
    step('rest: datastores', lambda: [each['name'] for each in driver.ex_list_datastores()])
    step('rest: folders', lambda: len(driver.ex_list_folders()))
    step('rest: networks', lambda: sorted(each.name for each in driver.ex_list_networks()))
    step('rest: libraries', driver.ex_list_content_libraries)
    step('rest: locations', lambda: sorted(place.name for place in driver.list_locations()))
    node = one(driver, name)
    step('rest: suspend', lambda: driver.ex_suspend_node(node) and is_in(NodeState.SUSPENDED, driver, name))
    step('rest: start', lambda: driver.start_node(node.id) and is_in(NodeState.RUNNING, driver, name))
    step('rest: reboot', lambda: driver.reboot_node(node))
    step('rest: stop', lambda: driver.stop_node(node) and is_in(NodeState.STOPPED, driver, name))
    step('rest: memory', lambda: driver.ex_update_memory(node, 256) and one(driver, name).size.ram)
    step('rest: cpu', lambda: driver.ex_update_cpu(node, 2) and one(driver, name).size.extra)
    network = next(each for each in driver.ex_list_networks() if each.extra['type'] == 'STANDARD_PORTGROUP')
    step('rest: nic', lambda: driver.ex_add_nic(node, network.id))
    image = NodeImage('DEBIAN_10_64', 'DEBIAN_10_64', driver, {'type': 'guest_OS'})
    size = NodeSize('small', 'small', 512, 2, 0, 0, driver, {'cpu': 2})
    place = next(each for each in driver.list_locations() if each.name == HOST)
    store = driver.ex_list_datastores()[0]['id']
    folder = next(each['folder'] for each in driver.ex_list_folders() if each['type'] == 'VIRTUAL_MACHINE')
    made = step('rest: create', lambda: driver.create_node(
        'made', image, size, location=place, ex_datastore=store, ex_folder=folder, ex_network=network.id))
    step('rest: created', lambda: is_in(NodeState.RUNNING, driver, 'made'))
    # What it made it tells as it was before its start.
    step('rest: as it was made', lambda: made.state)
    step('rest: destroy', lambda: driver.destroy_node(one(driver, 'made')))
    step('rest: gone', lambda: refused(lambda: one(driver, 'made')))


rest()
soap()
