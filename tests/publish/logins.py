"""Who may come in, and what those are told who may not: each edition and each door has its own words."""

import base64
import binascii
import re

from listener import Answer

# The scopes of a token as the manual lists them for publishing, and what each call wants of them.
SCOPES = frozenset("read:page write:page read:space read:attachment read:comment write:confluence-file "
                   "write:confluence-content write:jira-work".split())
WANTED = [
    ("GET", r"/api/v2/spaces", "read:space"),
    ("GET", r"/api/v2/pages/\d+/attachments", "read:attachment"),
    ("GET", r"/api/v2/pages/\d+/(inline|footer)-comments", "read:comment"),
    ("GET", r"/api/v2/", "read:page"),
    ("POST|PUT", r"/api/v2/pages", "write:page"),
    ("POST|PUT", r"/rest/api/content/\d+/child/attachment", "write:confluence-file"),
    ("POST", r"/rest/api/content/\d+/label", "write:confluence-content"),
    ("GET", r"/rest/api/user/current", "read:confluence-user"),
    ("POST", r"/remotelink", "write:jira-work"),
    ("GET", r"/rest/api/[23]/", "read:jira-work"),
]
LOGIN_PAGE = "<!DOCTYPE html><html><head><title>Log in</title></head><body>Unauthorized (401)</body></html>"


def given(authorization):
    """(kind, user, secret) of a header."""
    kind, _, rest = authorization.partition(" ")
    if kind.lower() == "bearer":
        return "bearer", "", rest
    if kind.lower() != "basic":
        return "none", "", ""
    try:
        user, _, secret = base64.b64decode(rest, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return "basic", "", ""
    return "basic", user, secret


def account_for(accounts, authorization):
    kind, user, secret = given(authorization)
    for account in accounts:
        if account.token != secret or (account.kind == "bearer") != (kind == "bearer"):
            continue
        if kind == "bearer" or account.user == user:
            return account
    return None


def scope_wanted(method, path):
    return next((scope for methods, pattern, scope in WANTED if re.fullmatch(methods, method) and re.search(pattern, path)), "admin")


def refuse_gateway(account, method, path):
    """The answer at api.atlassian.com for those who may not; None for those who may."""
    if not account or account.kind != "scoped":
        return Answer(401, {"code": 401, "message": "Unauthorized"})
    if scope_wanted(method, path) not in account.scopes:
        return Answer(401, {"code": 401, "message": "Unauthorized; scope does not match"})
    return None


def refuse_cloud(account, path):
    """The same at the site's own address."""
    if account and account.kind != "scoped":
        return None
    if account:
        return Answer(401, LOGIN_PAGE)
    if "/api/v2/" in path:
        return Answer(404, {"errors": [{"status": 404, "code": "NOT_FOUND", "title": "Not Found", "detail": None}]})
    if re.match(r"/rest/api/[23]/", path):
        return Answer(401, {"message": "Client must be authenticated to access this resource.", "status-code": 401})
    return Answer(403, {"statusCode": 403, "message": "Request rejected because the user is not permitted to use Confluence"})


def refuse_data_center(account):
    return None if account else Answer(401, LOGIN_PAGE, {"WWW-Authenticate": 'OAuth realm="https%3A%2F%2Fwiki"'})
