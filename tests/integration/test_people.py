"""One customer behind several handles: those that a platform says are his."""

from sqlalchemy import select

from app.bootstrap import Services
from app.models.contacts import Identity
from app.services.channels.api import Person
from app.services.tickets import people


def contact(services: Services, kind: str, handle: str, address: str = "") -> int:
    person = Person(handle, "Anna", address=address)
    return services.database.write_now(people.contact_of, kind, person)


def handles(services: Services, contact_id: int) -> set[tuple[str, str]]:
    statement = select(Identity.kind, Identity.handle).where(Identity.contact_id == contact_id)
    return services.database.read_now(
        lambda session: {(kind, handle) for kind, handle in session.execute(statement)}
    )


def test_a_reviewer_whose_address_is_known_is_who_wrote_the_mail(services: Services) -> None:
    writer = contact(services, "email", "anna@klant.example")
    assert contact(services, "trustpilot", "c1", "anna@klant.example") == writer
    assert contact(services, "trustpilot", "c1") == writer


def test_who_reviews_first_is_known_when_he_writes(services: Services) -> None:
    reviewer = contact(services, "trustpilot", "c1", "anna@klant.example")
    assert contact(services, "email", "anna@klant.example") == reviewer
    assert handles(services, reviewer) == {("trustpilot", "c1"), ("email", "anna@klant.example")}


def test_two_customers_of_before_stay_two(services: Services) -> None:
    reviewer = contact(services, "trustpilot", "c1")
    writer = contact(services, "email", "anna@klant.example")
    assert contact(services, "trustpilot", "c1", "anna@klant.example") == reviewer
    assert contact(services, "email", "anna@klant.example") == writer
    # A second order from another address adds that one.
    contact(services, "trustpilot", "c1", "thuis@klant.example")
    assert ("email", "thuis@klant.example") in handles(services, reviewer)
