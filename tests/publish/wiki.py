"""The pages of a Confluence, whatever the edition: what is there, and which change is refused."""

import itertools
import threading
import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

import storage_rules


class Refused(Exception):
    """A change or a question that the server refuses, in the words that it has for it."""

    def __init__(self, status, code, message):
        super().__init__(message)
        self.status, self.code, self.message = status, code, message


@dataclass
class Account:
    """Somebody who can log in, by one way: `token` (Basic), `scoped` (Basic at the gateway), `bearer`."""

    name: str
    user: str
    token: str
    kind: str = "token"
    writes: bool = True
    scopes: frozenset = frozenset()

    @property
    def id(self):
        return str(uuid.uuid5(uuid.NAMESPACE_OID, self.user))


@dataclass
class Version:
    number: int
    storage: str
    title: str
    author: str
    message: str = ""
    minor: bool = False
    when: str = ""


@dataclass
class Attachment:
    id: str
    name: str
    content: bytes
    media: str
    comment: str
    minor: bool
    version: int = 1
    when: str = ""


@dataclass
class Property:
    id: int
    key: str
    value: object
    version: int = 1
    when: str = ""


@dataclass
class Comment:
    id: int
    ref: str
    text: str
    author: str
    resolution: str = "open"


@dataclass
class Space:
    id: int
    key: str
    name: str
    home: int


@dataclass
class Page:
    id: int
    space: Space
    parent: int
    versions: list = field(default_factory=list)
    status: str = "current"
    draft: Version = None
    private: str = ""
    labels: list = field(default_factory=list)
    properties: dict = field(default_factory=dict)
    attachments: list = field(default_factory=list)
    comments: list = field(default_factory=list)

    @property
    def now(self):
        return self.versions[-1]

    def markers_kept(self):
        return {comment.ref for comment in self.comments if f'"{comment.ref}"' in self.now.storage}


