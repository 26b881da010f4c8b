"""Paragraphs that a mail program has broken into lines, whole again (RFC 3676)."""

_SIGNATURE = "-- "


def unflowed(text: str, *, delete_space: bool) -> str:
    """Return format=flowed text with its soft line breaks taken out, quotes as "> text".

    A line that ends in a space goes on in the next one of the same quote depth, except before and
    at the signature line (RFC 3676 4.1 to 4.5).
    """
    paragraphs: list[list[str]] = []
    flows = False
    last_depth = 0
    for line in text.split("\n"):
        depth = len(line) - len(line.lstrip(">"))
        content = line[depth:].removeprefix(" ")
        if not flows or depth != last_depth or content == _SIGNATURE:
            paragraphs.append(["> " * depth])
        flows = content.endswith(" ") and content != _SIGNATURE
        paragraphs[-1].append(content[:-1] if flows and delete_space else content)
        last_depth = depth
    return "\n".join("".join(pieces) for pieces in paragraphs)
