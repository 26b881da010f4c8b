"""Answers as mail programs write them: what the customer wrote, and what stands below it."""

OWN_TEXT = "Dat is goed.\nWanneer komt het?"
OLD = "Beste Jan,\n\nMorgen is het er.\n\nGroeten,\nWinkel"
MARKED = "\n".join(f"> {line}".rstrip() for line in OLD.split("\n"))
OUTLOOK_NL = (
    "Van: Winkel <info@winkel.nl>\nVerzonden: dinsdag 3 november 2026 10:12\n"
    "Aan: Jan Klant <jan@klant.nl>\nOnderwerp: RE: Vraag\n\n"
)
OUTLOOK_EN = (
    "From: Winkel <info@winkel.nl>\nSent: Tuesday, November 3, 2026 10:12 AM\n"
    "To: Jan Klant <jan@klant.nl>\nSubject: RE: Vraag\n\n"
)
RULE = "_" * 32

SPLIT = {
    "gmail_nl": f"Op di 3 nov 2026 om 10:12 schreef Winkel <info@winkel.nl>:\n\n{MARKED}",
    "gmail_nl_wrapped": (
        f"Op di 3 nov 2026 om 10:12 schreef Winkel van Lange Namen\n<info@winkel.nl>:\n\n{MARKED}"
    ),
    "gmail_en": f"On Tue, Nov 3, 2026 at 10:12 AM Winkel <info@winkel.nl> wrote:\n\n{MARKED}",
    "gmail_html": f"Op di 3 nov 2026 om 10:12 schreef Winkel <info@winkel.nl>:\n\n{OLD}",
    "outlook_nl": OUTLOOK_NL + OLD,
    "outlook_nl_bold": OUTLOOK_NL.replace("Van:", "*Van:*").replace("Aan:", "*Aan:*") + OLD,
    "outlook_en": OUTLOOK_EN + OLD,
    "outlook_rule": f"{RULE}\n{OUTLOOK_NL}{OLD}",
    "outlook_ios": (
        f"Outlook voor iOS<https://aka.ms/o0ukef> downloaden\n{RULE}\n{OUTLOOK_NL}{OLD}"
    ),
    "iphone_nl": (
        "Verstuurd vanaf mijn iPhone\n\nOp 3 nov 2026 om 10:12 heeft Winkel <info@winkel.nl> "
        f"het volgende geschreven:\n\n{MARKED}"
    ),
    "iphone_nl_unicode": (
        "Verstuurd vanaf mijn iPhone\n\n> Op 3 nov 2026 om 10:12 heeft Winkel <info@winkel.nl> "
        f"het volgende geschreven:\n> \n> {OLD.splitlines()[0]}"
    ),
    "apple_mail_nl": (
        "Op 3 nov 2026, om 10:12 heeft Winkel <info@winkel.nl> het volgende geschreven:\n\n" + OLD
    ),
    "apple_mail_en": f"On 3 Nov 2026, at 10:12, Winkel <info@winkel.nl> wrote:\n\n{MARKED}",
    "thunderbird_nl": f"Op 03-11-2026 om 10:12 schreef Winkel:\n{MARKED}",
    "roundcube_nl": f"Winkel schreef op 2026-11-03 10:12:\n{MARKED}",
    "old_outlook_nl": f"-----Oorspronkelijk bericht-----\n{OUTLOOK_NL}{OLD}",
    "samsung_nl": f"-------- Oorspronkelijk bericht --------\nVan: Winkel\nDatum: x\n\n{OLD}",
    "original_message": f"-----Original Message-----\n{OUTLOOK_EN}{OLD}",
    "no_header": MARKED,
    "signature": "-- \nJan Klant\nDorpsstraat 1\n06-12345678",
    "greeting": "Met vriendelijke groet,\n\nJan Klant\nKlant B.V.",
    "thanks_and_quote": f"Alvast bedankt,\nJan\n\n{OUTLOOK_NL}{OLD}",
    "sent_from": "Verzonden met Outlook voor Android",
    "regards_en": "Kind regards,\nJan",
}
"""What comes below OWN_TEXT and must be split off, by mail program."""

WHOLE = {
    "inline": (
        "Op di 3 nov 2026 om 10:12 schreef Winkel <info@winkel.nl>:\n"
        "> Vraag 1?\nJa\n> Vraag 2?\nNee"
    ),
    "inline_below_text": (
        "Mijn antwoorden:\nOp 3-11-2026 om 10:12 schreef Winkel:\n> Welke maat?\n42\n> Kleur?\nRood"
    ),
    "inline_no_header": "> Welke maat?\n42\n> Kleur?\nRood",
    "below_quote": "Op 3-11-2026 om 10:12 schreef Winkel:\n> Welke maat?\n\nMaat 42.",
    "says_below": f"Zie onder in het rood.\n\n{OUTLOOK_NL}Welke maat? 42",
    "forwarded": f"Kan dit?\n\n---------- Forwarded message ---------\n{OUTLOOK_EN}{OLD}",
    "only_quote": MARKED,
    "contact_form": "Van: Jan <jan@klant.nl>\nOnderwerp: Vraag\n\nBericht:\nWaar blijft het?",
    "form_with_intro": "Nieuw bericht\n\nVan: Jan\nOnderwerp: Vraag\n\nWaar blijft het?",
    "i_wrote": "Op 3 november om 10:12 schreef ik u:\nwaar blijft het?",
    "no_time": "Op de doos geschreven:\nbreekbaar",
    "talks_on": "Hoi\n\nAlvast bedankt.\nIk wacht op uw antwoord.",
    "asks_on": "Hoi\n\nGroet,\nJan\n\nOf kan het ook morgen?",
    "postscript": "Hoi\n\nGroet,\nJan\n\nPS: bel maar",
    "long_greeting": "Hoi\n\nGroeten krijg je ook van mijn buurman die er erg tevreden mee is hoor",
    "list": "Ik wil:\n- een\n- twee",
    "empty": "",
    "blank": "\n \n",
}
"""Texts of which nothing may be hidden."""
