"""What handlers are handed: the request, the desk, the jobs, the page number, what is looked for."""

from typing import Annotated, Any

from litestar import Request
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, QueryParameter

from tawatur.web.desk import Desk
from tawatur.web.jobs import Jobs
from tawatur.web.search import Wanted
from tawatur.web.views.answers import entity_names

Ask = Request[Any, Any, Any]
OurDesk = NamedDependency[Desk]
OurJobs = NamedDependency[Jobs]
Looked = NamedDependency[Wanted]
PageNumber = Annotated[int, QueryParameter(name="page", ge=1, le=100_000)]
Key = FromPath[str]


def looked_for(
    desk: OurDesk,
    words: FromQuery[str] = "",
    who: FromQuery[str] = "",
    about: FromQuery[str] = "",
    act: FromQuery[str] = "",
    outlet: FromQuery[str] = "",
    entity: FromQuery[str] = "",
    first: FromQuery[str] = "",
    last: FromQuery[str] = "",
) -> Wanted:
    """What the query of an address looks for; ``entity`` is a name or its id."""
    names = entity_names(desk, entity) if entity else ()
    return Wanted(words, who, about, act, outlet, names, first, last)
