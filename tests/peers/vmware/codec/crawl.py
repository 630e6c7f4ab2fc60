"""Reads every property of every object that can be reached, as a JSON of types and how many of each were read.

Arguments: port, user, password. What pyvmomi cannot read is said, and ends in code 1.
"""

import json
import ssl
import sys
from collections import Counter

from pyVim.connect import Disconnect, SmartConnect
from pyVmomi import VmomiSupport, vim, vmodl

FILTER = vmodl.query.PropertyCollector.FilterSpec
OBJECT = vmodl.query.PropertyCollector.ObjectSpec
PROPERTIES = vmodl.query.PropertyCollector.PropertySpec


def refs_in(value):
    if isinstance(value, VmomiSupport.ManagedObject):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from refs_in(item)
    elif isinstance(value, VmomiSupport.DataObject):
        for info in value._GetPropertyList():
            yield from refs_in(getattr(value, info.name))


def crawl(instance):
    collector = instance.content.propertyCollector
    seen, waiting, read, problems = set(), [instance], Counter(), []
    while waiting:
        thing = waiting.pop()
        if (type(thing), thing._moId) in seen:
            continue
        seen.add((type(thing), thing._moId))
        spec = FILTER(objectSet=[OBJECT(obj=thing)], propSet=[PROPERTIES(type=type(thing), all=True)])
        try:
            contents = collector.RetrieveContents([spec])
        except vmodl.fault.ManagedObjectNotFound:
            continue
        except Exception as error:
            problems.append('%s: %s: %s' % (thing, type(error).__name__, error))
            continue
        read[type(thing)._wsdlName] += 1
        for content in contents:
            waiting.extend(refs_in([prop.val for prop in content.propSet]))
    return read, problems


def main():
    port, user, password = sys.argv[1:]
    context = ssl._create_unverified_context()
    instance = SmartConnect(host='127.0.0.1', port=int(port), user=user, pwd=password, sslContext=context)
    read, problems = crawl(instance)
    print(json.dumps({'version': VmomiSupport.versionIdMap[instance._stub.version], 'read': read, 'problems': problems}))
    Disconnect(instance)


main()
