#!/usr/bin/python3
"""Write src-main/personalities/vmware/schema/vim-schema.table.ts from pyvmomi's type tables.

Run by hand when a newer pyvmomi is to be the source:

    generate.py NEWEST OLDER [OLDER ...] > src-main/personalities/vmware/schema/vim-schema.table.ts

Each argument is a folder that holds `pyVmomi` (the dist-packages of Debian's python3-pyvmomi, Apache-2.0).
NEWEST gives the table. The OLDER ones tell what a client of that age does not know although the newest table
says it is old: enum values carry no version of their own, and some types were published late.

One line per type or method, words apart by a space; schema/rows.ts reads it and tells what the words mean.
"""

import json
import subprocess
import sys

LINK, OPTIONAL = 1, 4
NAMESPACE = 'vim25'
XSD = {
    'void': 'void', 'anyType': 'anyType', 'string': 'string', 'bool': 'boolean', 'boolean': 'boolean',
    'byte': 'byte', 'short': 'short', 'int': 'int', 'long': 'long', 'float': 'float', 'double': 'double',
    'vmodl.URI': 'anyURI', 'vmodl.Binary': 'base64Binary', 'vmodl.DateTime': 'dateTime',
    'vmodl.TypeName': 'TypeName', 'vmodl.MethodName': 'MethodName', 'vmodl.PropertyPath': 'string', 'Link': 'string',
}
# pyvmomi makes these by hand when it loads the first type, so no table of it names them.
BUILT_IN = {
    'vmodl.MethodFault': ['MethodFault', 'vmodl.DynamicData', 'vmodl.version.version0', [
        ('faultCause', 'vmodl.MethodFault', 'vmodl.version.version1', OPTIONAL),
        ('faultMessage', 'vmodl.LocalizableMessage[]', 'vmodl.version.version1', OPTIONAL)]],
    'vmodl.RuntimeFault': ['RuntimeFault', 'vmodl.MethodFault', 'vmodl.version.version0', []],
    'vmodl.LocalizedMethodFault': ['LocalizedMethodFault', 'vmodl.DynamicData', 'vmodl.version.version0', [
        ('fault', '!MethodFault', 'vmodl.version.version0', 0),
        ('localizedMessage', 'string', 'vmodl.version.version0', OPTIONAL)]],
    # Its own two fields, dynamicType and dynamicProperty, no server fills: objects are spared them.
    'vmodl.DynamicData': ['DynamicData', None, 'vmodl.version.version0', []],
}


def load(folder):
    """Read the raw tables in a process of its own: two pyvmomis do not fit in one."""
    code = ('import sys, json; sys.path.insert(0, sys.argv[1]); import pyVmomi\n'
            'from pyVmomi import VmomiSupport as V\n'
            'print(json.dumps(dict(data=V._dataDefMap, managed=V._managedDefMap, enums=V._enumDefMap,'
            ' services=V.serviceNsMap, ids=V.versionIdMap, parents={v: sorted(p) for v, p in V.parentMap.items()})))')
    answer = subprocess.run([sys.executable, '-W', 'ignore', '-c', code, folder], check=True, stdout=subprocess.PIPE)
    return json.loads(answer.stdout)


class Table:
    """One pyvmomi's types: names as on the wire, versions as positions in the list of versions."""

    def __init__(self, raw):
        self.raw = raw
        self.parents = raw['parents']
        vim = [v for v, service in raw['services'].items()
               if service == NAMESPACE and v.startswith('vim.version.') and raw['ids'][v] not in ('', 'legacy')]
        self.order = sorted(vim, key=lambda v: len(self.parents[v]))
        self.versions = [raw['ids'][v] for v in self.order]
        kept = lambda row, at: raw['services'].get(row[at]) == NAMESPACE
        self.data = {row[0]: row[1:4] + [self.own(row[4])]
                     for row in raw['data'].values() if kept(row, 3) and row[1] != 'DataObject'}
        self.data.update(BUILT_IN)
        self.managed = {row[0]: row[1:4] + [self.own(row[4]), self.own(row[5])]
                        for row in raw['managed'].values() if kept(row, 3)}
        self.enums = {row[0]: row[1:] for row in raw['enums'].values() if kept(row, 2)}
        self.faults = {name for name in self.data if self.is_fault(name)}

    def own(self, rows):
        """vSAN's service hangs fields and methods of its own on types of vim: they are not ours."""
        return [row for row in rows or [] if self.raw['services'].get(row[2]) == NAMESPACE]

    def is_fault(self, name):
        while name in self.data:
            if name == 'vmodl.MethodFault':
                return True
            name = self.data[name][1]
        return False

    def since(self, version):
        """The first version of the service that has what `version` (of any name space) brought."""
        for at, known in enumerate(self.order):
            if known == version or version in self.parents[known]:
                return at
        raise ValueError('no version of the service knows %s' % version)

    def type_word(self, vmodl, flags):
        """`int`, `VirtualDevice`, `&VirtualMachine` for a reference, `[]` and `?` after it."""
        item = vmodl[:-2] if vmodl.endswith('[]') else vmodl
        if item.startswith('!'):
            word = item[1:]
        elif flags & LINK:
            word = 'string'
        elif item in XSD:
            word = XSD[item]
        elif item in self.faults:
            # On the wire a fault inside data always travels with its message.
            word = 'LocalizedMethodFault'
        elif item in self.managed or item == 'vmodl.ManagedObject':
            word = '&' + self.managed[item][0] if item in self.managed else '&ManagedObject'
        elif item in self.data:
            word = self.data[item][0]
        elif item in self.enums:
            word = self.enums[item][0]
        elif item == 'vmodl.DataObject':
            word = 'DynamicData'
        else:
            raise ValueError('unknown type %s' % vmodl)
        return word + ('[]' if vmodl.endswith('[]') else '') + ('?' if flags & OPTIONAL else '')


