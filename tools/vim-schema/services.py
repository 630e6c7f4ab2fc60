#!/usr/bin/python3
"""Write src-main/personalities/vmware/schema/service-schema.table.ts from pyvmomi's type tables.

The services beside vim: storage policies (pbm) and container volumes (cns, of the vSAN service). Run by hand:

    services.py NEWEST > src-main/personalities/vmware/schema/service-schema.table.ts

NEWEST is a folder that holds `pyVmomi`, as for generate.py. These services have one version each as far as
their clients care, so everything is as old as the service.
"""

import sys

from generate import BUILT_IN, Table, field_text, line, load

PREFIXES = ('Pbm', 'Cns')


class Services(Table):
    """The types of the services, which may name any type of any service."""

    def __init__(self, raw):
        self.raw = raw
        self.data = {row[0]: row[1:] for row in raw['data'].values()}
        self.data.update(BUILT_IN)
        self.managed = {row[0]: row[1:] for row in raw['managed'].values()}
        self.enums = {row[0]: row[1:] for row in raw['enums'].values()}
        self.faults = {name for name in self.data if self.is_fault(name)}

    def own(self, rows):
        return rows or []


def is_ours(wsdl):
    return wsdl.startswith(PREFIXES)


def fields_of(table, rows):
    return [field_text(table, row, 0, 0) for row in table.own(rows)]


def rows_of(table):
    for wsdl, base, _version, fields in table.data.values():
        if is_ours(wsdl):
            yield 'd', wsdl, [table.data[base][0] if base in table.data else '-', 0] + fields_of(table, fields)
    for wsdl, base, _version, properties, methods in table.managed.values():
        if not is_ours(wsdl):
            continue
        parent = table.managed[base][0] if base in table.managed else 'ManagedObject'
        yield 'm', wsdl, [parent, 0] + fields_of(table, properties)
        for vmodl, name, _since, parameters, result, privilege, _faults in methods or []:
            words = [wsdl, vmodl, 0, (privilege or '-').replace(' ', ','), table.type_word(result[1], result[0])]
            yield 'c', name, words + fields_of(table, parameters)
    for wsdl, _version, values in table.enums.values():
        if is_ours(wsdl):
            yield 'e', wsdl, [0] + list(values)


def main(folder):
    table = Services(load(folder))
    print('// Derived from the type tables of python3-pyvmomi (Apache-2.0), see NOTICE. Made by tools/vim-schema/services.py.')
    rows = sorted(line(*row) for row in rows_of(table))
    print('export const serviceSchemaText = `' + '\n'.join(rows) + '\n`;')


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
