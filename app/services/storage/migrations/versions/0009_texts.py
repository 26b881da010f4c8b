"""The answers every shop gives each week, and macros: a text with what goes along with it."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

ANSWERS = (
    (
        "Waar is mijn bestelling",
        "{je:Je|u:Uw} bestelling {bestelnummer} is onderweg. De bezorger verwacht"
        " {bezorgdag|binnenkort} bij {je:je|u:u} te zijn.",
        "Where is my order",
        "Your order {order_number} is on its way. The courier expects to be with you"
        " {delivery_day|soon}.",
    ),
    (
        "Bestelling is vertraagd",
        "{je:Je|u:Uw} bestelling {bestelnummer} is later dan beloofd, excuses daarvoor. We"
        " verwachten de bezorging op {bezorgdag}.",
        "Order is delayed",
        "Your order {order_number} is later than promised, and we are sorry. We expect the delivery"
        " on {delivery_day}.",
    ),
    (
        "Ruilen of terugsturen",
        "Ruilen of terugsturen kan {ruiltermijn|binnen 14 dagen}. Stuur het artikel ongebruikt"
        " terug met {je:je|u:uw} bestelnummer erbij; zodra het binnen is maken we het in orde.",
        "Exchange or return",
        "You can exchange or return it {return_period|within 14 days}. Send the article back unused"
        " with your order number; once it is here we sort it out.",
    ),
    (
        "Geld is teruggestort",
        "We hebben {bedrag} teruggestort. Het staat binnen {termijn|enkele werkdagen} op"
        " {je:je|u:uw} rekening.",
        "Money was refunded",
        "We have refunded {amount}. It will be in your account {period|within a few working days}.",
    ),
    (
        "Beschadigd of verkeerd ontvangen",
        "Wat vervelend dat {artikel|het artikel} niet goed is aangekomen. {je:Stuur je|u:Stuurt u}"
        " ons een foto? Dan sturen we een nieuw exemplaar.",
        "Arrived damaged or wrong",
        "We are sorry that {article|the article} did not arrive as it should. Could you send us a"
        " photo? Then we send a new one.",
    ),
    (
        "Vraag om bestelnummer",
        "We zoeken het graag uit. {je:Heb je|u:Heeft u} het bestelnummer voor ons, en de postcode"
        " van het bezorgadres?",
        "Ask for the order number",
        "We are happy to look into it. Could you give us the order number, and the postcode of the"
        " delivery address?",
    ),
    (
        "Inloggen lukt niet",
        "Een nieuw wachtwoord {je:vraag je|u:vraagt u} aan via {link}. Komt de mail niet aan? Kijk"
        " dan ook bij ongewenste mail.",
        "Cannot log in",
        "You can ask for a new password at {link}. If the mail does not arrive, please look in your"
        " junk mail too.",
    ),
    (
        "Weer op voorraad",
        "{artikel|Het artikel} is nu niet op voorraad. We verwachten het weer"
        " {wanneer|binnenkort}.",
        "Back in stock",
        "{article|The article} is not in stock now. We expect it again {when|soon}.",
    ),
    (
        "Technische vraag: meer weten",
        "Om het na te kunnen gaan: om welk apparaat gaat het, wat {je:zie je|u:ziet u} precies, en"
        " sinds wanneer?",
        "Technical question: more details",
        "To look into this: which device is it about, what exactly do you see, and since when?",
    ),
    (
        "Klacht: excuses",
        "Dank dat {je:je|u:u} dit laat weten, en excuses: dit had niet mogen gebeuren."
        " {oplossing|We zoeken uit wat er misging en lossen het op.}",
        "Complaint: apology",
        "Thank you for telling us, and our apologies: this should not have happened."
        " {solution|We find out what went wrong and put it right.}",
    ),
)
LETTER = {
    "nl": "Dag {naam|daar},\n\n%s\n\nGroet,\n{winkel}",
    "en": "Hello {name|there},\n\n%s\n\nKind regards,\n{shop}",
}
MACROS = (
    (
        "Opgelost, bedankt",
        "{nl:Fijn dat het gelukt is! Is er nog iets, dan is een bericht genoeg.|en:Good to hear"
        " that it worked out! If there is anything else, just send a message.}",
        (("outcome", "solved"), ("state", "closed")),
    ),
    (
        "Wachten op bestelnummer",
        "{nl:We zoeken het graag uit. Wat is het bestelnummer?|en:We are happy to look into it."
        " What is the order number?}",
        (("category", "orders"), ("state", "waiting_customer")),
    ),
    (
        "Klacht met spoed",
        "",
        (("category", "complaints"), ("priority", "high"), ("note", "Klacht: vandaag bellen.")),
    ),
)

tables = sa.MetaData(naming_convention={"pk": "pk_%(table_name)s"})
TEMPLATES = sa.table(
    "templates",
    sa.column("purpose"),
    sa.column("name"),
    sa.column("body"),
    sa.column("language"),
    sa.column("kinds"),
    sa.column("position"),
)
MACRO = sa.Table(
    "macros",
    tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("actions", sa.Text, nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
)


def upgrade() -> None:
    """Add answers behind the texts that are there, and macros."""
    bind = op.get_bind()
    last = bind.execute(sa.text("select coalesce(max(position), -1) from templates")).scalar_one()
    rows = [
        {
            "purpose": "answer",
            "language": language,
            "kinds": "[]",
            "name": name,
            "body": LETTER[language] % body,
        }
        for language, at in (("nl", 0), ("en", 2))
        for name, body in (one[at : at + 2] for one in ANSWERS)
    ]
    op.bulk_insert(TEMPLATES, [row | {"position": last + 1 + n} for n, row in enumerate(rows)])
    MACRO.create(bind)
    op.bulk_insert(
        MACRO,
        [
            {
                "name": name,
                "text": text,
                "actions": json.dumps(
                    [{"kind": kind, "value": value} for kind, value in actions],
                    separators=(",", ":"),
                ),
                "position": position,
            }
            for position, (name, text, actions) in enumerate(MACROS)
        ],
    )
