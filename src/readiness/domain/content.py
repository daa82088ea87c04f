"""What reports draw on besides questionnaires: sources, trainings, resources, terms and lived experience."""

from collections.abc import Mapping
from fractions import Fraction

import msgspec


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """What a source id stands for; the longest prefix wins, counted in whole parts between dots."""

    prefix: str
    title: str
    publisher: str = ""
    year: str = ""
    page: str = ""
    address: str = ""


class Sources(msgspec.Struct, frozen=True):
    """All known sources, by prefix."""

    by_prefix: Mapping[str, Source] = {}

    def find(self, source_id: str) -> Source | None:
        """The source that an inventory id stands for, such as `wise.c01.q2`; None for an unknown one."""
        prefix = source_id
        while prefix:
            if prefix in self.by_prefix:
                return self.by_prefix[prefix]
            prefix = prefix.rpartition(".")[0]
        return None


class Training(msgspec.Struct, frozen=True, kw_only=True):
    """A course.

    Attributes:
        audience: whom it is for, such as `peers` or `managers`.
        apart: managers and staff sit in separate sessions.
        by_choice: nobody can be sent: from one group of those who want it to everybody may come.
        price_usd: for a whole group at full cost; None where nobody says.
        requires: the id of a training that has to come first; empty for none.
        includes: the id of a shorter training that is part of it; empty for none.
        helps: ids of the sections whose gaps it answers.
    """

    id: str
    title: str
    about: str
    group: str
    hours: Fraction
    group_min: int
    group_max: int
    audience: tuple[str, ...]
    days: int | None = None
    apart: bool = False
    by_choice: bool = False
    price_usd: int | None = None
    requires: str = ""
    includes: str = ""
    california: bool = False
    helps: tuple[str, ...] = ()
    source: tuple[str, ...] = ()


class Topic(msgspec.Struct, frozen=True, kw_only=True):
    """One topic of a training."""

    id: str
    training: str
    about: str
    source: tuple[str, ...] = ()


class Cited(msgspec.Struct, frozen=True):
    """A sentence or two with what they rest on."""

    about: str = ""
    source: tuple[str, ...] = ()


class Booking(msgspec.Struct, frozen=True, kw_only=True):
    """How to book, in California and elsewhere."""

    california: str = ""
    elsewhere: str = ""
    source: tuple[str, ...] = ()


class Trainings(msgspec.Struct, frozen=True, kw_only=True):
    """The training menu.

    Attributes:
        confirm: the warning about hours, group sizes and prices.
        discount: who may pay less.
    """

    about: str = ""
    source: tuple[str, ...] = ()
    confirm: Cited = Cited()
    discount: Cited = Cited()
    booking: Booking = Booking()
    trainings: tuple[Training, ...] = ()
    topics: tuple[Topic, ...] = ()


class Resource(msgspec.Struct, frozen=True, kw_only=True):
    """A link for one section."""

    id: str
    title: str
    url: str
    section: str
    source: tuple[str, ...] = ()
    note: str = ""
    free_training: bool = False


class Resources(msgspec.Struct, frozen=True, kw_only=True):
    """All links, in the order of the file."""

    about: str = ""
    resources: tuple[Resource, ...] = ()


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """A word that a new director would ask about.

    Attributes:
        also: other ways of saying it.
        ours: the explanation is ours and not a source's.
    """

    id: str
    term: str
    means: str
    also: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    ours: bool = False


class Population(msgspec.Struct, frozen=True, kw_only=True):
    """Whom a peer serves, and which lived experience that asks for."""

    id: str
    title: str
    requires: str
    note: str = ""
    source: tuple[str, ...] = ()


class LivedExperience(msgspec.Struct, frozen=True, kw_only=True):
    """The lived-experience table."""

    about: str = ""
    source: tuple[str, ...] = ()
    populations: tuple[Population, ...] = ()
