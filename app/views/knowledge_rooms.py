"""The rooms of what the firm knows: handbook, questions that come back, communication, learning."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QUrl, Signal

from app.bootstrap import Services
from app.views.assist_room import AssistRoom
from app.views.communication_room import CommunicationRoom
from app.views.doing import Doing
from app.views.handbook.publishing import PDF, SITE
from app.views.handbook_room import HandbookRoom
from app.views.learning_room import LearningRoom
from app.views.main_window import MainWindow
from app.views.navigation.room_counts import RoomCounts
from app.views.radar.room import RadarRoom
from app.views.widgets.picker import Picker


class KnowledgeRooms(QObject):
    """Has a room of each, whose page is made when it is first shown.

    Signals:
        ticket_wanted(int): this ticket is to be shown.
        search_wanted(str): what answers to this query is to be shown.
        answer_wanted(object): these tickets are to be answered as one: list of ids.
    """

    ticket_wanted = Signal(int)
    search_wanted = Signal(str)
    answer_wanted = Signal(object)

    def __init__(
        self,
        services: Services,
        window: MainWindow,
        picker: Picker,
        doing: Doing,
        open_url: Callable[[QUrl], object],
    ) -> None:
        super().__init__(window)
        self.handbook = HandbookRoom(services, window, picker, doing, open_url)
        self.radar = RadarRoom(services, window, doing)
        self.counts = RoomCounts(services, window.sidebar.rooms, doing.notices.report)
        self.learning = LearningRoom(services, window, picker, doing, open_url)
        self.communication = CommunicationRoom(services, window, picker, doing, open_url)
        self.assist = AssistRoom(services, window, doing)
        self.radar.answer_wanted.connect(self.answer_wanted)
        self.radar.ticket_wanted.connect(self.ticket_wanted)
        self.learning.ticket_wanted.connect(self.ticket_wanted)
        self.learning.search_wanted.connect(self.search_wanted)
        self.learning.page_wanted.connect(self.handbook.show)

    @property
    def acts(self) -> Mapping[str, Callable[[], object]]:
        """What is done at an action of each name."""
        return {
            "handbook": self.handbook.show,
            "radar": self.radar.show,
            "communication": self.communication.show,
            "assist": self.assist.show,
            **{what: partial(self.handbook.publish, what) for what in (PDF, SITE)},
        }

    def close(self) -> None:
        """End what runs in them."""
        self.handbook.close()
        self.radar.close()
        self.counts.close()
        self.learning.close()
        self.communication.close()
        self.assist.close()
