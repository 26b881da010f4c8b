"""A Facebook Page in small at the Graph of the tests: posts, comments, Messenger."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from typing_extensions import override

from tests.servers.meta_model import GraphModel, GraphRefusal, Json, Request

PAGE = "500100"
ANNA, BERT = "9001", "9002"
NAMES = {PAGE: "De Winkel", ANNA: "Anna Bakker", BERT: "Bert Prins"}
READABLE = 20
"""So many of the newest messages of a conversation can be read."""


class PageModel(GraphModel):
    """One Page.

    Attributes:
        as_user: the token is a person's: lists are empty, without an error.
        closed: edges that are refused for want of a right.
        short: ids of comments come without their post.
        human_agent: the app may use the tag HUMAN_AGENT.
        gives: names this as the comment that was made.
        edited: comments that were changed by a `POST /{comment-id}`; there must be none.
    """

    def __init__(self, now: datetime) -> None:
        super().__init__(now)
        self.as_user = self.short = self.human_agent = False
        self.closed: set[str] = set()
        self.gives = ""
        self.posts: list[Json] = []
        self.visitors: list[Json] = []
        self.tags: list[Json] = []
        self.reviews: list[Json] = []
        self.comments: dict[str, list[Json]] = {}
        self.photos: dict[str, bytes] = {}
        self.talks: dict[str, Json] = {}
        self.messages: dict[str, list[Json]] = {}
        self.blocked: set[str] = set()
        self.edited: list[str] = []
        self.talked: set[str] = set()

    # --- what people do ----------------------------------------------------------------------

    def post(self, message: str = "Nieuw in de winkel") -> str:
        """Let the Page post."""
        self.posts.append(self._new_post(PAGE, message))
        return str(self.posts[-1]["id"])

    def visit(self, who: str, message: str) -> str:
        """Let a visitor post at the Page."""
        self.visitors.append(self._new_post(who, message))
        return str(self.visitors[-1]["id"])

    def _new_post(self, who: str, message: str) -> Json:
        number = f"{PAGE}_{self.new_id()}"
        self.comments[number] = []
        at = self.at(self.now)
        return {
            "id": number, "message": message, "from": self.person(who), "created_time": at,
            "updated_time": at, "permalink_url": f"https://www.facebook.com/{number}",
            "is_published": True,
        }  # fmt: skip

    def comment(self, post: str, who: str, message: str, parent: str = "", **more: Any) -> str:
        """Let somebody comment; an answer to an answer stands under the first comment."""
        under = self.found(parent) if parent else None
        if under and under.get("parent"):
            under = self.found(under["parent"]["id"])
        number = f"{post.rpartition('_')[2]}_{self.new_id()}"
        one: Json = {
            "id": number, "message": message, "from": self.person(who),
            "created_time": self.at(self.now),
            "permalink_url": f"https://www.facebook.com/{post}?comment_id={number}",
            "can_comment": True, "can_reply_privately": who != PAGE, "is_hidden": False,
            "comment_count": 0, **more,
        }  # fmt: skip
        if under:
            one["parent"] = {"id": under["id"]}
        self.comments[post].append(one)
        for each in (*self.posts, *self.visitors):
            if each["id"] == post:
                each["updated_time"] = one["created_time"]
        return number

    def recommend(self, who: str, text: str, kind: str = "positive", **more: Any) -> Json:
        """Let somebody recommend the Page, or not."""
        story = f"{who}_{self.new_id()}"
        self.comments[story] = []
        self.reviews.insert(0, {
            "has_rating": False, "recommendation_type": kind, "review_text": text,
            "created_time": self.at(self.now), "reviewer": self.person(who),
            "open_graph_story": {"id": story}, **more,
        })  # fmt: skip
        return self.reviews[0]

    def message(self, who: str, text: str, sender: str = "", **more: Any) -> str:
        """Let somebody write to the Page in Messenger, or the Page (`sender`) to him."""
        name = f"t_{who}"
        number = f"m_{self.new_id()}"
        at = self.at(self.now)
        people = [self.person(who), self.person(PAGE)]
        one = {
            "id": number, "created_time": at, "from": self.person(sender or who),
            "to": {"data": [p for p in people if p["id"] != (sender or who)]},
            "message": text, **more,
        }  # fmt: skip
        self.messages.setdefault(name, []).insert(0, one)
        self.talks[name] = {
            "id": name, "updated_time": at, "message_count": len(self.messages[name]),
            "participants": {"data": people}, "can_reply": True, "link": f"/{PAGE}/inbox/{who}/",
            "snippet": text, "unread_count": 1, "senders": {"data": people},
        }  # fmt: skip
        return number

    def person(self, who: str) -> Json:
        return {"id": who, "name": NAMES.get(who, who)}

    def found(self, number: str) -> Json:
        """Return a comment by either form of its id."""
        for comments in self.comments.values():
            for one in comments:
                if one["id"].rpartition("_")[2] == number.rpartition("_")[2]:
                    return one
        raise GraphRefusal(
            100, 33, f"Unsupported request. Object with ID '{number}' does not exist"
        )

    def remove(self, number: str) -> None:
        """Take a comment away, and what stands under it."""
        for post, comments in self.comments.items():
            self.comments[post] = [
                one for one in comments
                if one["id"] != number and one.get("parent", {}).get("id") != number
            ]  # fmt: skip

    def state(self) -> str:
        """Return all that can be changed."""
        return json.dumps([self.posts, self.visitors, self.comments, self.talks, self.messages])

    # --- answers -----------------------------------------------------------------------------

    @override
    def handle(self, request: Request) -> Json:
        if request.parts == ("me",):
            return self.person(ANNA if self.as_user else PAGE)
        if request.parts[-1] in self.closed:
            raise GraphRefusal(10, 0, "(#10) This endpoint requires a permission", 403)
        if len(request.parts) == 1:
            return self._thing(request)
        owner, edge = request.parts
        if owner == PAGE:
            return self._of_page(edge, request)
        if edge == "comments":
            return self._comments(owner, request)
        if edge == "messages" and owner in self.messages:
            return self._talk(owner, request)
        raise GraphRefusal(100, 33, "Unsupported request")

    def _of_page(self, edge: str, request: Request) -> Json:
        if request.method == "POST":
            if edge == "messages":
                return self._send(request)
            if edge == "photos" and request.form.get("published") == "false":
                number = self.new_id()
                self.photos[number] = request.files["source"][1]
                return {"id": number}
            raise GraphRefusal(100)
        edges: Mapping[str, list[Json]] = {
            "published_posts": self.posts,
            "visitor_posts": sorted(self.visitors, key=_made, reverse=True),
            "tagged": self.tags,
            "ratings": self.reviews,
            "conversations": self._conversations(request),
        }
        if edge not in edges:
            raise GraphRefusal(100, 0, f"(#100) Tried accessing nonexisting field ({edge})")
        return self.listed(request, [] if self.as_user else edges[edge])

    def _thing(self, request: Request) -> Json:
        number = request.parts[0]
        if request.method == "POST":  # changes a comment, whatever the guide says
            self.edited.append(number)
            return {"success": True}
        newest = [one for talk in self.messages.values() for one in talk[:READABLE]]
        for one in (*self.posts, *self.visitors, *self.tags, *newest):
            if one["id"] == number:
                return self._chosen(one, request)
        return self._chosen(self._shown(self.found(number)), request)

    def _comments(self, owner: str, request: Request) -> Json:
        if request.method == "POST":
            return self._new_comment(owner, request)
        if owner not in self.comments:
            raise GraphRefusal(100, 33, f"Object with ID '{owner}' does not exist")
        comments = self.comments[owner]
        if request.query.get("filter") != "stream":
            comments = [one for one in comments if not one.get("parent")]
        ordered = sorted(enumerate(comments), key=lambda one: (_made(one[1]), one[0]))
        if request.query.get("order") == "reverse_chronological":
            ordered.reverse()
        return self.listed(request, [self._shown(one) for _, one in ordered])

    def _new_comment(self, owner: str, request: Request) -> Json:
        message, photo = request.form.get("message", ""), request.form.get("attachment_id", "")
        if not message and not photo:
            raise GraphRefusal(100, 0, "(#100) Missing message or attachment")
        more: Json = {}
        if photo:
            if photo not in self.photos:
                raise GraphRefusal(100, 0, "(#100) Invalid attachment")
            more["attachment"] = {"type": "photo", "url": f"https://www.facebook.com/photo/{photo}"}
        elif "https://" in message:
            more["attachment"] = {"type": "share", "url": "https://voorbeeld.example/"}
        post, parent = owner, ""
        if owner not in self.comments:
            parent = self.found(owner)["id"]
            post = next(name for name, all_ in self.comments.items() if self.found(owner) in all_)
        number = self.comment(post, PAGE, message, parent, **more)
        return {"id": self.gives or self._short(number)}

    def _shown(self, one: Json) -> Json:
        if not self.short:
            return one
        shown = {**one, "id": self._short(one["id"])}
        if "parent" in one:
            shown["parent"] = {"id": self._short(one["parent"]["id"])}
        return shown

    def _short(self, number: str) -> str:
        return number.rpartition("_")[2] if self.short else number

    # --- Messenger ---------------------------------------------------------------------------

    def _conversations(self, request: Request) -> list[Json]:
        wanted = request.query.get("user_id")
        found = [one for name, one in self.talks.items() if not wanted or name == f"t_{wanted}"]
        return sorted(found, key=lambda one: str(one["updated_time"]), reverse=True)

    def _talk(self, owner: str, request: Request) -> Json:
        messages = self.messages[owner]
        shown = [one if number < READABLE else {"id": one["id"]}
                 for number, one in enumerate(messages)]  # fmt: skip
        return self.listed(request, shown)

    def _send(self, request: Request) -> Json:
        form = {name: _read(value) for name, value in request.form.items()}
        recipient, message = form["recipient"], form["message"]
        if "id" not in recipient:
            return self._private_reply(recipient, message)
        who = recipient["id"]
        if who in self.blocked:
            raise GraphRefusal(551, 1545041, "(#551) This person isn't available right now.")
        if f"t_{who}" not in self.talks:
            raise GraphRefusal(100, 2018001, "(#100) No matching user found")
        self._check_window(who, form)
        text = message.get("text", "")
        if len(text) >= 2000:
            raise GraphRefusal(
                100, 0, "(#100) Length of param message[text] must be less than 2000"
            )
        more: Json = {}
        if "filedata" in request.files:
            mime, data = request.files["filedata"]
            more["attachments"] = {"data": [
                {"id": self.new_id(), "mime_type": mime, "name": "bestand", "size": len(data)}
            ]}  # fmt: skip
        number = self.message(who, text, PAGE, **more)
        return {"recipient_id": who, "message_id": number}

    def _check_window(self, who: str, form: Json) -> None:
        last = max(one["created_time"] for one in self.messages[f"t_{who}"]
                   if one["from"]["id"] == who)  # fmt: skip
        gone = self.now - datetime.strptime(last, "%Y-%m-%dT%H:%M:%S%z")
        tagged = form.get("messaging_type") == "MESSAGE_TAG"
        if tagged and (form.get("tag") != "HUMAN_AGENT" or not self.human_agent):
            raise GraphRefusal(100, 0, "(#100) Tag is not allowed")
        if gone > timedelta(days=7 if tagged else 1):
            raise GraphRefusal(10, 2018278, "(#10) This message is sent outside of allowed window.")

    def _private_reply(self, recipient: Json, message: Json) -> Json:
        name = str(recipient.get("comment_id") or recipient["post_id"])
        if "comment_id" in recipient:
            one = self.found(name)
        else:
            one = next(each for each in self.visitors if each["id"] == name)
        if name in self.talked:
            raise GraphRefusal(10900, 0, "(#10900) Activity already replied to")
        self.talked.add(name)
        who = one["from"]["id"]
        number = self.message(who, message["text"], PAGE)
        if "comment_id" in recipient:
            one["private_reply_conversation"] = {"id": f"t_{who}"}
            one["can_reply_privately"] = False
        return {"recipient_id": who, "message_id": number}

    def _chosen(self, one: Json, request: Request) -> Json:
        told = self.listed(Request("GET", (), {**request.query, "limit": "1"}, {}), [one])
        return dict(told["data"][0])


def _made(one: Json) -> str:
    return str(one["created_time"])


def _read(value: Any) -> Any:
    """Return a field of a form: JSON where it is an object."""
    return json.loads(value) if isinstance(value, str) and value.startswith("{") else value
