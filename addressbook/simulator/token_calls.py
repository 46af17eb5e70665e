"""The calls that give tokens, on the legacy host and on the new one."""

from __future__ import annotations

from addressbook.simulator.envelope import Answer, new_host_refusal, refusal, result_ok
from addressbook.simulator.organisation import Organisation
from addressbook.simulator.request import Request, as_text


def _accepted(organisation: Organisation, key: str, secret: str) -> bool:
    options = organisation.options
    return (key, secret) == (options.app_key, options.app_secret)


def _lifetime(organisation: Organisation) -> int:
    return max(1, int(organisation.options.token_lifetime))


def gettoken(organisation: Organisation, request: Request) -> Answer:
    """GET /gettoken?appkey&appsecret (or the older corpid, corpsecret), in the query only."""
    query = request.query
    if "appkey" in query or "corpid" in query:
        key = query.get("appkey", query.get("corpid", ""))
        secret = query.get("appsecret", query.get("corpsecret", ""))
        if _accepted(organisation, key, secret):
            return result_ok(access_token=organisation.tokens.issue(), expires_in=_lifetime(organisation))
        raise refusal(40096 if "appkey" in query else 40089)
    raise refusal(40035, "缺少参数 corpid or appkey")


def access_token(organisation: Organisation, request: Request) -> Answer:
    """POST /v1.0/oauth2/accessToken, JSON only; camel case, no errcode."""
    if not organisation.options.new_token:
        raise new_host_refusal(
            404, "InvalidAction.NotFound", "Specified api is not found, please check your url and method."
        )
    _need_json(request)
    key, secret = as_text(request.body.get("appKey")), as_text(request.body.get("appSecret"))
    if not _accepted(organisation, key, secret):
        raise new_host_refusal(400, "invalidClientIdOrSecret", "无效的clientId或者clientSecret")
    return Answer({"accessToken": organisation.tokens.issue(), "expireIn": _lifetime(organisation)})


def corp_token(organisation: Organisation, request: Request) -> Answer:
    """POST /v1.0/oauth2/{corpId}/token, JSON, snake case."""
    _need_json(request)
    body = request.body
    if body.get("grant_type") != "client_credentials":
        raise new_host_refusal(400, "unsupported.grant.type", "unsupported grant type")
    if not _accepted(organisation, as_text(body.get("client_id")), as_text(body.get("client_secret"))):
        raise new_host_refusal(400, "invalid.client", "invalid client")
    return Answer({"access_token": organisation.tokens.issue(), "expires_in": _lifetime(organisation)})


def _need_json(request: Request) -> None:
    is_json = "json" in request.headers.get("content-type", "").lower()
    if request.method != "POST" or not is_json or not request.body:
        raise new_host_refusal(400, "MissingBody", "body is mandatory for this action.")
