"""What the steps of the probe share: a connection, waiting for tasks, REST, and the list of steps."""

import base64
import json
import ssl
import time
import urllib.error
import urllib.parse
import urllib.request

from pyVim.connect import SmartConnect
from pyVmomi import vim, vmodl

STEPS = []


def step(name):
    """A step of the probe; it passes when it does not raise."""

    def register(function):
        STEPS.append((name, function))
        return function

    return register


def check(what, value):
    if not value:
        raise AssertionError(f"{what}: {value!r}")


def equal(what, found, wanted):
    if found != wanted:
        raise AssertionError(f"{what}: {found!r} and not {wanted!r}")


def refused(kind, action):
    """What must be refused with that fault."""
    try:
        action()
    except kind:
        return
    raise AssertionError(f"was not refused with {kind.__name__}")


class Lab:
    def __init__(self, url):
        self.url = urllib.parse.urlparse(url)
        self.trusting = ssl.create_default_context()
        self.trusting.check_hostname = False
        self.trusting.verify_mode = ssl.CERT_NONE
        self.rest_session = None
        self.kept = {}

    def connect(self, user=None, password=None):
        return SmartConnect(
            host=self.url.hostname,
            port=self.url.port,
            user=user or urllib.parse.unquote(self.url.username),
            pwd=password or urllib.parse.unquote(self.url.password),
            sslContext=self.trusting,
        )

    def login(self):
        self.si = self.connect()
        self.content = self.si.RetrieveContent()

    def all(self, kind, at=None):
        view = self.content.viewManager.CreateContainerView(at or self.content.rootFolder, [kind], True)
        found = list(view.view)
        view.Destroy()
        return found

    def one(self, kind, name):
        for each in self.all(kind):
            if each.name == name:
                return each
        raise AssertionError(f"no {kind.__name__} named {name}")

    def vm(self, name):
        return self.one(vim.VirtualMachine, name)

    def wait(self, task, seconds=120):
        """Asks until the task has ended; returns its result, raises its fault."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            info = task.info
            if info.state == vim.TaskInfo.State.success:
                return info.result
            if info.state == vim.TaskInfo.State.error:
                raise info.error
            time.sleep(0.05)
        raise AssertionError(f"{task.info.descriptionId} was still {task.info.state} after {seconds} s")

    def wait_for_updates(self, task):
        """The same by WaitForUpdates on the default collector, as pyvmomi's samples do."""
        collector = self.content.propertyCollector
        what = vmodl.query.PropertyCollector.PropertySpec(type=type(task), pathSet=["info.state"])
        which = vmodl.query.PropertyCollector.ObjectSpec(obj=task)
        spec = vmodl.query.PropertyCollector.FilterSpec(propSet=[what], objectSet=[which])
        listener = collector.CreateFilter(spec, True)
        version = ""
        try:
            while True:
                update = collector.WaitForUpdates(version)
                version = update.version
                for change in (c for f in update.filterSet for o in f.objectSet for c in o.changeSet):
                    if change.val == vim.TaskInfo.State.success:
                        return
                    if change.val == vim.TaskInfo.State.error:
                        raise task.info.error
        finally:
            listener.Destroy()

    def http(self, method, path, body=None, headers=None):
        address = f"https://{self.url.hostname}:{self.url.port}{path}"
        request = urllib.request.Request(address, data=body, method=method, headers=headers or {})
        with urllib.request.urlopen(request, context=self.trusting, timeout=60) as answer:
            return answer.read()

    def rest(self, method, path, body=None):
        headers = {"Content-Type": "application/json"}
        if self.rest_session is None and not path.endswith("/session"):
            raise AssertionError("there is no REST session")
        if self.rest_session is None:
            text = f"{urllib.parse.unquote(self.url.username)}:{urllib.parse.unquote(self.url.password)}"
            headers["Authorization"] = "Basic " + base64.b64encode(text.encode()).decode()
        else:
            headers["vmware-api-session-id"] = self.rest_session
        data = None if body is None else json.dumps(body).encode()
        try:
            text = self.http(method, path, data, headers)
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{method} {path}: {error.code} {error.read()[:300]!r}") from error
        return json.loads(text) if text else None

    def cookie(self):
        return {"Cookie": self.si._stub.cookie.split(";")[0]}
