"""Reads data objects as pyvmomi does and writes them as it does: JSON list of XML texts in, the same out.

The first argument is the version to write for, `8.0.3.0`.
"""

import json
import sys

from pyVmomi import SoapAdapter, VmomiSupport, vmodl


def echo(text, version):
    value = SoapAdapter.Deserialize(text, vmodl.DynamicData)
    info = VmomiSupport.Object(name='thing', type=vmodl.DynamicData, version='vmodl.version.version0', flags=0)
    return SoapAdapter.Serialize(value, info, version, {'urn:vim25': ''}).decode()


def main():
    version = VmomiSupport.versionMap['vim25/' + sys.argv[1]]
    answers = []
    for text in json.load(sys.stdin):
        try:
            answers.append(echo(text, version))
        except Exception as error:
            answers.append('%s: %s' % (type(error).__name__, error))
    json.dump(answers, sys.stdout)


main()