def wire_names(table):
    """What a client with this table knows: 'Type', 'Type.field', 'Enum.value', 'Method()'."""
    names = set()
    for wsdl, _base, _version, fields in table.data.values():
        names.add(wsdl)
        names.update('%s.%s' % (wsdl, field[0]) for field in fields)
    for wsdl, _base, _version, properties, methods in table.managed.values():
        names.add(wsdl)
        names.update('%s.%s' % (wsdl, prop[0]) for prop in properties)
        names.update('%s()' % method[1] for method in methods)
    for wsdl, _version, values in table.enums.values():
        names.add(wsdl)
        names.update('%s.%s' % (wsdl, value) for value in values)
    return names


def mandatory_names(table):
    return {'%s.%s' % (wsdl, field[0]) for wsdl, _base, _version, fields in table.data.values()
            for field in fields if not field[3] & OPTIONAL}


class Since:
    """A version's position, never older than the newest of the older tables that lack the name."""

    def __init__(self, newest, older):
        self.newest = newest
        after = lambda table: newest.versions.index(table.versions[-1]) + 1
        self.older = [(after(table), wire_names(table)) for table in older]
        self.stricter = [(after(table), mandatory_names(table)) for table in older]

    def of(self, name, version):
        floor = max((after for after, names in self.older if name not in names), default=0)
        return max(self.newest.since(version), floor)

    def optional(self, name):
        """Where an older table says that a field must be there: the version from which it need not."""
        return max((after for after, names in self.stricter if name in names), default=0)


def mark(since, of_type):
    return '' if since <= of_type else '@%d' % since


def field_text(table, row, since, of_type, optional=0):
    name, vmodl, _version, flags = row[:4]
    privilege = row[4] if len(row) > 4 else None
    word = table.type_word(vmodl, flags) + (str(optional) if optional and flags & OPTIONAL else '')
    return '%s:%s%s%s' % (name, word, mark(since, of_type), '#' + privilege.replace(' ', ',') if privilege else '')


def data_rows(table, since):
    for wsdl, base, version, fields in table.data.values():
        at = since.of(wsdl, version)
        base_name = table.data[base][0] if base in table.data else '-'
        yield 'd', wsdl, [base_name, at] + [
            field_text(table, row, since.of('%s.%s' % (wsdl, row[0]), row[2]), at,
                       since.optional('%s.%s' % (wsdl, row[0]))) for row in fields]


def managed_rows(table, since):
    for wsdl, base, version, properties, _methods in table.managed.values():
        at = since.of(wsdl, version)
        base_name = table.managed[base][0] if base in table.managed else '-' if wsdl == 'ManagedObject' else 'ManagedObject'
        yield 'm', wsdl, [base_name, at] + [
            field_text(table, row, since.of('%s.%s' % (wsdl, row[0]), row[2]), at) for row in properties]


def method_rows(table, since):
    for wsdl, _base, _version, _properties, methods in table.managed.values():
        for vmodl, name, version, parameters, result, privilege, _faults in methods:
            at = since.of('%s()' % name, version)
            yield 'c', name, [wsdl, vmodl, at, (privilege or '-').replace(' ', ','), table.type_word(result[1], result[0])] + [
                field_text(table, row, table.since(row[2]), at) for row in table.own(parameters)]


def enum_rows(table, since):
    for wsdl, version, values in table.enums.values():
        at = since.of(wsdl, version)
        yield 'e', wsdl, [at] + [value + mark(since.of('%s.%s' % (wsdl, value), version), at) for value in values]


def line(kind, name, words):
    words = [kind, name] + [str(word) for word in words]
    if any(set(word) & set(' `\\$') or word == '' for word in words):
        raise ValueError('a word the table cannot hold: %s' % words)
    return ' '.join(words)


def main(folders):
    tables = [Table(load(folder)) for folder in folders]
    newest = tables[0]
    since = Since(newest, tables[1:])
    print('// Derived from the type tables of python3-pyvmomi (Apache-2.0), see NOTICE. Made by tools/vim-schema/generate.py.')
    print('export const vimSchemaText = `v ' + ' '.join(newest.versions))
    for rows in (data_rows, managed_rows, method_rows, enum_rows):
        print('\n'.join(sorted(line(*row) for row in rows(newest, since))))
    print('`;')


if __name__ == '__main__':
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
