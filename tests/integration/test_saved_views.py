"""Saved views: named, arranged, removed and brought back."""

import pytest

from app.bootstrap import Services
from app.services.events import SettingsChanged
from app.services.tickets import saved_views
from app.services.tickets.saved_views import BadViewNameError


def test_views_are_arranged_renamed_and_told(services: Services) -> None:
    told: list[SettingsChanged] = []
    services.hub.subscribe(SettingsChanged, told.append)
    write = services.database.write_now
    first = write(saved_views.save, name="Eerste", place="todo", query="label:vip")
    second = write(saved_views.save, name=" Tweede  view ", place="all", query="")
    write(saved_views.arrange, [second, first])
    write(saved_views.rename, first, name="Vip")
    names = [view.name for view in services.database.read_now(saved_views.views)]
    assert names == ["Tweede view", "Vip"]
    assert len(told) == 4
    for name in ("", "Tweede view", "x" * 41):
        with pytest.raises(BadViewNameError):
            write(saved_views.rename, first, name=name)


def test_a_removed_view_can_be_brought_back(services: Services) -> None:
    write = services.database.write_now
    view_id = write(saved_views.save, name="Vip", place="todo", query="label:vip")
    gone = write(saved_views.remove, view_id)
    assert services.database.read_now(saved_views.views) == []
    write(saved_views.save, name=gone.name, place=gone.place, query=gone.query)
    (view,) = services.database.read_now(saved_views.views)
    assert (view.name, view.place, view.query) == ("Vip", "todo", "label:vip")