class Wiki:
    """The state. Everybody who touches it holds `lock`."""

    def __init__(self, spaces=("PROJ", "OPS")):
        self.lock = threading.RLock()
        self._ids = itertools.count(65601)
        self._minutes = 0
        self.spaces, self.pages, self.label_ids = {}, {}, {}
        self.trash_keeps_titles = False
        self.attachment_limit, self.page_limit = 10_000_000, 5_000_000
        for key in spaces:
            self.add_space(key)

    def __getstate__(self):
        return {name: value for name, value in self.__dict__.items() if name != "lock"}

    def __setstate__(self, state):
        self.__dict__ |= state
        self.lock = threading.RLock()

    def add_space(self, key, name=""):
        space = Space(next(self._ids), key, name or key.title(), 0)
        self.spaces[key] = space
        home = Page(next(self._ids), space, 0)
        home.versions.append(Version(1, "<p>Home</p>", f"{space.name} Home", "System", when=self.clock()))
        self.pages[home.id] = home
        space.home = home.id
        return space

    def clock(self):
        """The server's time: no two changes at the same."""
        self._minutes += 1
        moment = datetime(2025, 11, 22, 8, 15, 30, tzinfo=timezone.utc) + timedelta(seconds=self._minutes)
        return moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")

    def new_id(self):
        return next(self._ids)

    def space_by_id(self, number):
        return next((space for space in self.spaces.values() if space.id == number), None)

    def find(self, space=None, title=None, statuses=("current", "archived")):
        found = [page for page in self.pages.values() if page.status in statuses]
        if space:
            found = [page for page in found if page.space is space]
        return [page for page in found if title is None or page.now.title == title]

    def refuse_title(self, space, title, but=None):
        blocking = ("current", "archived", "trashed") if self.trash_keeps_titles else ("current", "archived")
        if any(page is not but for page in self.find(space, title, blocking)):
            raise Refused(400, "TITLE", f"A page with this title already exists: A page already exists with the title "
                                        f"{title} in the space with key {space.key}")

    def stored(self, page, storage):
        if len(storage.encode()) > self.page_limit:
            raise Refused(413, "TOO_LARGE", "The body of the page is too large")
        try:
            return storage_rules.as_stored(storage, f"{page.id}.{len(page.versions)}")
        except storage_rules.Malformed as malformed:
            raise Refused(400, "BODY", f"Error parsing xhtml: {malformed}") from malformed

    def create(self, space, parent, title, storage, author, message="", private=False):
        self.refuse_title(space, title)
        parent = parent or space.home
        if parent not in self.pages or self.pages[parent].space is not space:
            raise Refused(400, "PARENT", f"The parent {parent} is not in the space {space.key}")
        page = Page(self.new_id(), space, parent, private=author if private else "")
        version = Version(1, self.stored(page, storage), title, author, message, when=self.clock())
        page.versions.append(version)
        self.pages[page.id] = page
        return page

    def update(self, page, number, title, storage, author, message="", minor=False):
        if number != page.now.number + 1:
            raise Refused(409, "VERSION", "Version must be incremented when updating a page. "
                                          f"Current Version: [{page.now.number}]. Provided version: [{number}]")
        if page.status == "archived":
            raise Refused(400, "ARCHIVED", "The page is archived and cannot be changed")
        if page.status == "trashed":  # brings it back, and leaves the body as it was
            self.refuse_title(page.space, page.now.title, page)
            title, storage, page.status = page.now.title, page.now.storage, "current"
        self.refuse_title(page.space, title, page)
        stored = self.stored(page, storage)
        page.versions.append(Version(number, stored, title, author, message, minor, self.clock()))
        page.draft = None
        for comment in page.comments:
            if comment.ref not in page.markers_kept() and comment.resolution in ("open", "reopened"):
                comment.resolution = "dangling"
        return page

    def set_property(self, page, key, value, number=None):
        """`number` None makes a new one, else that version of what is there."""
        known = page.properties.get(key)
        if number is None and known:
            raise Refused(409, "PROPERTY", f"A content property with the key {key} already exists")
        if number is not None and (not known or number != known.version + 1):
            raise Refused(409, "VERSION", "Version must be incremented when updating a property. "
                                          f"Current version: [{known.version if known else 0}]. Provided version: [{number}]")
        page.properties[key] = Property(known.id if known else self.new_id(), key, value, number or 1, self.clock())
        return page.properties[key]

    def attach(self, page, name, content, media, comment, minor, may_replace):
        if "/" in name or not name:
            raise Refused(400, "NAME", f"The file name {name} is not allowed")
        if len(content) > self.attachment_limit:
            raise Refused(413, "TOO_LARGE", f"The file is larger than {self.attachment_limit} bytes")
        known = next((one for one in page.attachments if one.name == name), None)
        if known and not may_replace:
            raise Refused(400, "EXISTS", f"Cannot add a new attachment with same file name as an existing attachment: {name}")
        if known:
            page.attachments.remove(known)
        number = known.version + 1 if known else 1
        new = Attachment(known.id if known else f"att{self.new_id()}", name, content, media, comment, minor, number, self.clock())
        page.attachments.append(new)
        return new

    def add_labels(self, page, labels):
        for prefix, name in labels:
            name = name.lower()
            if not name or any(character in " :;,.?&[]()#^*@!" for character in name):
                raise Refused(400, "LABEL", f"The label {name!r} has characters that are not allowed")
            self.label_ids.setdefault((prefix, name), self.new_id())
            if (prefix, name) not in page.labels:
                page.labels.append((prefix, name))

    def comment(self, page, text, author, resolution):
        number = self.new_id()
        ref = str(uuid.uuid5(uuid.NAMESPACE_OID, f"comment {number}"))
        page.now.storage = storage_rules.marked(page.now.storage, text, ref)
        page.comments.append(Comment(number, ref, text, author, resolution))
        return page.comments[-1]
