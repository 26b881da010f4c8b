"""What the full-text index is made of, beside the FTS5 tables themselves (services/search)."""

from sqlalchemy import BigInteger, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class SearchDoc(Base):
    """A thing that can be found. Its id is also its row in the index, and grows with its time."""

    __tablename__ = "search_docs"
    __table_args__ = (UniqueConstraint("kind", "ref_id"),)

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    kind: Mapped[str]
    ref_id: Mapped[int]


class SearchTerm(Base):
    """A word that occurs, and in how many texts, for parts of words and typing errors."""

    __tablename__ = "search_terms"

    id: Mapped[int] = mapped_column(primary_key=True)
    term: Mapped[str] = mapped_column(unique=True)
    count: Mapped[int]


class SearchState(Base):
    """How far the work that is done when idle has come."""

    __tablename__ = "search_state"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[int] = mapped_column(BigInteger)
